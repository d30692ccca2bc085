"""What is wrong with a file, all of it at once, each with its line."""

from __future__ import annotations

from dataclasses import dataclass

from domain.shared.refusals import Invalid
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One thing to put right. ``field`` counts from 1, as in "arenas[3].goals[2]"."""

    line: int
    field: str
    says: Text


class FileRefused(Invalid):
    """The file was not read; ``problems`` holds everything to put right, in the file's order."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        self.name = name
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        super().__init__(
            "file-refused",
            nb="\n".join(_told(name, "linje", p, p.says.nb) for p in self.problems),
            en="\n".join(_told(name, "line", p, p.says.en) for p in self.problems),
            field=self.problems[0].field or None,
        )


def _told(name: str, line: str, problem: Problem, says: str) -> str:
    place = f"{name}, {line} {problem.line}"
    return f"{place}, {problem.field}: {says}" if problem.field else f"{place}: {says}"
