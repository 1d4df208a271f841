import re

import pytest

from app.words.questions import QUESTIONS, question_text
from data.report import Question


@pytest.mark.parametrize(("code", "sentence"), QUESTIONS.items())
def test_every_question_says_all_its_values(code: str, sentence: str) -> None:
    names = re.findall(r"{(\w+)}", sentence)
    told = question_text(Question(code, {name: f"<{name}>" for name in names}, (), None))
    assert all(f"<{name}>" in told for name in names)
    assert "?" in told
