// Everything on the page by key. Single keys can be switched off (WCAG 2.2, 2.1.4).

const TYPED_IN = "input:not([type=checkbox]), textarea, select";
const KINDS = 6;

// `desk` is what sides.js can do.
export function listen(form, desk) {
  const help = document.querySelector("dialog[data-keys-help]");
  const single = help.querySelector("[data-keys]");
  const keys = {
    j: () => desk.step(true, ".doubtful"),
    k: () => desk.step(false, ".doubtful"),
    n: () => desk.step(true, "*"),
    p: () => desk.step(false, "*"),
    e: () => open(desk),
    s: () => split(desk),
    m: () => join(desk),
    u: desk.takeBack,
  };
  for (let number = 1; number <= KINDS; number += 1) keys[number] = () => tellKind(desk, number);

  const opener = form.querySelector("[data-keys-open]");
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());
  help.querySelector("[data-keys-close]").addEventListener("click", () => help.close());

  document.addEventListener("keydown", (event) => {
    if (help.open) return;
    const typing = event.target.closest(TYPED_IN);
    if (event.ctrlKey || event.metaKey) control(event, desk);
    else if (event.key === "Escape") leave(form, desk);
    else if (!event.altKey && !typing) alone(event);
  });

  function alone(event) {
    const act = event.key === "?" ? () => help.showModal() : single.checked && keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
}

function control(event, desk) {
  const act = { Enter: desk.look, s: desk.save }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

// Shows the turns as they are in the text, and so closes the one that is open.
function leave(form, desk) {
  if (form.querySelector(".side.open")) desk.look();
}

function open(desk) {
  const turn = desk.current();
  if (!turn) return;
  desk.choose(turn);
  turn.querySelector("[data-open]")?.click();
}

function tellKind(desk, number) {
  const turn = desk.current();
  if (!turn) return;
  desk.choose(turn);
  desk.press(`kind:${turn.dataset.side}:${number}`);
}

// Before the word that was clicked, else at the first paragraph where it can be split.
function split(desk) {
  const cut = document.querySelector("[data-cut]:not([hidden])");
  const button = cut ?? desk.current()?.querySelector(".split");
  button?.click();
}

function join(desk) {
  const turn = desk.current();
  if (turn && Number(turn.dataset.side) > 1) desk.press(`join:${turn.dataset.side}`);
}
