// What screen readers and the keyboard need and Dash's components cannot be given: names, the page's title, where one is.
(() => {
  const name = (element, text) => { if (element.getAttribute("aria-label") !== text) element.setAttribute("aria-label", text); };

  function complete() {
    const heading = document.querySelector("#page h1");
    const title = heading ? `${heading.textContent} – Shelfwise` : "Shelfwise";
    if (document.title !== title) document.title = title;
    for (const link of document.querySelectorAll(".sw-nav a, .sw-views a")) {
      if (link.classList.contains("active")) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    for (const field of document.querySelectorAll("[data-field-name], .sw-slider")) {
      const text = field.dataset.fieldName || field.querySelector(".form-label").textContent;
      for (const control of field.querySelectorAll("[role=slider], .dash-dropdown")) name(control, text);
    }
    for (const hidden of document.querySelectorAll(".dash-dropdown-focus-target")) hidden.tabIndex = -1;
  }

  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; complete(); });
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
})();
