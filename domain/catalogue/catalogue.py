"""Every learning goal there has been, by code and by day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from difflib import get_close_matches

from domain.calendar.spans import Span
from domain.catalogue import common, former
from domain.catalogue.clinical import (
    communication,
    medicine,
    method,
    practice,
    professionalism,
    society,
)
from domain.catalogue.goals import Goal, canonical, is_clinical
from domain.shared.refusals import Invalid


class Catalogue:
    """The learning goals in the order of the annex; a code is never used twice."""

    def __init__(self, goals: tuple[Goal, ...]) -> None:
        self.goals = goals
        self._by_code = {goal.code: goal for goal in goals}
        if len(self._by_code) != len(goals):
            msg = "a goal's code must be its own"
            raise ValueError(msg)
        starts = {goal.first_day for goal in goals}
        ends = {goal.last_day + timedelta(days=1) for goal in goals if goal.last_day}
        self._change_days = tuple(sorted(starts | ends))
        # Asked for every plan at every rebuild, and the same from one change to the next.
        self._codes_since = [self._codes(day) for day in (date.min, *self._change_days)]

    def goal(self, code: str, *, field: str = "goal") -> Goal:
        """Return the goal with exactly this code; the refusal names the codes that are close."""
        if code not in self._by_code:
            raise self._unknown(code, field)
        return self._by_code[code]

    def in_force(self, day: date) -> tuple[Goal, ...]:
        return tuple(goal for goal in self.goals if goal.in_force(day))

    def codes_in_force(self, day: date) -> frozenset[str]:
        return self._codes_since[bisect_right(self._change_days, day)]

    def days(self) -> dict[str, Span]:
        """Return by code on which days each goal is in force."""
        return {goal.code: Span.of(goal.first_day, goal.last_day) for goal in self.goals}

    def change_days(self) -> tuple[date, ...]:
        """Return the days on which other goals came into force, oldest first."""
        return self._change_days

    def close_to(self, code: str) -> tuple[str, ...]:
        """Return the codes someone who wrote this may have meant, the likeliest first."""
        meant = canonical(code)
        if meant in self._by_code:
            return (meant,)
        return tuple(get_close_matches(meant.upper(), self._by_code, n=3, cutoff=0.75))

    def _codes(self, day: date) -> frozenset[str]:
        return frozenset(goal.code for goal in self.in_force(day))

    def common_goals(self) -> tuple[tuple[Goal, ...], tuple[Goal, ...]]:
        """Return the former common goals, and those that replaced them."""
        common = [goal for goal in self.goals if not is_clinical(goal.code)]
        return (
            tuple(goal for goal in common if goal.last_day),
            tuple(goal for goal in common if not goal.last_day),
        )

    def replaced_by(self, code: str) -> tuple[str, ...]:
        """Return the codes of the former goals that a goal took the place of, with others."""
        former, new = self.common_goals()
        if all(goal.code != code for goal in new):
            return ()
        return tuple(goal.code for goal in former)

    def goals_on(self, codes: Iterable[str], day: date, *, field: str) -> tuple[str, ...]:
        """Return the codes, each once; raises Invalid for one that is unknown or out of force."""
        found = {code: self.goal(code, field=field) for code in codes}
        if gone := [code for code, goal in found.items() if not goal.in_force(day)]:
            raise Invalid(
                "goal-not-in-force",
                nb=f"{', '.join(gone)} gjaldt ikke som læringsmål den {day}.",
                en=f"{', '.join(gone)} was not in force as a learning goal on {day}.",
                rule="L-LG-02",
                field=field,
            )
        return tuple(found)

    def _unknown(self, code: str, field: str) -> Invalid:
        close = self.close_to(code)
        return Invalid(
            "unknown-goal",
            nb=f"Det finnes ikke noe læringsmål «{code}»" + _asking("mente du", "eller", close),
            en=f'There is no learning goal "{code}"' + _asking("did you mean", "or", close),
            field=field,
        )


def _asking(question: str, conjunction: str, codes: tuple[str, ...]) -> str:
    return f"; {question} {f' {conjunction} '.join(codes)}?" if codes else "."


CATALOGUE = Catalogue(
    professionalism.GOALS
    + society.GOALS
    + method.GOALS
    + communication.GOALS
    + medicine.GOALS
    + practice.GOALS
    + common.GOALS
    + former.GOALS
)
