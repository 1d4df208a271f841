"""What the owner chose where a file can be read in several ways."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class ReadingChoices:
    """answers: the option chosen, by the code of the question, "" to be asked again.

    columns: the header chosen, by canonical name, "" for none.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)

    def answer(self, code: str, options: tuple[str, ...]) -> str:
        """The option chosen for a question, "" where it is not answered or not with one of its options.

        >>> ReadingChoices({"date_order": "day"}).answer("date_order", ("day", "month"))
        'day'
        """
        chosen = self.answers.get(code, "")
        return chosen if chosen in options else ""


NO_CHOICES = ReadingChoices()
