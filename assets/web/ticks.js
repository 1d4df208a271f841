// Ticking off an order's lines while it is read out or typed in elsewhere. The browser keeps the ticks, for one plan's day.
(() => {
  const KEPT = "ordered";
  const boxes = () => document.querySelectorAll("[data-ordered]");

  function ticked(day) {
    try {
      const kept = JSON.parse(localStorage.getItem(KEPT)) || {};
      return new Set(kept.day === day ? kept.lines : []);
    } catch { return new Set(); }
  }

  function keep(day, lines) {
    try { localStorage.setItem(KEPT, JSON.stringify({ day, lines: [...lines] })); } catch { /* they end with the page */ }
  }

  function show() {
    const [first] = boxes();
    if (!first) return;
    const lines = ticked(first.dataset.plan);
    for (const box of boxes()) {
      const checked = String(lines.has(box.dataset.ordered));
      if (box.getAttribute("aria-checked") !== checked) box.setAttribute("aria-checked", checked);
    }
  }

  document.addEventListener("click", (event) => {
    const box = event.target.closest && event.target.closest("[data-ordered]");
    if (!box) return;
    const lines = ticked(box.dataset.plan);
    if (!lines.delete(box.dataset.ordered)) lines.add(box.dataset.ordered);
    keep(box.dataset.plan, lines);
    show();
  });

  new MutationObserver(show).observe(document.documentElement, { childList: true, subtree: true });
})();
