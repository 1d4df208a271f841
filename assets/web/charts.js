// Charts in sight are drawn first, the others when they come near or when there is nothing else to do; all with the
// small bundle of plotly.js, a quarter of the one that Dash would load, from an address that names its version: the
// browser keeps it, and what it made of it.
(() => {
  const address = document.querySelector("meta[name=charts]").content;
  Object.defineProperty(window, "_dashPlotlyJSURL", { get: () => address, set: () => {} });

  const NEAR = "100px";
  const LATER = 1000; // milliseconds that the charts in sight have for themselves
  const waiting = new Set();
  const atOnce = () => waiting.forEach((draw) => draw(true));
  window.addEventListener("beforeprint", atOnce);
  const idly = window.requestIdleCallback || setTimeout;
  function drawNext() {
    const [draw] = waiting;
    if (!draw) return;
    waiting.delete(draw);
    draw(true);
    idly(drawNext);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const Graph = window.dash_core_components.Graph;
    const { createElement, useEffect, useRef, useState } = window.React;

    function Later(props) {
      const [isWanted, want] = useState(false);
      const place = useRef(null);
      useEffect(() => {
        if (isWanted) return undefined;
        const watch = new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) want(true); }, { rootMargin: NEAR });
        watch.observe(place.current);
        waiting.add(want);
        const pause = setTimeout(() => idly(drawNext), LATER);
        return () => { watch.disconnect(); waiting.delete(want); clearTimeout(pause); };
      }, [isWanted]);
      return isWanted ? createElement(Graph, props) : createElement("div", { id: props.id, className: props.className, ref: place });
    }
    Later.dashRenderType = Graph.dashRenderType; // as the component itself says of it
    Later._dashprivate_isLazyComponentReady = true; // Dash need not wait before it hands it a figure
    window.dash_core_components = { ...window.dash_core_components, Graph: Later };
  });
})();
