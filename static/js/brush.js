// The bars over time are links; where scripts run, several are chosen at once: by a drag, a finger, or Shift and arrows.
const FEW = 4; // pixels that a press may move and still be a click

let brush = null;

const bars = (timeline) => [...timeline.querySelectorAll("a[data-since]")];

// By place and not by target: a drag is to go on beside and above the bars.
function barAt(timeline, x) {
  const all = bars(timeline);
  const { left, width } = timeline.querySelector("svg").getBoundingClientRect();
  const place = Math.floor(((x - left) / width) * all.length);
  return all[Math.max(0, Math.min(all.length - 1, place))];
}

function span(timeline, one, other) {
  const all = bars(timeline);
  const [first, last] = [all.indexOf(one), all.indexOf(other)].sort((a, b) => a - b);
  return all.slice(first, last + 1);
}

function mark(timeline, chosen) {
  for (const bar of bars(timeline)) bar.classList.toggle("brushed", chosen.includes(bar));
  const [first, last] = [chosen[0], chosen.at(-1)];
  const said = !first ? "" : first === last ? first.dataset.name : `${first.dataset.name} – ${last.dataset.name}`;
  timeline.querySelector("[data-brushed]").textContent = said;
}

function search(chosen) {
  const since = document.getElementById("from");
  const until = document.getElementById("to");
  since.value = chosen[0].dataset.since;
  until.value = chosen.at(-1).dataset.until;
  until.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener("pointerdown", (event) => {
  const timeline = event.target.closest?.("[data-timeline]");
  if (!timeline || event.button !== 0 || !event.target.closest("svg")) return;
  const from = barAt(timeline, event.clientX);
  brush = { timeline, from, to: from, x: event.clientX, moved: false };
});

document.addEventListener("pointermove", (event) => {
  if (!brush) return;
  brush.moved ||= Math.abs(event.clientX - brush.x) > FEW;
  if (!brush.moved) return;
  brush.to = barAt(brush.timeline, event.clientX);
  mark(brush.timeline, span(brush.timeline, brush.from, brush.to));
});

document.addEventListener("pointerup", () => {
  if (brush?.moved) search(span(brush.timeline, brush.from, brush.to));
  // The click that ends a drag comes after this, and must still know of it.
  const ended = brush;
  setTimeout(() => {
    if (brush === ended) brush = null;
  });
});
document.addEventListener("pointercancel", () => {
  if (brush) mark(brush.timeline, []);
  brush = null;
});
document.addEventListener("click", (event) => {
  if (brush?.moved) event.preventDefault();
}, { capture: true });
// Links can be dragged away, which would end the brush.
document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.("[data-timeline]")) event.preventDefault();
});

let anchor = null;
document.addEventListener("keydown", (event) => {
  const bar = event.target.closest?.("[data-timeline] a[data-since]");
  if (!bar) return;
  const timeline = bar.closest("[data-timeline]");
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step) {
    event.preventDefault();
    const next = bars(timeline)[bars(timeline).indexOf(bar) + step];
    if (!next) return;
    anchor = event.shiftKey ? (anchor ?? bar) : null;
    next.focus();
    mark(timeline, anchor ? span(timeline, anchor, next) : []);
  } else if (event.key === "Enter" && anchor) {
    event.preventDefault();
    search(span(timeline, anchor, bar));
    anchor = null;
  } else if (event.key === "Escape") {
    anchor = null;
    mark(timeline, []);
  }
});
