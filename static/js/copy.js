// Copies a turn's address, its words with their source, or a citation. Without this the links simply lead there.
import { copy, tell } from "./clipboard.js";
import { attributed, chosen, linkTo } from "./quote.js";

const frame = () => document.querySelector(".transcript, [data-origin]");
const absolute = (link) => frame().dataset.origin + link.getAttribute("href");

const texts = {
  link: (link) => [absolute(link)],
  quote(link) {
    const turn = link.closest("[data-said-by]");
    const selected = chosen();
    if (selected && selected.turn === turn) return [attributed(selected.quote, turn, linkTo(selected, frame().dataset.origin))];
    // Where differences are marked, the text on the page is not what was said.
    const said = turn.dataset.quote ?? turn.querySelector(".words, .snippet").innerText.trim();
    return [attributed(said, turn, absolute(link))];
  },
  citation(link) {
    const entry = document.querySelector(link.getAttribute("href"));
    return [entry.textContent, entry.innerHTML];
  },
};

document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-copy]");
  // A new tab or window was asked for: that is the link's own business.
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  const kind = link.dataset.copy;
  try {
    await copy(...texts[kind](link));
    tell(frame().dataset[`copied${kind[0].toUpperCase()}${kind.slice(1)}`]);
  } catch {
    location.assign(link.href);
  }
});
