"""The language of the charts: colours with meaning and a plotly template; text and lines get their ink from charts.css.

The colours can be told apart on light and dark paper, and by those who see fewer colours; words say the same.
"""

import plotly.graph_objects as go

PAST = "#8b9690"  # what was
EXPECTED = "#1a8a70"  # what is expected
BAND = "rgba(26, 138, 112, 0.26)"  # how far it may be off
REORDER = "#c2571a"  # limits, and what needs an eye
SAID = "#4a7fb5"  # what it is compared with
SERIES = (EXPECTED, SAID, REORDER, "#8a6bb1", "#b08a1e", PAST)  # things of equal rank, in this order
FONT = (
    'Figtree, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, '
    "sans-serif"
)
NO_COLOUR = "rgba(0,0,0,0)"

TEMPLATE = go.layout.Template(
    layout={
        "font": {"family": FONT, "size": 13},
        "colorway": SERIES,
        "margin": {"l": 52, "r": 12, "t": 30, "b": 36},
        "paper_bgcolor": NO_COLOUR,
        "plot_bgcolor": NO_COLOUR,
        "hovermode": "x unified",
        "hoverlabel": {"bgcolor": "#26302c", "bordercolor": "#26302c", "font": {"color": "#ffffff"}},
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "bgcolor": NO_COLOUR},
        "bargap": 0.18,
        "barcornerradius": 2,
        "xaxis": {
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "automargin": True,
            "ticklabelstandoff": 4,
            "exponentformat": "none",
            "separatethousands": True,
            "tickformatstops": [{"name": "months", "dtickrange": ["M1", "M11"], "value": "%b\n%Y"}],  # the year once
        },
        "yaxis": {
            "zeroline": True,
            "zerolinewidth": 1,
            "gridwidth": 1,
            "fixedrange": True,
            "automargin": True,
            "exponentformat": "none",
            "separatethousands": True,
            "title": {"standoff": 8},
        },
    }
)
