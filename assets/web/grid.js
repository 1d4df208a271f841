// The grid's own scripts, a quarter of all, come with the first grid. Until then this stands for Dash's component.
(() => {
  const address = document.querySelector("meta[name=grid]").content;
  let isReady;
  const ready = new Promise((resolve) => { isReady = resolve; });
  const state = { ready };


  const load = () => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => {
      const loaded = window.dash_ag_grid.AgGrid;
      window.dash_ag_grid = { ...window.dash_ag_grid, AgGrid: later }; // one component from first to last: none is drawn anew
      setTimeout(() => { state.ready = true; isReady(true); }, 0);
      resolve({ default: loaded });
    };
    script.onerror = reject;
    document.head.append(script);
  });

  let drawn = null;
  function later(props) {
    drawn = drawn || window.React.lazy(load);
    return window.React.createElement(window.React.Suspense, { fallback: null }, window.React.createElement(drawn, props));
  }
  // Dash asks this before it hands a callback's answer to a component that is still being loaded.
  Object.defineProperty(later, "_dashprivate_isLazyComponentReady", { get: () => state.ready });
  later.dashRenderType = true; // as the component itself says of it
  window.dash_ag_grid = { AgGrid: later };
})();

// Cells that the grids draw themselves, and numbers as the page's language writes them.
window.dashAgGridFunctions = window.dashAgGridFunctions || {};
const written = (value, none, form) => (
  value == null ? none : Number(value).toLocaleString(document.documentElement.lang, { useGrouping: "always", ...form }));
window.dashAgGridFunctions.writtenNumber = (value) => written(value, "", { maximumFractionDigits: 6 });
window.dashAgGridFunctions.writtenShare = (value, signDisplay = "auto") => written(value, "–", { style: "percent", signDisplay });

window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {};

// The product's name as a link that changes the page without loading everything anew.
window.dashAgGridComponentFunctions.ProductLink = (props) => {
  const address = "/product/" + encodeURIComponent(props.data.sku);
  const follow = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    window.swFollow(address);
  };
  return window.React.createElement("a", { href: address, onClick: follow }, props.value);
};
