// Light or dark as the owner's system has it, or as she chose, before the first paint and whenever it changes.
(() => {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const keep = (theme) => { try { localStorage.setItem("theme", theme); } catch { /* the choice ends with the page */ } };
  const theme = () => chosen() || (dark.matches ? "dark" : "light");
  const show = (name) => document.documentElement.setAttribute("data-bs-theme", name);
  dark.addEventListener("change", () => show(theme()));
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#theme-button")) return;
    const next = document.documentElement.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
    keep(next);
    show(next);
  });
  show(theme());
})();
