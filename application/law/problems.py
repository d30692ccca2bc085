"""What is wrong with an amendment file, all of it at once, each with its amendment."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.shared.refusals import Invalid
from domain.shared.texts import Text

FILE = 0
"""The number that stands for the file as a whole; amendments count from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to put right."""

    amendment: int
    field: str
    says: Text


class AmendmentsRefused(Invalid):
    """The file was not read; ``problems`` holds everything to put right."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(
            "amendments-refused",
            nb="\n".join(f"{_place('endring', each)}: {each.says.nb}" for each in problems),
            en="\n".join(f"{_place('amendment', each)}: {each.says.en}" for each in problems),
            field=problems[0].field or None,
        )


@dataclass(slots=True)
class Notes:
    """The problems found so far."""

    problems: list[Problem] = field(default_factory=list)

    def note(self, amendment: int, field: str, *, nb: str, en: str) -> None:
        self.problems.append(Problem(amendment=amendment, field=field, says=Text(nb=nb, en=en)))

    def refusal(self) -> AmendmentsRefused:
        return AmendmentsRefused(tuple(self.problems))

    def refuse(self) -> None:
        """Raise AmendmentsRefused if anything was noted."""
        if self.problems:
            raise self.refusal()


def _place(word: str, problem: Problem) -> str:
    place = f"{word} {problem.amendment}" if problem.amendment else ""
    return ", ".join(each for each in (place, problem.field) if each) or word
