// What htmx leaves to do on the search page: short addresses, a quiet history, and folds that stay open.
const form = document.getElementById("search");
const found = document.getElementById("found");
const wide = matchMedia("(min-width: 56rem)");
let open = [];

// Fields without a value say nothing: keep them out of the address.
// What is typed replaces the address, so that "back" does not lead through every letter.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.elt !== form) return;
  for (const name of [...detail.formData.keys()]) {
    const values = detail.formData.getAll(name).filter((value) => value !== "");
    detail.formData.delete(name);
    for (const value of values) detail.formData.append(name, value);
  }
  const typing = detail.triggeringEvent?.type === "input";
  form.setAttribute("hx-push-url", String(!typing));
  form.setAttribute("hx-replace-url", String(typing));
});

function unfold() {
  for (const details of found.querySelectorAll("details[data-open-wide]")) {
    if (wide.matches || open.includes(details.id)) details.open = true;
  }
}

document.addEventListener("htmx:beforeSwap", () => {
  open = [...found.querySelectorAll("details[open]")].map((details) => details.id);
});
document.addEventListener("htmx:afterSwap", unfold);
wide.addEventListener("change", unfold);
unfold();
