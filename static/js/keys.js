// "/" leads to the search box from anywhere, unless something is being typed already.
const editable = "input, textarea, select, [contenteditable]";

document.addEventListener("keydown", (event) => {
  const plain = !(event.ctrlKey || event.metaKey || event.altKey);
  if (event.key !== "/" || !plain || event.target.closest(editable)) return;
  const box = document.querySelector("[data-search]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
