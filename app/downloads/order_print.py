"""An order as a page to print: no script, ink on paper, a box to tick for each line when it comes."""

from markupsafe import Markup, escape

from app.downloads.order_sheet import OrderSheet, SheetLine
from app.downloads.order_text import day_line, sum_line, title_text
from app.words.formats import decimals_text, money_text
from app.words.language import _, locale

STYLE = """
body { font: 11pt/1.4 system-ui, sans-serif; color: #111; background: #fff; max-width: 19cm; margin: 1.5cm auto; }
h1 { font-size: 17pt; margin: 0; }
p { margin: 0.2cm 0 0.6cm; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; border-bottom: 1.5pt solid #111; font-size: 9.5pt; }
th, td { padding: 4pt 6pt; vertical-align: top; }
td { border-bottom: 0.5pt solid #bbb; }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.box { width: 14pt; } .box i { display: block; width: 11pt; height: 11pt; border: 1pt solid #111; margin-top: 2pt; }
tfoot td { border: 0; border-top: 1.5pt solid #111; font-weight: 700; }
thead { display: table-header-group; } tr { break-inside: avoid; }
@page { size: A4; margin: 1.5cm; } @media print { body { margin: 0; max-width: none; } }
"""


def order_page(sheet: OrderSheet) -> str:
    """The whole page as HTML; every text of the shop in it is escaped."""
    title = escape(title_text(sheet))
    has_codes = any(line.article_code for line in sheet.lines)
    heads = [_("Article"), _("Our code")] if has_codes else [_("Our code")]
    cells = "".join(f"<th scope=col>{escape(name)}</th>" for name in [*heads, _("Product")])
    numbers = "".join(f"<th scope=col class=n>{escape(name)}</th>" for name in (_("Quantity"), _("Cost")))
    rows = "".join(_row(line, sheet.currency, has_codes=has_codes) for line in sheet.lines)
    language = locale().language
    total = f"<td colspan={len(heads) + 3}>{escape(sum_line(sheet))}</td>" if sheet.cost else ""
    came = escape(_("Came"))
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head>'
        f"<body><main><h1>{title}</h1><p>{escape(day_line(sheet))}</p><table><thead><tr><th scope=col>{came}</th>"
        f"{cells}{numbers}</tr></thead><tbody>{rows}</tbody><tfoot><tr><td></td>{total}</tr></tfoot></table></main>"
        "</body></html>"
    )


def _row(line: SheetLine, currency: str, *, has_codes: bool) -> Markup:
    codes = [line.article_code, line.sku] if has_codes else [line.sku]
    cost = "" if line.cost is None else money_text(line.cost, currency)
    cells = Markup("").join(Markup("<td>{}</td>").format(text) for text in (*codes, line.name))
    numbers = Markup("<td class=n>{}</td><td class=n>{}</td>").format(decimals_text(line.units), cost)
    return Markup("<tr><td class=box><i></i></td>{}{}</tr>").format(cells, numbers)
