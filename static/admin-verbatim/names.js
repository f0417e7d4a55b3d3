// Names that the archive knows, offered while one is typed. The browser's own list shows them.

const WAIT = 150; // milliseconds after the last key
let timer;

document.addEventListener("input", (event) => {
  const list = event.target.list;
  if (!list?.dataset.names) return;
  clearTimeout(timer);
  timer = setTimeout(() => offer(list, event.target.value), WAIT);
});

async function offer(list, typed) {
  const answer = await fetch(`${list.dataset.names}?${new URLSearchParams({ q: typed })}`);
  if (!answer.ok) return;
  const { names } = await answer.json();
  list.replaceChildren(...names.map((name) => new Option(name, name)));
}
