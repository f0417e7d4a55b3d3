// Any number of files, chosen or dropped, folders too: sent in parts, because the server takes a hundred at a time.

import { filesOf, pathOf } from "./folders.js";

const form = document.querySelector("form[data-imports]");
const files = form.querySelector("input[name=files]");
const folder = form.querySelector("[data-folder]");
const chosen = form.querySelector("[data-chosen]");
const PART_FILES = 50;
const PART_BYTES = 20_000_000;
const SHOWN = 200;
const largest = Number(form.dataset.largest);
// By path: what is chosen twice is sent once.
const waiting = new Map();
let sending = false;

form.querySelector("[data-folder-field]").hidden = false;

function add(found) {
  for (const [path, file] of found) if (!isHidden(path)) waiting.set(path, file);
  show();
}

function isHidden(path) {
  return path.split("/").some((part) => part.startsWith("."));
}

function isSidecar(path) {
  return path.toLowerCase().endsWith(".toml");
}

function show() {
  const paths = [...waiting.keys()].sort();
  const count = (name, number) => {
    chosen.querySelector(`[data-count="${name}"]`).textContent = number.toLocaleString(document.documentElement.lang);
  };
  chosen.hidden = !paths.length;
  count("files", paths.filter((path) => !isSidecar(path)).length);
  count("sidecars", paths.filter(isSidecar).length);
  const list = chosen.querySelector("ul");
  list.replaceChildren(...paths.slice(0, SHOWN).map(item));
  if (paths.length > SHOWN) list.append(item("…"));
}

function item(text) {
  const element = document.createElement("li");
  element.textContent = text;
  return element;
}

for (const input of [files, folder]) {
  input.addEventListener("change", () => {
    add([...input.files].map((file) => [pathOf(file), file]));
  });
}

form.querySelector("[data-clear]").addEventListener("click", () => {
  waiting.clear();
  files.value = folder.value = "";
  show();
  files.focus();
});

document.addEventListener("dragover", (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  form.classList.add("importing");
});

document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) form.classList.remove("importing");
});

document.addEventListener("drop", async (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  form.classList.remove("importing");
  add(await filesOf(event.dataTransfer));
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!sending) send();
});

window.addEventListener("beforeunload", (event) => {
  if (sending) event.preventDefault();
});

// Sidecars first: a file may be imported as soon as it has arrived. Then by path, which is the order of the queue.
function* parts() {
  const before = (one, other) => isSidecar(other) - isSidecar(one) || one.localeCompare(other);
  const ordered = [...waiting].sort(([one], [other]) => before(one, other));
  let part = [];
  let bytes = 0;
  for (const [path, file] of ordered) {
    const size = file.size > largest ? 0 : file.size;
    if (part.length && (part.length === PART_FILES || bytes + size > PART_BYTES)) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push([path, file]);
    bytes += size;
  }
  if (part.length) yield part;
}

async function send() {
  if (!waiting.size) return files.focus();
  const progress = begin();
  for (const part of parts()) {
    const answer = await post(part);
    if (!answer) return end();
    // Whoever presses the button again after a failure goes on in the same import, with what is left.
    form.querySelector("input[name=job]").value = answer.job;
    for (const [path] of part) waiting.delete(path);
    progress.value += part.length;
    if (waiting.size) continue;
    sending = false;
    location.assign(answer.page);
  }
}

function begin() {
  sending = true;
  for (const note of form.querySelectorAll("[data-refused], [data-unanswered]")) note.hidden = true;
  form.querySelector("[data-sending]").hidden = false;
  form.querySelector("[data-send]").disabled = true;
  const progress = form.querySelector("#sending");
  progress.max = waiting.size;
  progress.value = 0;
  return progress;
}

function end() {
  sending = false;
  form.querySelector("[data-sending]").hidden = true;
  form.querySelector("[data-send]").disabled = false;
  show();
}

// The answer to one part; nothing, with the reason on the page, where it was not taken.
async function post(part) {
  try {
    const headers = { Accept: "application/json" };
    const response = await fetch(location.href, { method: "POST", body: bodyOf(part), headers });
    const answer = await response.json();
    if (response.ok) return answer;
    refuse(form.querySelector("[data-refused]"), answer.error);
  } catch {
    refuse(form.querySelector("[data-unanswered]"));
  }
}

function bodyOf(part) {
  const body = new FormData(form);
  body.delete("files");
  for (const [path, file] of part) {
    if (file.size > largest) {
      body.append("too_large", `${file.size}:${path}`);
    } else {
      body.append("files", file);
      body.append("paths", path);
    }
  }
  return body;
}

function refuse(note, text) {
  note.hidden = false;
  if (text) note.textContent = text;
}
