// One stop of the Tab key for each strip of bars; within it, arrow keys, Home and End go from bar to bar.
const KEYS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

for (const strip of document.querySelectorAll("[data-strip]")) {
  const bars = [...strip.querySelectorAll("a")];
  const stopAt = (bar) => bars.forEach((each) => each.setAttribute("tabindex", each === bar ? "0" : "-1"));
  if (bars.length) stopAt(bars[0]);

  strip.addEventListener("keydown", (event) => {
    const step = KEYS[event.key];
    const place = bars.indexOf(document.activeElement);
    if (step === undefined || place < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    bars[Math.min(Math.max(place + step, 0), bars.length - 1)].focus();
  });
  // Chromium lets the Tab key stop at an SVG that listens for focus: its parent does.
  strip.parentElement.addEventListener("focusin", (event) => {
    const bar = event.target.closest("a");
    if (bar) stopAt(bar);
  });
}
