// Copies a turn's address, its words with their source, or a citation. Without this the links simply lead there.
const frame = () => document.querySelector(".transcript");
const absolute = (link) => frame().dataset.origin + link.getAttribute("href");

const texts = {
  link: absolute,
  quote(link) {
    const turn = link.closest("[data-said-by]");
    const words = turn.querySelector(".words, .snippet").innerText.trim();
    const { source } = link.closest("[data-source]").dataset;
    return `“${words}”\n— ${turn.dataset.saidBy}, ${source}\n${absolute(link)}`;
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
