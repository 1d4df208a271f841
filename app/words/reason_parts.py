"""The own reason of each part of an order: which forecast, which days, which promise, whose decision."""

import datetime as dt
from collections.abc import Callable

from app.planning.plan import Plan
from app.words.formats import day_text, days_text, list_text, money_text, share_text, units_text, weekday_text
from app.words.language import N_, _
from app.words.sums import number
from app.words.trust_words import grade_text, reason_text
from data.purchasing.orders import ON_THE_WAY
from inventory.trace import TracePart

METHODS = {
    "arima": N_("Forecast by seasonal ARIMA, trust: {grade}."),
    "smoothing": N_("Forecast by exponential smoothing, trust: {grade}."),
    "shop_smoothing": N_("Forecast by exponential smoothing with the whole shop, trust: {grade}."),
    "boosting": N_("Forecast by boosted trees, trust: {grade}."),
    "combination": N_("Forecast by a mix of models, trust: {grade}."),
    "weekday_average": N_("Forecast by the average of the same weekday, trust: {grade}."),
}
PROMISED = {
    ("product", False): N_("So that nothing is missing in {share} of order cycles, as you promised for this product."),
    ("supplier", False): N_("So that nothing is missing in {share} of order cycles, your promise for {supplier}."),
    ("class", False): N_("So that nothing is missing in {share} of order cycles, your promise for class {label}."),
    ("shop", False): N_("So that nothing is missing in {share} of order cycles."),
    ("product", True): N_("So that {share} of what is asked for is there, as you promised for this product."),
    ("supplier", True): N_("So that {share} of what is asked for is there, your promise for {supplier}."),
    ("class", True): N_("So that {share} of what is asked for is there, your promise for class {label}."),
    ("shop", True): N_("So that {share} of what is asked for is there."),
}


def part_reason(plan: Plan, product: int, part: TracePart) -> str:
    """Why a part of the sum is that much, in sentences; empty where its name says it all."""
    return REASONS[part.code](plan, product, part) if part.code in REASONS else ""


def _expected_sales(plan: Plan, product: int, part: TracePart) -> str:
    sentences = (_days(plan, part), _deliveries(plan, product), _forecast(plan, product))
    return " ".join(sentence for sentence in sentences if sentence)


def _days(plan: Plan, part: TracePart) -> str:
    until = weekday_text(_day(plan, part.details["days"]))
    order_in = part.details["order_in_days"]
    if not order_in > 0:
        return _("From today to {day}, when the order after next arrives.").format(day=until)
    ordered = weekday_text(_day(plan, order_in))
    return _("Ordered on {ordered}, it must last until the order after that arrives on {day}.").format(
        ordered=ordered, day=until
    )


def _deliveries(plan: Plan, product: int) -> str:
    """What deliveries taught of the lead time; empty where it is as it was said."""
    learned, place = plan.inputs.terms.lead_times, plan.calendar.supplier[product]
    if not learned.deliveries[place] or plan.policy.lead_time_days[product] != learned.mean_days[place]:
        return ""
    told = _("Delivery is said to take {stated}; it took {shortest} to {longest}, so {days} are planned with.")
    return told.format(
        stated=days_text(learned.stated_days[place]),
        shortest=units_text(learned.shortest_days[place]),
        longest=days_text(learned.longest_days[place]),
        days=days_text(learned.mean_days[place]),
    )


def _forecast(plan: Plan, product: int) -> str:
    similar = int(plan.similar[product])
    if similar >= 0:
        share = plan.inputs.products["similar_share"].iloc[product]
        told = _("It is new: expected to sell {share} of what {name} sells.")
        return told.format(share=share_text(1.0 if share != share else share), name=name_of(plan, similar))
    grade, doubt = grade_text(plan.judged, product), reason_text(plan.judged, product)
    method = METHODS.get("" if plan.forecast.reason[product] else plan.forecast.method[product])
    told = _(method).format(grade=grade) if method else _("Trust in the forecast: {grade}.").format(grade=grade)
    return f"{told} {doubt}".strip()


def _safety_stock(plan: Plan, product: int, part: TracePart) -> str:
    promised, by_fill_rate = plan.promises, bool(plan.decision.by_fill_rate[product])
    told = PROMISED[str(promised.source[product]), by_fill_rate]
    share, supplier = share_text(part.details["service_level"]), supplier_of(plan, product)
    return _(told).format(share=share, label=promised.label[product], supplier=supplier)


def _threshold(_plan: Plan, _product: int, part: TracePart) -> str:
    share = share_text(part.details["service_level_reached"])
    return _("The simple rule; it lasts in {share} of cases only.").format(share=share)


def _lot(_plan: Plan, _product: int, _part: TracePart) -> str:
    return _("Ordering this much at a time costs least.")


def _shelf_life(plan: Plan, product: int, part: TracePart) -> str:
    days = units_text(plan.policy.shelf_life_days[product])
    told = _("It keeps {days} days: no more than {limit} on hand and on the way, the rest would get too old.")
    return told.format(days=days, limit=number(part.details["limit"]))


