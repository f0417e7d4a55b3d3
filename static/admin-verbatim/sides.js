// Keys, a preview that follows the typing, and the two sides that move together.

const form = document.querySelector("form[data-sides]");
const turns = document.getElementById("sides-turns");
const keys = form.querySelector("[data-keys]");
const unanswered = form.querySelector("[data-unanswered]");
const WAIT = 600; // milliseconds after the last key
let timer;
let current = 0;
let changed = false;

form.querySelector("[data-keys-help]").hidden = false;

function side(number) {
  return turns.querySelector(`[data-side="${number}"]`);
}

// Marks the turn and its line, and brings both into sight.
function goTo(turn) {
  for (const marked of form.querySelectorAll(".beside")) marked.classList.remove("beside");
  current = Number(turn.dataset.side);
  turn.classList.add("beside");
  turn.scrollIntoView({ block: "nearest" });
  turn.focus({ preventScroll: true });
  const line = document.getElementById(`line-${turn.dataset.line}`);
  line?.classList.add("beside");
  line?.scrollIntoView({ block: "nearest" });
}

function step(forwards) {
  const doubtful = [...turns.querySelectorAll(".side.doubtful")];
  const ahead = forwards
    ? doubtful.find((turn) => Number(turn.dataset.side) > current)
    : doubtful.findLast((turn) => Number(turn.dataset.side) < current);
  if (ahead) goTo(ahead);
}

function open() {
  const turn = side(current) ?? turns.querySelector(".side.doubtful, .side");
  current = Number(turn?.dataset.side);
  turn?.querySelector("[data-open]")?.click();
}

const SINGLE = { j: () => step(true), k: () => step(false), e: open };

document.addEventListener("keydown", (event) => {
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key === "Enter") press(event, "[data-preview]");
  else if (control && event.key.toLowerCase() === "s") press(event, "[data-save-all]");
  else if (!control && !event.altKey && keys.checked && !event.target.closest("input, textarea, select")) {
    if (!SINGLE[event.key]) return;
    event.preventDefault();
    SINGLE[event.key]();
  }
});

function press(event, button) {
  event.preventDefault();
  clearTimeout(timer);
  form.querySelector(button).click();
}

form.addEventListener("input", (event) => {
  changed = true;
  if (event.target.name !== "text") return;
  clearTimeout(timer);
  timer = setTimeout(() => form.querySelector("[data-preview]").click(), WAIT);
});

// Enter in a field of an open turn applies it, and not the form's first button.
turns.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.target.tagName !== "INPUT") return;
  event.preventDefault();
  event.target.closest(".row-head").querySelector("button").click();
});

turns.addEventListener("click", (event) => {
  const number = event.target.closest("[data-side]")?.dataset.side;
  if (number) current = Number(number);
  if (event.target.closest("button")) changed = true;
});

form.addEventListener("htmx:beforeSwap", (event) => {
  // Whoever was logged out is led to the log-in page, which is no preview.
  const answered = event.detail.xhr.responseURL;
  const elsewhere = answered && new URL(answered).pathname !== location.pathname;
  if (elsewhere) event.detail.shouldSwap = false;
  unanswered.hidden = !elsewhere && event.detail.xhr.status < 400;
});

for (const trouble of ["htmx:responseError", "htmx:sendError"]) {
  form.addEventListener(trouble, () => {
    unanswered.hidden = false;
  });
}

turns.addEventListener("htmx:afterSwap", () => {
  const turn = side(current);
  if (!turn || form.querySelector("[data-text]").contains(document.activeElement)) return;
  goTo(turn);
  turn.querySelector(".row-head :is(select, input)")?.focus();
});

form.addEventListener("submit", (event) => {
  if (event.submitter?.value === "save") changed = false;
});

window.addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});
