// What is under a chart: the chart as a picture, on white paper whatever the page looks like, and what it is drawn from as CSV.
(() => {
  function picture(chart, name) {
    const heading = chart.closest(".sw-card")?.querySelector("h2");
    const layout = {
      ...chart.layout, paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff", width: undefined, height: undefined,
      font: { ...(chart.layout.font || {}), color: "#1c2521" }, margin: { ...(chart.layout.margin || {}), t: 60 },
      title: { text: heading ? heading.textContent : "", x: 0.02 },
    };
    window.Plotly.downloadImage({ data: chart.data, layout }, { format: "png", width: 1000, height: 500, scale: 2, filename: name });
  }

  // One row for each place on the axis, one column for each line or row of bars, named as in the legend.
  function table(chart) {
    const rows = new Map();
    chart.data.forEach((line, column) => {
      Array.from(line.x).forEach((x, place) => {
        if (!rows.has(x)) rows.set(x, []);
        rows.get(x)[column] = line.y[place];
      });
    });
    const names = chart.data.map((line) => line.meta || line.name || "");
    const places = [...rows.keys()].sort((one, other) => (one < other ? -1 : Number(one > other)));
    return [["", ...names], ...places.map((x) => [x, ...names.map((_name, column) => rows.get(x)[column])])];
  }

  function written(cell) {
    if (cell === undefined || cell === null) return "";
    const text = typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell); // no formula for a spreadsheet
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  function save(rows, name) {
    const text = "\ufeff" + rows.map((row) => row.map(written).join(",") + "\r\n").join("");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    link.download = `${name}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-picture], [data-table]");
    const chart = button && button.closest(".sw-chart-place").querySelector(".js-plotly-plot");
    if (!chart || !window.Plotly) return;
    if (button.dataset.picture) picture(chart, button.dataset.picture);
    else save(table(chart), button.dataset.table);
  });
})();
