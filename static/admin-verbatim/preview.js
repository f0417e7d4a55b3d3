// Preview by key, and no saving of what has not been previewed.

const form = document.querySelector("form[data-previews]");

form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.querySelector("button[data-preview]").click();
  }
});

form.addEventListener("input", (event) => {
  if (event.target.name === "version" || event.target.name === "publish_at") return;
  const save = form.querySelector("[data-save]");
  if (!save) return;
  save.querySelector(".desk-stale").hidden = false;
  for (const button of save.querySelectorAll("button")) button.disabled = true;
});

const unanswered = form.querySelector("[data-unanswered]");

for (const trouble of ["htmx:responseError", "htmx:sendError"]) {
  form.addEventListener(trouble, () => {
    unanswered.hidden = false;
  });
}

form.addEventListener("htmx:beforeSwap", (event) => {
  // Whoever was logged out is led to the log-in page, which is no preview.
  const answered = event.detail.xhr.responseURL;
  const elsewhere = answered && new URL(answered).pathname !== location.pathname;
  if (elsewhere) event.detail.shouldSwap = false;
  unanswered.hidden = !elsewhere && event.detail.xhr.status < 400;
});

form.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-line]");
  if (button) goToLine(form.querySelector("textarea[name=text]"), Number(button.dataset.line));
});

function goToLine(area, number) {
  const lines = area.value.split("\n");
  const start = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
  area.scrollIntoView({ block: "center" });
  area.focus();
  // A caret alone makes browsers scroll to it; then the line is marked.
  area.setSelectionRange(start, start);
  area.blur();
  area.focus();
  area.setSelectionRange(start, start + (lines[number - 1] ?? "").length);
}
