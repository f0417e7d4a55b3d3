// Rows of turns: up, down, a new one in between. Without this, the place of each row is a number to type.

const list = document.querySelector("[data-rows]");
const template = document.querySelector("template[data-empty-row]");
const total = document.querySelector("input[name=turns-TOTAL_FORMS]");
const form = document.getElementById("event_form");
let changed = false;

function number() {
  [...list.querySelectorAll("[data-place]")].forEach((input, index) => {
    input.value = index + 1;
  });
}

function offer(row) {
  const moves = row.querySelector(".row-moves");
  if (moves && template) moves.hidden = false;
}

function insertAfter(row) {
  const holder = document.createElement("template");
  holder.innerHTML = template.innerHTML.replaceAll("__prefix__", total.value);
  const fresh = holder.content.querySelector("[data-row]");
  total.value = Number(total.value) + 1;
  row.after(fresh);
  offer(fresh);
  fresh.querySelector("[data-kind]").focus();
}

function move(row, direction) {
  const other = direction === "up" ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  if (direction === "up") other.before(row);
  else other.after(row);
}

list.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const row = button.closest("[data-row]");
  if (button.dataset.move) {
    move(row, button.dataset.move);
    button.focus();
  } else insertAfter(row);
  number();
  changed = true;
});

form.addEventListener("input", () => {
  changed = true;
});

form.addEventListener("submit", () => {
  changed = false;
});

window.addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});

for (const row of list.querySelectorAll("[data-row]")) offer(row);
