"""Silent days of which the owner is asked whether a product was sold out, and what she answered."""

from dataclasses import dataclass

from app.planning.plan import Plan
from data.sold_out import Verdict
from forecasting.suspects import Suspect


@dataclass(frozen=True)
class OpenQuestion:
    """A silence nobody has spoken on yet, with the name of its product."""

    suspect: Suspect
    name: str


def open_questions(plan: Plan) -> tuple[OpenQuestion, ...]:
    """The questions still open of all products that are ordered, what cost most sales first.

    A silence that nobody wanted anything in is not asked about again on every day that it lasts.
    """
    products = plan.inputs.products
    answered = {(said.sku, said.first_day, said.last_day) for said in plan.inputs.verdicts}
    unwanted = {(said.sku, said.first_day) for said in plan.inputs.verdicts if not said.was_sold_out}
    active = dict(zip(products.index, plan.stock.active, strict=True))
    names = products["name"].fillna("").to_dict()
    questions = [
        OpenQuestion(suspect, names[sku] or sku)
        for suspect in plan.forecast.suspects
        if (sku := suspect.sold_out.sku)
        and active[sku]
        and (sku, suspect.sold_out.first_day, suspect.sold_out.last_day) not in answered
        and not (suspect.ongoing and (sku, suspect.sold_out.first_day) in unwanted)
    ]
    return tuple(sorted(questions, key=lambda question: -question.suspect.missed))


def questions_of(plan: Plan, sku: str) -> tuple[OpenQuestion, ...]:
    """The open questions of one product, the latest first."""
    own = [question for question in open_questions(plan) if question.suspect.sold_out.sku == sku]
    return tuple(sorted(own, key=lambda question: question.suspect.sold_out.first_day, reverse=True))


def answers_of(plan: Plan, sku: str) -> tuple[Verdict, ...]:
    """What the owner said of one product, the latest days first."""
    own = [verdict for verdict in plan.inputs.verdicts if verdict.sku == sku]
    return tuple(sorted(own, key=lambda verdict: verdict.first_day, reverse=True))
