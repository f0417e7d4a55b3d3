// The queue is shown anew every two seconds: what somebody has opened or works with stays as it is.

let open = [];
let focused;

document.addEventListener("htmx:beforeSwap", () => {
  open = [...document.querySelectorAll("#queue details[open]")].map((details) => details.id);
  focused = document.activeElement?.closest("#queue [id], #queue a")?.id;
});

document.addEventListener("htmx:afterSwap", () => {
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
});
