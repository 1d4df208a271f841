// Cells that the grids draw themselves, and numbers as the page's language writes them.
window.dashAgGridFunctions = window.dashAgGridFunctions || {};
window.dashAgGridFunctions.writtenNumber = (value) => (value == null ? "" : Number(value).toLocaleString(
  document.documentElement.lang, { maximumFractionDigits: 6, useGrouping: "always" }));

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
