// Puts text on the clipboard and says so, aloud too.
let timer;

export function tell(message) {
  const notice = document.getElementById("notice");
  notice.textContent = message;
  notice.classList.add("told");
  clearTimeout(timer);
  timer = setTimeout(() => notice.classList.remove("told"), 2500);
}

// `html` is the same with its italics, for word processors; it may be left out.
export async function copy(text, html = "") {
  if (!navigator.clipboard || !window.isSecureContext) return copyBySelecting(text);
  if (!html || !window.ClipboardItem) return navigator.clipboard.writeText(text);
  const forms = { "text/plain": text, "text/html": html };
  const blobs = Object.entries(forms).map(([type, words]) => [type, new Blob([words], { type })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

// Plain http on a local network has no clipboard API.
function copyBySelecting(text) {
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (!copied) throw new Error("the browser refused to copy");
}
