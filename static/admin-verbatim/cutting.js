// Where a turn would be split: before the word that was clicked in its text.

const MOST = 24; // characters of the word, as the button shows it

// Puts the button that splits there beside the paragraph; takes it away where no text is clicked.
export function cutIn(turns) {
  const place = placeIn(turns);
  if (document.activeElement?.matches("[data-cut]")) return;
  for (const button of turns.querySelectorAll("[data-cut]")) button.hidden = true;
  if (!place) return;
  const button = place.paragraph.closest("[data-side]").querySelector("[data-cut]");
  button.hidden = false;
  button.value = `split:${button.dataset.cut}:${place.number}:${place.offset}`;
  button.querySelector("[data-word]").textContent = place.word;
  place.paragraph.before(button);
}

function placeIn(turns) {
  const selection = getSelection();
  const paragraph = selection.anchorNode?.parentElement?.closest(".verbatim[data-paragraph]");
  if (!paragraph || !turns.contains(paragraph) || selection.anchorNode.nodeType !== Node.TEXT_NODE) return null;
  const text = paragraph.textContent;
  const head = text.slice(0, selection.anchorOffset).replace(/\S+$/u, "");
  const first = paragraph.dataset.paragraph === "1" && !head.trim();
  const word = text.slice(head.length).trim().split(/\s/u)[0].slice(0, MOST);
  if (first || !word) return null;
  // Characters as Python counts them: a pair of surrogates is one.
  return { paragraph, number: paragraph.dataset.paragraph, offset: [...head].length, word };
}
