// What the reader has selected in a turn: the words to the letter, and a link that marks exactly these.
// docs/permalinks.md tells what the parts of such a link mean.
const CONTEXT = 32; // characters before and behind that tell one place from another
const LONG = 300; // a longer quote is told by its ends
const END = 80;

// The text of a part of a turn as the archive stores it: paragraphs parted by a blank line, <br> for a line's end.
function textOf(fragment) {
  const paragraphs = fragment.querySelectorAll("p");
  const parts = paragraphs.length ? [...paragraphs] : [fragment];
  return parts.map((part) => [...nodesOf(part)].map((node) => (node.nodeName === "BR" ? "\n" : node.data)).join("")).join("\n\n");
}

function* nodesOf(part) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeName === "BR" || node.nodeType === Node.TEXT_NODE) yield node;
  }
}

function textBetween(words, range, end) {
  const part = document.createRange();
  part.selectNodeContents(words);
  if (end) part.setEnd(range.endContainer, range.endOffset);
  else part.setEnd(range.startContainer, range.startOffset);
  return textOf(part.cloneContents());
}

// A selection that reaches an edge of the turn's words is cut there: a triple click ends in the next paragraph.
function within(words, range) {
  if (!range.intersectsNode(words)) return null;
  const part = range.cloneRange();
  const whole = document.createRange();
  whole.selectNodeContents(words);
  if (part.compareBoundaryPoints(Range.START_TO_START, whole) < 0) part.setStart(whole.startContainer, whole.startOffset);
  if (part.compareBoundaryPoints(Range.END_TO_END, whole) > 0) part.setEnd(whole.endContainer, whole.endOffset);
  return part.toString().trim() ? part : null;
}

// The words in one turn that are selected; null where there are none, or where they are of two turns.
export function chosen() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const turns = [...document.querySelectorAll("[data-address] > .words, [data-address] > details > .words")];
  const parts = turns.map((words) => [words, within(words, range)]).filter(([, part]) => part);
  return parts.length === 1 ? placed(...parts[0]) : null;
}

function placed(words, range) {
  const text = textOf(words.cloneNode(true));
  let start = textBetween(words, range, false).length;
  let end = textBetween(words, range, true).length;
  while (start < end && /\s/u.test(text[start])) start += 1;
  while (end > start && /\s/u.test(text[end - 1])) end -= 1;
  return start < end ? { words, range, text, start, end, quote: text.slice(start, end), turn: words.closest("[data-address]") } : null;
}

// As the archive compares, but for the finer points: a place too many costs but a longer link.
const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/[\p{P}\p{S}\s]+/gu, " ").trim();

function isAmbiguous({ text, quote }) {
  const wanted = folded(quote);
  return !wanted || folded(text).split(wanted).length > 2;
}

// Not between the halves of a character that takes two.
function cut(text, at) {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? "") ? at - 1 : at;
}

function ends(quote) {
  if (quote.length <= LONG) return [quote, ""];
  return [quote.slice(0, cut(quote, END)), quote.slice(cut(quote, quote.length - END))];
}

// The words with who said them, where, and the address.
export function attributed(words, turn, address) {
  const { source } = turn.closest("[data-source]").dataset;
  return `“${words}”\n— ${turn.dataset.saidBy}, ${source}\n${address}`;
}

export function linkTo(selected, origin) {
  const { text, start, end, turn } = selected;
  const [first, last] = ends(selected.quote);
  const given = { quote: first };
  if (last) given.until = last;
  if (isAmbiguous({ text, quote: first }) || (last && isAmbiguous({ text, quote: last }))) {
    given.prefix = text.slice(cut(text, Math.max(0, start - CONTEXT)), start);
    given.suffix = text.slice(end, cut(text, Math.min(text.length, end + CONTEXT)));
  }
  const revision = new URLSearchParams(location.search).get("rev");
  if (revision && turn.matches(".the-turn")) given.rev = revision;
  const query = Object.entries(given).filter(([, value]) => value);
  const search = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  return `${origin}${turn.dataset.address}?${search}#quote:~:text=${fragment(selected)}`;
}

// https://wicg.github.io/scroll-to-text-fragment/#syntax: a dash, a comma and an ampersand part its pieces.
const escaped = (text) => encodeURIComponent(text).replaceAll("-", "%2D");

function fragment({ quote }) {
  const words = quote.split(/\s+/u);
  if (!/\n/.test(quote) && quote.length <= END) return escaped(quote);
  // A piece of it lies within one paragraph.
  const [head] = quote.split("\n");
  const tail = quote.split("\n").at(-1);
  if (words.length < 4) return escaped(head);
  return `${escaped(head.split(/\s+/u).slice(0, 5).join(" "))},${escaped(tail.split(/\s+/u).slice(-5).join(" "))}`;
}
