// Suggestions under a search box: the combobox pattern with a listbox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
const PAUSE = 120; // milliseconds without a letter before anything is asked

function combobox(input) {
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.role = "listbox";
  list.ariaLabel = input.dataset.suggestLabel;
  list.hidden = true;
  input.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(name, value);
  }
  let asking;
  let timer;
  let active = -1;

  function close() {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function option({ kind, kind_name: name, label, url }, place) {
    const item = document.createElement("li");
    item.role = "option";
    item.id = `${list.id}-${place}`;
    item.dataset.url = url;
    item.dataset.kind = kind;
    item.ariaSelected = "false";
    const words = document.createElement("span");
    words.textContent = label;
    const what = document.createElement("span");
    what.className = "suggestion-kind";
    what.textContent = name;
    item.append(words, what);
    return item;
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map(option));
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = !suggestions.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const typed = input.value.trim();
    if (typed.length < 2) return close();
    try {
      const response = await fetch(`${input.dataset.suggest}?${new URLSearchParams({ q: typed })}`, { signal });
      if (!response.ok) return close();
      const { suggestions } = await response.json();
      // An answer that comes after the reader has gone on, or has sent the search, is nobody's.
      if (!signal.aborted && document.activeElement === input) show(suggestions);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  function move(step) {
    const items = [...list.children];
    items[active]?.setAttribute("aria-selected", "false");
    active = active + step;
    if (active >= items.length) active = -1;
    if (active < -1) active = items.length - 1;
    if (active === -1) return input.removeAttribute("aria-activedescendant");
    items[active].setAttribute("aria-selected", "true");
    items[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[active].id);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      return close();
    }
    if (event.key === "Enter") {
      const chosen = list.hidden ? null : list.children[active];
      close();
      if (!chosen) return;
      event.preventDefault();
      location.assign(chosen.dataset.url);
    }
    if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp") && !event.altKey) {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    }
  });
  input.addEventListener("blur", close);
  input.form?.addEventListener("submit", close);
  // A press would take the focus from the box, and so close the list before the click comes.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-url]");
    if (chosen) location.assign(chosen.dataset.url);
  });
}

function combine() {
  for (const input of document.querySelectorAll("[data-suggest]:not([role])")) combobox(input);
}
combine();
document.addEventListener("htmx:historyRestore", combine);
