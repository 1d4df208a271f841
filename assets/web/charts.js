// Charts are drawn when they come into sight, and with the small bundle of plotly.js, a quarter of the one that Dash
// would load, from an address that names its version: the browser keeps it, and what it made of it.
(() => {
  const address = document.querySelector("meta[name=charts]").content;
  Object.defineProperty(window, "_dashPlotlyJSURL", { get: () => address, set: () => {} });

  const NEAR = "100px"; // a chart that near is drawn, so that nobody who scrolls sees it coming
  const onPaper = new Set(); // what is to be drawn before the page is printed
  window.addEventListener("beforeprint", () => onPaper.forEach((draw) => draw(true)));

  document.addEventListener("DOMContentLoaded", () => {
    const Graph = window.dash_core_components.Graph;
    const { createElement, useEffect, useRef, useState } = window.React;

    function Later(props) {
      const [isInSight, see] = useState(false);
      const place = useRef(null);
      useEffect(() => {
        if (isInSight) return undefined;
        const watch = new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) see(true); }, { rootMargin: NEAR });
        watch.observe(place.current);
        onPaper.add(see);
        return () => { watch.disconnect(); onPaper.delete(see); };
      }, [isInSight]);
      return isInSight ? createElement(Graph, props) : createElement("div", { id: props.id, className: props.className, ref: place });
    }
    Later.dashRenderType = Graph.dashRenderType; // as the component itself says of it
    Later._dashprivate_isLazyComponentReady = true; // Dash need not wait before it hands it a figure
    window.dash_core_components = { ...window.dash_core_components, Graph: Later };
  });
})();
