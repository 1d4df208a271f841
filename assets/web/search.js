// Search: "/" or the button opens it; typing finds, arrows choose, Enter goes there.
(() => {
  const dialog = () => document.getElementById("search");
  const list = () => document.getElementById("search-found");
  let field = null; // Dash has no plain text field that keeps what is typed to itself
  let asked = 0;
  let chosen = 0;

  function open() {
    if (!dialog() || dialog().open) return;
    const place = document.getElementById("search-field");
    if (!field || !place.contains(field)) {
      field = document.createElement("input");
      const attributes = { type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-expanded": "true", "aria-controls": "search-found" };
      for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
      field.setAttribute("aria-label", dialog().dataset.label);
      field.placeholder = dialog().dataset.label;
      field.addEventListener("input", ask);
      place.replaceChildren(field);
    }
    field.value = "";
    dialog().showModal();
    field.focus();
    ask();
  }

  async function ask() {
    const number = (asked += 1);
    const answer = await fetch("/answers/search?q=" + encodeURIComponent(field.value)).then((found) => found.json()).catch(() => null);
    if (number !== asked || !answer) return; // a later letter was answered already
    const options = answer.map((found, place) => {
      const option = document.createElement("a");
      option.id = "found-" + place;
      option.href = found.href;
      option.setAttribute("role", "option");
      option.tabIndex = -1;
      const beside = document.createElement("span");
      beside.className = "sw-soft sw-small";
      beside.textContent = found.beside;
      option.append(found.name, beside);
      return option;
    });
    list().replaceChildren(...options);
    if (!options.length) {
      const none = document.createElement("div");
      none.setAttribute("role", "option");
      none.setAttribute("aria-disabled", "true");
      none.textContent = dialog().dataset.none;
      list().append(none);
    }
    choose(0);
  }

  function choose(place) {
    const options = [...list().querySelectorAll("a")];
    chosen = options.length ? (place + options.length) % options.length : 0;
    options.forEach((option, number) => option.setAttribute("aria-selected", String(number === chosen)));
    if (options.length) {
      field.setAttribute("aria-activedescendant", "found-" + chosen);
      options[chosen].scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  }

  function go(option) {
    dialog().close();
    window.swFollow(option.getAttribute("href"));
    document.getElementById("page").focus({ preventScroll: true });
  }

  const isTyping = (target) => target.closest && target.closest("input, textarea, select, [contenteditable], .ag-root-wrapper");
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
      event.preventDefault();
      open();
    } else if (event.target === field) {
      const options = [...list().querySelectorAll("a")];
      if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); choose(chosen + (event.key === "ArrowDown" ? 1 : -1)); }
      if (event.key === "Enter" && options[chosen]) { event.preventDefault(); go(options[chosen]); }
    }
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest || !dialog()) return;
    const option = event.target.closest("#search-found a");
    if (event.target.closest("#search-button")) open();
    else if (event.target.closest("#search-close") || event.target === dialog()) dialog().close();
    else if (option && !event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); go(option); }
  }, true);
})();
