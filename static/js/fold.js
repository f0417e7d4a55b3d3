// What folds on a phone stands open on a wide screen, in browsers whose CSS cannot do that.
const wide = matchMedia("(min-width: 56rem)");

function unfold() {
  if (!wide.matches) return;
  for (const details of document.querySelectorAll("details[data-open-wide]")) details.open = true;
}

unfold();
wide.addEventListener("change", unfold);
