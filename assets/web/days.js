// A browser writes the day in a date field as the computer's language has it; below it stands what day that is, in the
// language of the page. It is an attribute of what is around the field (controls.css), which Dash leaves alone.
(() => {
  const said = (text) => {
    const [year, month, day] = text.split("-").map(Number);
    const form = { weekday: "short", day: "numeric", month: "short", year: "numeric" };
    return new Date(year, month - 1, day).toLocaleDateString(document.documentElement.lang, form);
  };

  function tell(field) {
    const place = field.parentElement;
    const text = field.value ? said(field.value) : "";
    if (place.dataset.day !== text) place.dataset.day = text;
  }

  const tellAll = () => document.querySelectorAll("input[type=date]").forEach(tell);
  for (const name of ["input", "change"]) {
    document.addEventListener(name, (event) => { if (event.target.type === "date") tell(event.target); });
  }
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; tellAll(); });
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
