// Going to a page and back without losing the place: each address remembers how far it was scrolled.
(() => {
  window.history.scrollRestoration = "manual";
  let inside = 0; // pages gone to since the program was opened, so that going back stays in it

  const keep = () => window.history.replaceState({ ...window.history.state, top: window.scrollY }, "");

  // Dash follows an address when it hears this event; a page of its own is not loaded anew.
  window.swFollow = (address) => {
    keep();
    inside += 1;
    window.history.pushState({}, "", address);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    window.scrollTo(0, 0);
  };

  // The page comes later than the address, and its lists later still: wait for them, unless she moves on herself.
  function scrollTo(top) {
    const end = performance.now() + 3000;
    let isNew = false;
    let isOver = false;
    const page = new MutationObserver(() => { isNew = true; });
    page.observe(document.getElementById("page"), { childList: true });
    const stop = () => { isOver = true; };
    for (const name of ["wheel", "touchstart", "keydown"]) window.addEventListener(name, stop, { once: true, passive: true });
    const step = () => {
      const reachable = document.documentElement.scrollHeight - window.innerHeight;
      if (isNew) window.scrollTo(0, Math.min(top, reachable));
      if (!isOver && !(isNew && reachable >= top) && performance.now() < end) requestAnimationFrame(step);
      else page.disconnect();
    };
    requestAnimationFrame(step);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.classList.contains("sw-back") && inside > 0) {
      event.preventDefault();
      event.stopPropagation();
      inside -= 1;
      window.history.back();
    } else if (link.getAttribute("href").startsWith("/") && !link.closest("#product-lines, #products-table, .ag-root-wrapper")) {
      keep();
      inside += 1;
    }
  }, true);
  window.addEventListener("popstate", (event) => {
    const top = event.state && event.state.top;
    if (top) scrollTo(top);
  });
  window.addEventListener("pagehide", keep);
})();
