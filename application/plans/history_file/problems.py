"""What is wrong with a history file, all of it at once, each with its line."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.shared.refusals import Invalid
from domain.shared.texts import Text

TOLD = 200
"""So many problems are told one by one; of the rest only the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to put right; line 0 is the file as a whole."""

    line: int
    field: str
    says: Text


@dataclass(slots=True)
class Notes:
    """The problems found so far."""

    problems: list[Problem] = field(default_factory=list)

    def note(self, line: int, column: str, *, nb: str, en: str) -> None:
        self.problems.append(Problem(line=line, field=column, says=Text(nb=nb, en=en)))


class HistoryRefused(Invalid):
    """Nothing of the file was recorded; ``problems`` holds everything to put right."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        told = self.problems[:TOLD]
        number = len(self.problems)
        super().__init__(
            "history-refused",
            nb=f"{number} feil i filen; ingenting er registrert.\n"
            + "\n".join(_told("linje", problem, problem.says.nb) for problem in told),
            en=f"{number} problems in the file; nothing was recorded.\n"
            + "\n".join(_told("line", problem, problem.says.en) for problem in told),
            field=self.problems[0].field or None,
        )
        self.errors: dict[str, list[str]] = {}
        for problem in told:
            place = f"{problem.line}:{problem.field}"
            self.errors.setdefault(place, []).extend((problem.says.nb, problem.says.en))


def refused(line: int, *, nb: str, en: str, column: str = "") -> HistoryRefused:
    """Return the refusal of a file that cannot be read on, for one reason."""
    return HistoryRefused([Problem(line=line, field=column, says=Text(nb=nb, en=en))])


def _told(word: str, problem: Problem, says: str) -> str:
    place = f"{word} {problem.line}, {problem.field}".removesuffix(", ")
    return f"{place}: {says}" if problem.line else says
