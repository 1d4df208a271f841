// A chart as a picture: on white paper, whatever the page looks like.
document.addEventListener("click", (event) => {
  const button = event.target.closest && event.target.closest("[data-picture]");
  if (!button) return;
  const chart = button.closest(".sw-chart-place").querySelector(".js-plotly-plot");
  if (!chart || !window.Plotly) return;
  const heading = chart.closest(".sw-card")?.querySelector("h2");
  const layout = {
    ...chart.layout, paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff", width: undefined, height: undefined,
    font: { ...(chart.layout.font || {}), color: "#1c2521" }, margin: { ...(chart.layout.margin || {}), t: 60 },
    title: { text: heading ? heading.textContent : "", x: 0.02 },
  };
  window.Plotly.downloadImage({ data: chart.data, layout }, { format: "png", width: 1000, height: 500, scale: 2, filename: button.dataset.picture });
});