def _on_hand(plan: Plan, product: int, _part: TracePart) -> str:
    row = plan.inputs.products.iloc[product]
    if plan.on_record[product] < 0:
        told = _("The record says {units}, which cannot be: planned with none until you count it.")
        return told.format(units=number(plan.on_record[product]))
    if row[["counted_on", "counted"]].isna().any():
        return ""
    told = _("Counted {counted} on {day}; since then {received} came and {sold} were sold.")
    return told.format(
        counted=number(row["counted"]),
        day=day_text(row["counted_on"].date()),
        received=number(row["received_since"]),
        sold=number(row["sold_since"]),
    )


def _on_order(plan: Plan, product: int, _part: TracePart) -> str:
    sku = plan.inputs.products.index[product]
    expected = {
        order.expected_on
        for order in plan.inputs.orders
        for line in order.lines
        if order.state in ON_THE_WAY and line.sku == sku and line.missing > 0 and order.expected_on is not None
    }
    if not expected:
        return ""
    return _("Expected on {days}.").format(days=list_text([weekday_text(day) for day in sorted(expected)]))


def _rounding(_plan: Plan, _product: int, part: TracePart) -> str:
    pack, least = number(part.details["pack_size"]), part.details["moq"]
    if least > 0:
        return _("Packs of {pack}, at least {least}.").format(pack=pack, least=number(least))
    return _("Packs of {pack}.").format(pack=pack)


def _enough_stock(_plan: Plan, _product: int, part: TracePart) -> str:
    point = number(part.details["reorder_point"])
    return _("There is more than the reorder point of {point}: no order yet.").format(point=point)


def _decided(plan: Plan, product: int, _part: TracePart) -> str:
    return decided_text(plan, product)


def decided_text(plan: Plan, product: int) -> str:
    """How much of the advice was ordered today, and when the rest comes up again."""
    settled = plan.adjusted.decided
    units, advised = number(settled.units[product]), number(settled.advised[product])
    if not settled.units[product] < settled.advised[product]:
        return _("You ordered {units} today; more is looked at again with the next day's sales.").format(units=units)
    told = _("You ordered {units} of {advised} today; the rest is looked at again with the next day's sales.")
    return told.format(units=units, advised=advised)


def _minimum_top_up(plan: Plan, product: int, _part: TracePart) -> str:
    supplier, currency = plan.calendar.supplier[product], plan.inputs.settings.currency
    told = _("{supplier} takes orders from {least}. To keep all that is added until it is needed costs {cost}.")
    return told.format(
        supplier=supplier_of(plan, product),
        least=money_text(plan.inputs.terms.minimum_value[supplier], currency),
        cost=money_text(plan.minimum.top_up_cost[supplier], currency),
    )


def _minimum_wait(plan: Plan, product: int, _part: TracePart) -> str:
    supplier, currency = plan.calendar.supplier[product], plan.inputs.settings.currency
    told = _("The order is worth {value}, and {supplier} takes {least}. On {day} it should be enough.")
    return told.format(
        value=money_text(plan.minimum.order_value[supplier], currency),
        supplier=supplier_of(plan, product),
        least=money_text(plan.inputs.terms.minimum_value[supplier], currency),
        day=weekday_text(_day(plan, plan.minimum.wait_days[supplier])),
    )


def _budget_cut(plan: Plan, product: int, _part: TracePart) -> str:
    outcome, currency = plan.adjusted.budget, plan.inputs.settings.currency
    if outcome is None:
        return ""
    budget = money_text(outcome.budget, currency)
    if outcome.left_out[plan.calendar.supplier[product]]:
        told = _("Your budget of {budget} does not reach the least that {supplier} takes.")
        return told.format(budget=budget, supplier=supplier_of(plan, product))
    risk = float(outcome.risk[product])
    if risk != risk:
        return _("Nobody said what it costs, so no budget can buy it: type its cost.")
    told = _("Your budget of {budget} goes further elsewhere. Waiting risks {risk} of margin.")
    return told.format(budget=budget, risk=money_text(risk, currency))


def _override(plan: Plan, product: int, part: TracePart) -> str:
    reason = plan.adjusted.reasons.get(product, "")
    if "advised" not in part.details:
        return reason
    advised = number(part.details["advised"])
    if not reason:
        return _("Advised were {advised}.").format(advised=advised)
    return _("Advised were {advised}. Your reason: {reason}").format(advised=advised, reason=reason)


REASONS: dict[str, Callable[[Plan, int, TracePart], str]] = {
    "expected_sales": _expected_sales,
    "safety_stock": _safety_stock,
    "threshold": _threshold,
    "lot": _lot,
    "shelf_life": _shelf_life,
    "on_hand": _on_hand,
    "on_order": _on_order,
    "rounding": _rounding,
    "enough_stock": _enough_stock,
    "decided": _decided,
    "minimum_top_up": _minimum_top_up,
    "minimum_wait": _minimum_wait,
    "budget_cut": _budget_cut,
    "override": _override,
}


def name_of(plan: Plan, product: int) -> str:
    """The name of a product, its SKU where it has none."""
    name = plan.inputs.products["name"].iloc[product]
    return name if isinstance(name, str) and name else str(plan.inputs.products.index[product])


def supplier_of(plan: Plan, product: int) -> str:
    """The name of a product's supplier."""
    return plan.inputs.terms.names[int(plan.calendar.supplier[product])] or _("The supplier")


def _day(plan: Plan, days_ahead: float) -> dt.date:
    return plan.inputs.today + dt.timedelta(days=round(days_ahead))
