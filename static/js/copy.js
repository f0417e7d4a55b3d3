// Copies a turn's address, its words with their source, or a citation. Without this the links simply lead there.
const frame = () => document.querySelector(".transcript");
const absolute = (link) => frame().dataset.origin + link.getAttribute("href");

// What the reader has selected within the turn's words: only that is copied then, and the link marks it.
function selected(turn) {
  const selection = getSelection();
  const within = turn.querySelector(".words")?.contains(selection.anchorNode) && turn.contains(selection.focusNode);
  return within ? selection.toString().trim() : "";
}

const texts = {
  link: absolute,
  quote(link) {
    const turn = link.closest("[data-said-by]");
    const { source } = link.closest("[data-source]").dataset;
    const chosen = selected(turn);
    const words = chosen || turn.querySelector(".words, .snippet").innerText.trim();
    const address = absolute(link) + (chosen ? `?quote=${encodeURIComponent(chosen)}#quote` : "");
    return `“${words}”\n— ${turn.dataset.saidBy}, ${source}\n${address}`;
  },
  citation: () => document.getElementById("citation").textContent,
};

async function copy(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  // Plain http on a local network has no clipboard API.
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (!copied) throw new Error("the browser refused to copy");
}

let timer;
function tell(message) {
  const notice = document.getElementById("notice");
  notice.textContent = message;
  notice.classList.add("told");
  clearTimeout(timer);
  timer = setTimeout(() => notice.classList.remove("told"), 2500);
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-copy]");
  // A new tab or window was asked for: that is the link's own business.
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  const kind = link.dataset.copy;
  try {
    await copy(texts[kind](link));
    tell(frame().dataset[`copied${kind[0].toUpperCase()}${kind.slice(1)}`]);
  } catch {
    location.assign(link.href);
  }
});
