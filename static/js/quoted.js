// A quote in the address is scrolled to also where the browser knows no text fragments, and in old links without one.
const mark = document.getElementById("quote");

if (mark && new URLSearchParams(location.search).has("quote") && !location.hash.startsWith("#cite")) {
  const { top, bottom } = mark.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) mark.scrollIntoView({ block: "center", behavior: "instant" });
}
