// Any number of files, chosen or dropped, folders too: sent in parts, because the server takes a hundred at a time.

const form = document.querySelector("form[data-imports]");
const PART_FILES = 50;
const PART_BYTES = 20_000_000;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  send([...form.querySelector("input[name=files]").files]);
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
  event.preventDefault();
  form.classList.remove("importing");
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  send((await Promise.all(entries.map(filesOf))).flat());
});

async function filesOf(entry) {
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  const reader = entry.createReader();
  const found = [];
  // A folder is read in portions; an empty one says that it is over.
  for (let portion; (portion = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length; )
    found.push(...(await Promise.all(portion.map(filesOf))));
  return found.flat();
}

function* parts(files) {
  let part = [];
  let bytes = 0;
  for (const file of files) {
    if (part.length && (part.length === PART_FILES || bytes + file.size > PART_BYTES)) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(file);
    bytes += file.size;
  }
  if (part.length) yield part;
}

async function send(files) {
  const wishes = new FormData(form);
  wishes.delete("files");
  if (!files.length) return form.querySelector("input[name=files]").focus();
  const sending = begin(files.length);
  let page = "";
  for (const part of parts(files)) {
    const answer = await post(wishes, part);
    if (!answer) return;
    page = answer.page;
    wishes.set("job", answer.job);
    sending.value += part.length;
  }
  location.assign(page);
}

function begin(count) {
  for (const note of form.querySelectorAll("[data-refused], [data-unanswered]")) note.hidden = true;
  form.querySelector("[data-sending]").hidden = false;
  const sending = form.querySelector("#sending");
  sending.max = count;
  sending.value = 0;
  return sending;
}

// The answer to one part; nothing, with the reason on the page, where it was not taken.
async function post(wishes, part) {
  const body = new FormData();
  for (const [name, value] of wishes) body.append(name, value);
  for (const file of part) body.append("files", file);
  try {
    const response = await fetch(location.href, { method: "POST", body, headers: { Accept: "application/json" } });
    const answer = await response.json();
    if (response.ok) return answer;
    refuse(form.querySelector("[data-refused]"), answer.error);
  } catch {
    refuse(form.querySelector("[data-unanswered]"));
  }
}

function refuse(note, text) {
  form.querySelector("[data-sending]").hidden = true;
  note.hidden = false;
  if (text) note.textContent = text;
}
