"""Why something cannot be done, as data; `app/words/problems.py` makes the sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """One problem: a code such as `no_date_column`, and what its sentence names (file, row, column, found ...)."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


class FileRejected(Exception):
    """A file that cannot be read at all; `problems` holds every reason found."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems
