// The list of products: draws only the lines in sight and fetches them a part at a time, so that twenty thousand
// products are as quick as twenty. The choices above it are kept in the address of the page.
(() => {
  const PART = 100;
  const CHOICES = ["q", "show", "class", "supplier", "category", "grade", "sort"];
  const CELLS = ["trend", "week", "stock", "cover", "class", "grade"];
  let shown = null; // the list on the page: { place, body, address, total, lines, asked }

  const choice = (name) => document.getElementById("products-" + name);

  function address() {
    const query = new URLSearchParams();
    for (const name of CHOICES) {
      const field = choice(name);
      if (field && field.value && !(name === "sort" && field.selectedIndex === 0)) query.set(name, field.value);
    }
    const text = query.toString();
    return text ? "?" + text : "";
  }

  function element(kind, className, text) {
    const made = document.createElement(kind);
    made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function trend(path) {
    const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    drawing.setAttribute("class", "sw-trend");
    drawing.setAttribute("viewBox", "0 0 96 28");
    drawing.setAttribute("preserveAspectRatio", "none");
    drawing.setAttribute("aria-hidden", "true");
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    line.setAttribute("d", path);
    line.setAttribute("vector-effect", "non-scaling-stroke");
    drawing.append(line);
    return drawing;
  }

  function nameCell(line) {
    const cell = element("div", "sw-cell-name");
    const link = element("a", "", line.name);
    link.href = line.href;
    const beside = element("div", "sw-cell-beside");
    beside.append(...line.tags.map(([text, kind]) => element("span", "sw-tag " + kind, text)), element("span", "sw-soft sw-small", line.beside));
    cell.append(link, beside);
    return cell;
  }

  function drawn(line, place) {
    const row = element("div", "sw-product-line");
    row.setAttribute("role", "row");
    row.setAttribute("aria-rowindex", place + 2);
    row.style.transform = `translateY(${place * shown.height}px)`;
    if (!line) {
      row.classList.add("sw-waiting");
      row.append(element("div", "sw-loading"));
      row.firstChild.setAttribute("role", "cell");
      return row;
    }
    const cells = [nameCell(line), ...CELLS.map((name) => {
      const cell = element("div", "sw-cell-" + name);
      if (name === "trend") cell.append(trend(line.trend));
      else if (name === "grade") cell.append(element("span", "sw-tag " + (line.gradeKind || "plain"), line.grade));
      else cell.append(element("span", "sw-cell-label", shown.headings[name]), element("span", "", line[name]));
      return cell;
    })];
    for (const cell of cells) cell.setAttribute("role", "cell");
    row.append(...cells);
    return row;
  }

  // Lines that stay in sight stay as they are: only what comes into sight, or has arrived, is made.
  function draw() {
    if (!shown || shown.total === null) return;
    const { body, height, total, lines, rows } = shown;
    const top = body.getBoundingClientRect().top;
    const first = Math.max(0, Math.floor(-top / height) - 4);
    const last = Math.min(total, Math.ceil((window.innerHeight - top) / height) + 4);
    for (const [place, row] of rows) {
      const isOld = place < first || place >= last || (lines[place] && row.classList.contains("sw-waiting"));
      if (isOld && !row.contains(document.activeElement)) { row.remove(); rows.delete(place); }
    }
    for (let place = first; place < last; place += 1) {
      if (rows.has(place)) continue;
      const row = drawn(lines[place], place);
      rows.set(place, row);
      body.insertBefore(row, rows.get(place + 1) || null); // in their order, for those who read with their ears
    }
    fetchMissing(first, last);
  }

  function fetchMissing(first, last) {
    for (let part = Math.floor(first / PART); part * PART < last; part += 1) {
      if (!shown.asked.has(part)) ask(part);
    }
  }

  async function ask(part) {
    const list = shown;
    list.asked.add(part);
    const query = new URLSearchParams(list.address);
    query.set("first", part * PART);
    query.set("count", PART);
    const answer = await fetch("/answers/products?" + query).then((found) => (found.ok ? found.json() : null)).catch(() => null);
    if (list !== shown) return;
    if (!answer) { list.asked.delete(part); say(list.place.dataset.failed); return; }
    answer.lines.forEach((line, number) => { list.lines[answer.first + number] = line; });
    if (list.total === null) { list.body.replaceChildren(); count(answer.total); }
    draw();
    list.body.dispatchEvent(new CustomEvent("sw-drawn", { bubbles: true }));
  }

  function count(total) {
    shown.total = total;
    shown.body.style.minHeight = "0";
    shown.body.style.height = `${total * shown.height}px`;
    shown.body.parentElement.setAttribute("aria-rowcount", total + 1);
    const said = shown.place.dataset;
    const words = total === 0 ? said.none : (total === 1 ? said.one : said.many).replace("{count}", total.toLocaleString(document.documentElement.lang));
    say(words);
  }

  const say = (text) => { document.getElementById("product-count").textContent = text; };

  function begin(place) {
    const body = place.querySelector("#product-lines");
    const names = ["name", ...CELLS];
    const headings = Object.fromEntries(place.dataset.headings.split("|").map((text, number) => [names[number], text]));
    const height = parseFloat(getComputedStyle(body).getPropertyValue("--sw-line-height")) * parseFloat(getComputedStyle(document.documentElement).fontSize);
    shown = { place, body, headings, height, address: address(), total: null, lines: [], rows: new Map(), asked: new Set() };
    document.getElementById("products-table").href = "/products/table" + shown.address; // the same products, to be edited
    ask(0);
  }

  function choose(event) {
    if (!shown || !CHOICES.some((name) => event.target === choice(name))) return;
    const wanted = address();
    if (wanted === shown.address) return;
    window.history.replaceState(window.history.state, "", window.location.pathname + wanted);
    begin(shown.place);
  }

  document.addEventListener("input", choose);
  document.addEventListener("change", choose);
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("#product-lines a, #products-table");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    window.swFollow(link.getAttribute("href"));
  });
  let planned = false;
  const soon = () => { if (!planned) { planned = true; requestAnimationFrame(() => { planned = false; draw(); }); } };
  window.addEventListener("scroll", soon, { passive: true });
  window.addEventListener("resize", () => { if (shown) { begin(shown.place); } });
  new MutationObserver(() => {
    const place = document.getElementById("product-list");
    if (!place) shown = null;
    else if (!shown || shown.place !== place || !place.contains(shown.body)) begin(place);
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
