// Searching within an event. The server says what is found, here as on the page without scripts; this goes from hit to hit.
const PAUSE = 250; // milliseconds without a letter before anything is searched
const editable = "input:not([type=checkbox]), textarea, select, [contenteditable]";

const form = document.querySelector("form.inside");
const box = form.elements.q;
const count = form.querySelector(".inside-count");
const steps = form.querySelectorAll("[data-step]");
const transcript = document.querySelector(".transcript");
const rail = document.createElement("div");
rail.className = "inside-rail";
rail.ariaHidden = "true";
document.body.append(rail);

let searched = new URLSearchParams(location.search).get("q")?.trim() ?? "";
let place = -1;
let asking;
let timer;

// A hit that goes on in the next paragraph has its number on the first part alone.
const hits = () => [...transcript.querySelectorAll("mark.found[id]")];

function tell() {
  const all = hits();
  form.classList.toggle("searching", Boolean(searched));
  for (const step of steps) step.hidden = all.length === 0;
  if (!searched) count.textContent = "";
  else if (!all.length) count.textContent = form.dataset.none;
  else count.textContent = form.dataset.place.replace("{place}", place < 0 ? "–" : place + 1).replace("{count}", all.length);
}

function draw() {
  const height = document.documentElement.scrollHeight;
  rail.replaceChildren(
    ...hits().map((hit, number) => {
      const mark = document.createElement("i");
      mark.style.top = `${((hit.getBoundingClientRect().top + scrollY) / height) * 100}%`;
      mark.classList.toggle("current", number === place);
      mark.addEventListener("click", () => go(number));
      return mark;
    }),
  );
}

function go(number) {
  const all = hits();
  if (!all.length) return;
  all[place]?.classList.remove("current");
  rail.children[place]?.classList.remove("current");
  place = ((number % all.length) + all.length) % all.length;
  all[place].classList.add("current");
  rail.children[place]?.classList.add("current");
  all[place].scrollIntoView({ block: "center", behavior: "instant" });
  tell();
}

// From the box a reader goes on from where the page is, not from the top again.
function nearest() {
  const ahead = hits().findIndex((hit) => hit.getBoundingClientRect().bottom > 0);
  return ahead < 0 ? 0 : ahead;
}

function address() {
  const url = new URL(location.href);
  url.hash = "";
  if (searched) url.searchParams.set("q", searched);
  else url.searchParams.delete("q");
  return url;
}

async function search() {
  clearTimeout(timer);
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  searched = box.value.trim();
  const url = address();
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (signal.aborted) return;
    transcript.replaceChildren(...page.querySelector(".transcript").childNodes);
    form.querySelectorAll(".note").forEach((note) => note.remove());
    form.append(...page.querySelectorAll("form.inside .note"));
    history.replaceState(history.state, "", url);
    place = -1;
    draw();
    tell();
    if (searched) go(nearest());
  } catch (error) {
    if (error.name !== "AbortError") form.submit();
  }
}

function end() {
  box.value = "";
  search();
  box.blur();
}

box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (box.value.trim() !== searched) search();
  else go(place + 1);
});
box.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && (searched || box.value)) {
    event.preventDefault();
    end();
  } else if (event.key === "Enter" && event.shiftKey && box.value.trim() === searched) {
    event.preventDefault();
    go(place - 1);
  }
});
for (const step of steps) step.addEventListener("click", () => go(place + Number(step.dataset.step)));
document.addEventListener("keydown", (event) => {
  if (!searched || event.ctrlKey || event.metaKey || event.altKey || event.target.closest(editable)) return;
  if (event.key === "n" || event.key === "p") go(place + (event.key === "n" ? 1 : -1));
  else if (event.key === "Escape" && !document.getSelection()?.toString()) end();
});
new ResizeObserver(draw).observe(transcript);
addEventListener("resize", draw);

tell();
if (searched && !location.hash) go(0);
