// What htmx leaves to do on the search page: short addresses, a quiet history, and folds that stay open.
// Going back replaces the body, so every element is looked up when it is needed.
const wide = matchMedia("(min-width: 56rem)");

// What is empty or as by default says nothing: keep it out of the address.
const says = (name, value) => value !== "" && !(name === "sort" && value === "relevance");

document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.elt.id !== "search") return;
  for (const name of new Set(detail.formData.keys())) {
    const values = detail.formData.getAll(name).filter((value) => says(name, value));
    detail.formData.delete(name);
    for (const value of values) detail.formData.append(name, value);
  }
  // What is typed replaces the address, so that "back" does not lead through every letter.
  const typing = detail.triggeringEvent?.type === "input";
  detail.elt.setAttribute("hx-push-url", String(!typing));
  detail.elt.setAttribute("hx-replace-url", String(typing));
});

function unfold() {
  if (wide.matches) for (const details of document.querySelectorAll("#found details")) details.open = true;
}

// A fold that is opened only after the swap has lost the focus inside it, and pushes the page down.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (document.querySelector("#found details")?.open) {
    detail.serverResponse = detail.serverResponse.replace("<details ", "<details open ");
  }
});

// What was swapped in is told to those who do not see it: a link that is gone leaves the focus to the new total.
function tell() {
  const total = document.getElementById("total");
  const announced = document.getElementById("announced");
  if (!total || !announced) return;
  if (document.activeElement === document.body) total.focus({ preventScroll: true });
  else announced.textContent = total.textContent;
}
document.addEventListener("htmx:afterSwap", () => {
  unfold();
  tell();
});
wide.addEventListener("change", unfold);
unfold();
