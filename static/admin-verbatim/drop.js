// A file dropped anywhere on the page is the file chosen, and is previewed at once.

const form = document.querySelector("form[data-drops]");

function chosen() {
  form.querySelector("button[data-preview]").click();
}

form.addEventListener("change", (event) => {
  if (event.target.name === "file" && event.target.files.length) chosen();
});

document.addEventListener("dragover", (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  form.classList.add("dropping");
});

document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) form.classList.remove("dropping");
});

document.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  form.classList.remove("dropping");
  form.querySelector("input[name=file]").files = event.dataTransfer.files;
  chosen();
});
