"""Whatever rule a value breaks, the owner reads it in her language, with the field's name."""

from collections.abc import Iterator

import pytest

from app.words.field_names import FIELD_NAMES
from app.words.language import use_language
from app.words.rule_words import rule_text
from data.product_fields import PRODUCT_RULES
from data.purchasing.order_steps import LINE_RULES
from data.shop_settings import SETTING_RULES
from data.suppliers import SUPPLIER_RULES

RULES = {**PRODUCT_RULES, **SUPPLIER_RULES, **SETTING_RULES, **LINE_RULES}


@pytest.fixture
def german() -> Iterator[None]:
    use_language("de")
    yield
    use_language("en")


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("field", sorted(RULES))
def test_every_rule_of_the_rooms_is_told_in_german(field: str) -> None:
    wanted = RULES[field].wanted
    assert rule_text(wanted) != wanted
    assert field in FIELD_NAMES


@pytest.mark.usefixtures("german")
def test_numbers_and_days_in_rules_are_written_as_in_the_language() -> None:
    assert rule_text("a whole number from 1 to 3650") == "eine ganze Zahl von 1 bis 3.650"
    assert rule_text("2011-12-09 or later") == "9. Dezember 2011 oder später"
