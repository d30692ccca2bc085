"""Reads the cells of one row as what they should be, and notes what they are not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from application.plans.history_file.problems import Notes
from application.plans.history_file.rows import Row
from domain.catalogue.catalogue import Catalogue
from domain.catalogue.goals import Goal, canonical
from domain.shared.days import can_be_meant
from domain.shared.identifiers import normalised_hpr
from domain.shared.ids import Id, parsed_id
from domain.shared.refusals import Invalid

K = TypeVar("K", bound=StrEnum)

LONGEST_WORD, LONGEST_TEXT = 500, 20_000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NORWEGIAN_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_BETWEEN_GOALS = re.compile(r"[,;\s]+(?=[A-Za-z])")
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_ID_LENGTH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What cells may name: people by HPR number or id, the goals there are, and today."""

    people: Mapping[str, Id]
    catalogue: Catalogue
    today: date


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one row; every reader returns None for what is missing or wrong."""

    row: Row
    known: Known
    notes: Notes

    def note(self, column: str, *, nb: str, en: str) -> None:
        written = self.row.cells.get(column)
        nb, en = (f"«{written}» {nb}", f'"{written}" {en}') if written else (nb, en)
        self.notes.note(self.row.line, column, nb=nb, en=en)

    def word(self, column: str, *, needed: bool = False, longest: int = LONGEST_WORD) -> str | None:
        written = self.row.cells.get(column)
        if written is None:
            if needed:
                self.note(column, nb="mangler.", en="is missing.")
        elif len(written) > longest:
            self.notes.note(
                self.row.line,
                column,
                nb=f"er på {len(written)} tegn; høyst {longest}.",
                en=f"has {len(written)} characters; at most {longest}.",
            )
        elif _NO_TEXT.search(written):
            self.notes.note(
                self.row.line,
                column,
                nb="har styretegn, som ikke er tekst.",
                en="has control characters, which are no text.",
            )
        return written

    def text(self) -> str | None:
        return self.word("text", longest=LONGEST_TEXT)

    def day(self, column: str, *, needed: bool = False, to_come: bool = False) -> date | None:
        """Return a day; one that has not come yet is noted unless it may be ``to_come``."""
        written = self.word(column, needed=needed)
        found = _day(written) if written else None
        if written and found is None:
            right = _meant(written)
            self.note(
                column,
                nb=f"er ikke en dag som år-måned-dag; skriv {right}.",
                en=f"is not a day as year-month-day; write {right}.",
            )
        if found and found > self.known.today and not to_come:
            self.note(
                column,
                nb=f"er ikke kommet ennå; i dag er {self.known.today}.",
                en=f"has not come yet; today is {self.known.today}.",
            )
        return found

    def whole(self, column: str, *, most: int) -> int | None:
        written = self.word(column, needed=True)
        if written is None:
            return None
        if not (written.isascii() and written.isdigit() and 1 <= int(written[:9]) <= most):
            self.note(
                column,
                nb=f"er ikke et helt tall fra 1 til {most}.",
                en=f"is not a whole number from 1 to {most}.",
            )
            return None
        return int(written)

    def decimal(self, column: str, *, most: int) -> Decimal | None:
        """Return a number of at most two decimals, with a comma or a point."""
        written = self.word(column)
        if written is None:
            return None
        try:
            found = Decimal(written.replace(",", "."))
            right = 0 < found <= most and found == round(found, 2)
        except InvalidOperation:
            right = False
        if not right:
            self.note(
                column,
                nb=f"er ikke et tall over 0 og høyst {most}, med høyst to desimaler.",
                en=f"is not a number above 0 and at most {most}, of at most two decimals.",
            )
            return None
        return Decimal(format(found.normalize(), "f"))

    def choice(self, column: str, kinds: type[K], *, needed: bool = False) -> K | None:
        written = self.word(column, needed=needed)
        if written is None:
            return None
        try:
            return kinds(written.lower())
        except ValueError:
            choices = ", ".join(kinds)
            self.note(column, nb=f"er ingen av {choices}.", en=f"is none of {choices}.")
            return None

    def goals(self, day: date | None) -> tuple[str, ...]:
        """Return the codes of the goals, each once; ``day`` is one all must have been law on."""
        written = self.word("goals", longest=LONGEST_TEXT)
        codes = []
        for one in _BETWEEN_GOALS.split(written) if written else ():
            try:
                goal = self.known.catalogue.goal(canonical(one))
            except Invalid as unknown:
                self.notes.note(self.row.line, "goals", nb=unknown.text.nb, en=unknown.text.en)
                continue
            if day and not goal.in_force(day):
                self._not_in_force(goal, day)
            codes.append(goal.code)
        return tuple(dict.fromkeys(codes))

    def person(self, column: str, *, needed: bool = False) -> Id | None:
        """Return a person of the directory, named by HPR number or by id."""
        written = self.word(column, needed=needed)
        if written is None:
            return None
        try:
            found = self.known.people.get(naming(written))
        except ValueError:
            self.note(
                column,
                nb="er ikke et HPR-nummer på ett til ni sifre.",
                en="is not an HPR number of one to nine digits.",
            )
            return None
        if found is None:
            self.note(
                column,
                nb="er ikke i personregisteret; registrer vedkommende først.",
                en="is not in the directory; enter them first.",
            )
        return found

    def id(self) -> Id | None:
        written = self.word("id")
        try:
            return parsed_id(written) if written else None
        except ValueError:
            self.note(
                "id",
                nb="er ingen id fra en eksport; la den stå tom.",
                en="is no id of an export; leave it empty.",
            )
            return None

    def _not_in_force(self, goal: Goal, day: date) -> None:
        until = f" til {goal.last_day}" if goal.last_day else ""
        to = f" to {goal.last_day}" if goal.last_day else ""
        self.notes.note(
            self.row.line,
            "goals",
            nb=f"{goal.code} gjaldt fra {goal.first_day}{until}, ikke {day}.",
            en=f"{goal.code} was in force from {goal.first_day}{to}, not on {day}.",
        )


def naming(written: str) -> str:
    """Return how a person is named: an HPR number in its one form, or an id; raises ValueError."""
    if len(written) >= _ID_LENGTH:
        return parsed_id(written)
    try:
        return normalised_hpr(written)
    except Invalid as malformed:
        raise ValueError(written) from malformed


@lru_cache(maxsize=50_000)
def _day(written: str) -> date | None:
    try:
        found = date.fromisoformat(written) if _DAY.fullmatch(written) else None
    except ValueError:
        return None
    return found if found and can_be_meant(found) else None


def _meant(written: str) -> str:
    """Return the day somebody meant, where there is but one, or an example."""
    if found := _NORWEGIAN_DAY.fullmatch(written):
        day, month, year = (int(part) for part in found.groups())
        meant = f"{year:04}-{month:02}-{day:02}"
        if _day(meant):
            return meant
    return "2024-05-03"
