// Two sides that move together, a preview that follows the typing, and a click that can be taken back.

import { cutIn } from "./cutting.js";
import { listen } from "./sides-keys.js";

const form = document.querySelector("form[data-sides]");
const turns = document.getElementById("sides-turns");
const source = form.querySelector(".source-lines");
const text = form.querySelector("[data-text]");
const unanswered = form.querySelector("[data-unanswered]");
const undo = form.querySelector("[data-undo]");
const RESHAPES = /^(split|join|tell|kind):/;
const WAIT = 600; // milliseconds after the last key
const earlier = []; // the texts before each click
let timer;
let current = 0;
let changed = false;

function box() {
  return form.querySelector("textarea[name=text]");
}

function side(number) {
  return turns.querySelector(`[data-side="${number}"]`);
}

function sides() {
  return [...turns.querySelectorAll("[data-side]")];
}

// Marks the turn and its line, and brings the line into sight.
function mark(turn) {
  for (const marked of form.querySelectorAll(".beside")) marked.classList.remove("beside");
  current = Number(turn.dataset.side);
  turn.classList.add("beside");
  const line = document.getElementById(`line-${turn.dataset.line}`);
  line?.classList.add("beside");
  line?.scrollIntoView({ block: "nearest" });
}

function goTo(turn) {
  mark(turn);
  turn.scrollIntoView({ block: "nearest" });
  turn.focus({ preventScroll: true });
}

// To the next turn, or the one before, of those that the selector names.
function step(forwards, selector) {
  const number = (turn) => Number(turn.dataset.side);
  const several = sides().filter((turn) => turn.matches(selector));
  const ahead = forwards
    ? several.find((turn) => number(turn) > current)
    : several.findLast((turn) => number(turn) < current);
  if (ahead) goTo(ahead);
}

// The server reshapes the text; the button need not be on the page.
function press(button) {
  if (!side(current)) return;
  keep(button);
  htmx.ajax("POST", form.dataset.sides, { source: form, target: "#sides-turns", values: { do: button } });
}

function keep(button) {
  if (!RESHAPES.test(button)) return;
  changed = true;
  earlier.push(box().value);
  undo.disabled = false;
}

function takeBack() {
  if (!earlier.length) return;
  box().value = earlier.pop();
  undo.disabled = !earlier.length;
  look();
}

function look() {
  clearTimeout(timer);
  form.querySelector("[data-preview]").click();
}

undo.hidden = false;
undo.addEventListener("click", takeBack);

listen(form, {
  step,
  press,
  takeBack,
  look,
  current: () => side(current) ?? turns.querySelector(".side.doubtful, .side"),
  choose: mark,
  save: () => form.querySelector("[data-save-all]").click(),
});

form.addEventListener("input", (event) => {
  changed = true;
  if (event.target.name !== "text") return;
  clearTimeout(timer);
  timer = setTimeout(look, WAIT);
});

// Enter in a field of an open turn applies it, and not the form's first button.
turns.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.target.tagName !== "INPUT") return;
  event.preventDefault();
  event.target.closest(".row-head").querySelector("button").click();
});

turns.addEventListener("click", (event) => {
  const turn = event.target.closest("[data-side]");
  const button = event.target.closest("button");
  if (turn) mark(turn);
  if (button) keep(button.value);
});

// A line leads to the turn that it stands in.
source?.addEventListener("click", (event) => {
  const line = Number(event.target.closest("[data-number]")?.dataset.number);
  const turn = sides().findLast((one) => Number(one.dataset.line) <= line);
  if (!line || !turn) return;
  event.preventDefault();
  mark(turn);
  turn.scrollIntoView({ block: "nearest" });
});

document.addEventListener("selectionchange", () => cutIn(turns));

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
  if (!turn || text.contains(document.activeElement)) return;
  goTo(turn);
  turn.querySelector(".row-head :is(select, input)")?.focus();
});

form.addEventListener("submit", (event) => {
  if (["save", "publish"].includes(event.submitter?.value)) changed = false;
});

window.addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});
