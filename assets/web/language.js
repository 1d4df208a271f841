// Loads the page anew once the program speaks another language than the page: the owner chose one, here or in another tab.
(() => {
  let waiting = false;
  let reloading = false;
  function look() {
    waiting = false;
    const marks = [...document.querySelectorAll("[data-language]")];
    if (reloading || marks.every((mark) => mark.dataset.language === document.documentElement.lang)) return;
    reloading = true;
    window.location.reload();
  }
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(look);
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
