// The pages behind "More" on a phone: opened by a tap or a key, closed by choosing one, a tap elsewhere or Escape.
(() => {
  const button = () => document.getElementById("more-button");
  const open = (is) => button() && button().setAttribute("aria-expanded", String(is));
  document.addEventListener("click", (event) => {
    const more = button();
    if (!more) return;
    open(more.contains(event.target) && more.getAttribute("aria-expanded") !== "true");
  });
  document.addEventListener("keydown", (event) => {
    const more = button();
    if (event.key !== "Escape" || !more || more.getAttribute("aria-expanded") !== "true") return;
    open(false);
    more.focus();
  });
})();
