// Offers to copy or cite what is selected in a turn: by mouse and touch near it, by key with Enter or Tab.
// The pattern is https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/.
import { copy, tell } from "./clipboard.js";
import { attributed, chosen, linkTo } from "./quote.js";

const bar = document.getElementById("share");
const tools = [...bar.querySelectorAll("[data-share]")];
const { origin } = document.querySelector("[data-origin]").dataset;
const copiedText = document.querySelector("[data-copied-link]").dataset;
const touch = matchMedia("(hover: none)");
const SETTLED = 200; // milliseconds without a change: the reader is not selecting any more

let selected = null;
let pressed = false;
let held = false; // a tool is being pressed; some phones let go of the selection first
let byKey = false;
let hinted = false;
let dismissed = ""; // the selection that the reader has closed the bar for
let came = null; // where the focus was
let timer;

function place() {
  if (touch.matches) return; // the style sheet puts it at the bottom, where the system's own menu is not
  const rectangles = [...selected.range.getClientRects()].filter(({ width }) => width);
  const first = rectangles[0] ?? selected.range.getBoundingClientRect();
  const last = rectangles.at(-1) ?? first;
  const above = first.top - bar.offsetHeight - 8;
  const top = above > 4 ? above : last.bottom + 8;
  const left = Math.min(Math.max(8, first.left), document.documentElement.clientWidth - bar.offsetWidth - 8);
  const box = bar.offsetParent.getBoundingClientRect();
  bar.style.setProperty("--top", `${top - box.top}px`);
  bar.style.setProperty("--left", `${left - box.left}px`);
}

const named = ({ turn, start, range }) => `${turn.id} ${start} ${range.toString().length}`;

function show() {
  selected = chosen();
  if (!selected || named(selected) === dismissed) return hide();
  dismissed = "";
  const cite = bar.querySelector("[data-share=cite]");
  cite.href = linkTo(selected, "").replace(/#.*/, "#cite");
  bar.hidden = false;
  // Tab leads from the tools to what comes behind the words.
  selected.turn.append(bar);
  for (const tool of tools) tool.tabIndex = tool === tools[0] ? 0 : -1;
  place();
  if (byKey && !hinted) {
    hinted = true;
    tell(bar.dataset.hint);
  }
}

function hide() {
  bar.hidden = true;
  selected = null;
}

function settle() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (!pressed && !bar.contains(document.activeElement)) show();
  }, SETTLED);
}

function focusOn(tool) {
  for (const other of tools) other.tabIndex = other === tool ? 0 : -1;
  tool.focus();
}

function enter() {
  came = document.activeElement;
  focusOn(tools[0]);
}

function dismiss() {
  dismissed = named(selected);
  hide();
}

function leave() {
  const kept = selected.range.cloneRange();
  dismiss();
  if (came !== document.body && came.isConnected) came.focus({ preventScroll: true });
  else document.activeElement?.blur();
  // Some browsers let go of a selection when the focus moves.
  getSelection().setBaseAndExtent(kept.startContainer, kept.startOffset, kept.endContainer, kept.endOffset);
}

const steps = {
  ArrowRight: (at) => (at + 1) % tools.length,
  ArrowLeft: (at) => (at + tools.length - 1) % tools.length,
  Home: () => 0,
  End: () => tools.length - 1,
};

function steer(event) {
  if (event.key === "Escape") leave();
  else if (event.key in steps) focusOn(tools[steps[event.key](tools.indexOf(document.activeElement))]);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

async function use(kind) {
  const link = linkTo(selected, origin);
  const isQuote = kind === "quote";
  try {
    await copy(isQuote ? attributed(selected.quote, selected.turn, link) : link);
    tell(isQuote ? copiedText.copiedQuote : copiedText.copiedLink);
  } catch {
    location.assign(link);
  }
}

document.addEventListener("selectionchange", () => {
  if (held) return;
  if (!getSelection().isCollapsed) return settle();
  if (!bar.contains(document.activeElement)) hide();
});
document.addEventListener("pointerdown", (event) => {
  held = bar.contains(event.target);
  pressed = !held;
  byKey = false;
});
for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, (event) => {
    pressed = false;
    // A click on the tool follows, unless the finger has slipped off it.
    held &&= end === "pointerup" && bar.contains(event.target);
    if (!held) settle();
  });
}
document.addEventListener("keydown", (event) => {
  byKey = true;
  if (bar.contains(event.target)) return steer(event);
  const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
  if (bar.hidden || !plain) return;
  if (event.key === "Escape") return dismiss();
  const free = !event.target.closest?.("a, button, input, select, textarea, summary");
  if (!["Enter", "Tab"].includes(event.key) || !free) return;
  event.preventDefault();
  enter();
});
// A press on a tool would let go of the selection.
bar.addEventListener("mousedown", (event) => event.preventDefault());
bar.addEventListener("click", (event) => {
  held = false;
  const kind = event.target.closest("[data-share]")?.dataset.share;
  if (selected && kind && kind !== "cite") use(kind);
});
addEventListener("resize", () => {
  if (!bar.hidden) place();
});
