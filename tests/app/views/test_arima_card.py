"""The ARIMA of a product, for those who ask: worked out when opened, every number with its meaning."""

import numpy as np
import pytest
from dash.exceptions import PreventUpdate

import app.views.arima_card
from app import ids
from app.desk import Desk
from app.pages import product
from app.planning.plan import Plan, row_of
from app.views.arima_card import arima_card, arima_told
from forecasting.diagnostics import ArimaDiagnostics, Outcome
from tests.app.components import of_kind, table_rows, with_id, words
from tests.app.shops import plan_of

TOLD = ArimaDiagnostics(
    order="(1,0,1)(0,1,1)7",
    coefficients=(("phi", (0.97,)), ("theta", (-0.8, 0.1)), ("Theta", (-0.9,))),
    errors=492,
    spread=3.21,
    unit_root=Outcome(-8.123, 0.0001, 3),
    correlation=Outcome(20.5, 0.0312, 14),
)


def rows_of(monkeypatch: pytest.MonkeyPatch, told: ArimaDiagnostics | None) -> dict[str, list[str]]:
    monkeypatch.setattr(app.views.arima_card, "diagnose_arima", lambda _history, _product: told)
    return table_rows(arima_told(plan_of({"sku": "tea"}), 0))


def test_every_number_is_told_with_its_meaning(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = {name: cells[0] for name, cells in rows_of(monkeypatch, TOLD).items()}
    assert rows == {
        "Model": "ARIMA(1,0,1)(0,1,1)7, by conditional least squares with a prior",
        "Coefficients": "φ = 0.970, θ₁ = -0.800, θ₂ = 0.100, Θ = -0.900",
        "One-step errors": "492, standard deviation 3.2 units a day",
        "Augmented Dickey-Fuller test of the sales": "-8.12 (p < 0.001, 3 lags): no unit root: sales return to a level",
        "Ljung-Box test of the errors": (
            "20.50 (p = 0.031, 14 lags): the errors still hold structure that this model misses"
        ),
        "What it says alone": "nothing: it is too young for the race",
    }


def test_the_other_outcomes_mean_the_opposite(monkeypatch: pytest.MonkeyPatch) -> None:
    other = ArimaDiagnostics("", (), 40, 1.0, Outcome(-1.0, 0.4, 1), Outcome(9.0, 0.8, 14))
    rows = rows_of(monkeypatch, other)
    assert rows["Augmented Dickey-Fuller test of the sales"] == [
        "-1.00 (p = 0.400, 1 lag): a unit root cannot be ruled out: the level may wander"
    ]
    assert rows["Ljung-Box test of the errors"] == ["9.00 (p = 0.800, 14 lags): no structure left in the errors"]


def test_what_cannot_be_tested_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = rows_of(monkeypatch, ArimaDiagnostics("", (), 40, 0.0, None, None))
    assert rows["Augmented Dickey-Fuller test of the sales"] == ["The sales never change: nothing to test."]
    assert rows["Ljung-Box test of the errors"] == ["There are no errors: nothing to test."]


def test_a_young_product_has_too_few_sales(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.views.arima_card, "diagnose_arima", lambda _history, _product: None)
    assert words(arima_told(plan_of({"sku": "tea"}), 0)) == "There are too few sales yet to fit an ARIMA to them."


def test_the_model_of_the_sample_shop_is_the_one_of_the_race(sample_plan: Plan) -> None:
    row = row_of(sample_plan, "22423")
    assert row is not None
    told = table_rows(arima_told(sample_plan, row))
    assert told["Model"][0].startswith("ARIMA(")
    alone = float(told["What it says alone"][0].split(" units")[0].replace(",", ""))
    days = int(told["What it says alone"][0].split(" days")[0].split()[-1])
    assert alone == pytest.approx(float(np.nansum(sample_plan.forecast.arima[row, :days])), abs=0.5)


def test_nothing_is_worked_out_before_the_card_is_opened(sample_desk: Desk) -> None:
    page = product.layout(plan_of({"sku": "22423"}), "22423")
    (card,) = [part for part in of_kind(page, "Details") if "ARIMA" in words(part)]
    assert words(card) == words(arima_card("22423")) == "For those who know ARIMA One moment …"
    opened = ids.arima_opened("22423")
    assert with_id(card, opened).children == "For those who know ARIMA"
    assert "Ljung-Box" in words(product.open_arima(sample_desk, 1, opened))
    for clicks, sku in ((2, "22423"), (1, "unknown")):
        with pytest.raises(PreventUpdate):
            product.open_arima(sample_desk, clicks, ids.arima_opened(sku))
