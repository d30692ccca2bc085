"""An amendment file: what somebody proposes, read into a law book of its own.

name = "shorter-guidance"

[[amendment]]
rule = "guidance"
in_force_from = 2027-01-01
value = { hours_a_year = 36 }        # what is not named stays as it was; or: repealed = true
basis = { act = "Forslag 2026", section = "2", paragraph = 3 }
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

import msgspec

from application.law.problems import FILE, Notes
from domain.law.book import LawBook
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Repeal, Version
from domain.shared.days import can_be_meant
from domain.shared.findings import Confidence

MOST = 1000
"""No hours, days, months or years of any rule are more."""
BOUNDS: Mapping[str, tuple[int, int | Decimal]] = {
    "share": (0, Decimal("0.99")),
    "percentage": (0, 100),
    "length": (1, MOST),
}
"""The least and the most of a number that is no mere amount, by its name."""

KNOWN = ("rule", "in_force_from", "announced_on", "value", "repealed", "basis", "confidence")


def amended_by_file(book: LawBook, text: str) -> LawBook:
    """Return the book as the file would have it; raises AmendmentsRefused with every problem."""
    notes = Notes()
    told = _decoded(text, notes)
    name = told.get("name")
    if not isinstance(name, str) or not name.strip():
        notes.note(FILE, "name", nb="gi forslaget et navn", en="give the proposal a name")
    listed = told.get("amendment")
    if not isinstance(listed, list) or not listed:
        notes.note(
            FILE,
            "amendment",
            nb="filen har ingen [[amendment]]",
            en="the file has no [[amendment]]",
        )
        listed = []
    notes.refuse()
    rules = book.rules()
    new: dict[str, list[Version[Any] | Repeal]] = {}
    for number, one in enumerate(listed, start=1):
        if isinstance(one, dict) and (rule := _rule(one, rules, number, notes)):
            before = [*rules[rule].versions, *new.get(rule, [])]
            if version := _Amending(one, number, notes).version(rules[rule], before):
                new.setdefault(rule, []).append(version)
    notes.refuse()
    return book.amended(str(name), new)


def _decoded(text: str, notes: Notes) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as wrong:
        notes.note(FILE, "", nb=f"ikke gyldig TOML: {wrong}", en=f"not valid TOML: {wrong}")
    raise notes.refusal()


def _rule(
    one: Mapping[str, Any], rules: Mapping[str, Dated[Any]], number: int, notes: Notes
) -> str | None:
    for unknown in sorted(one.keys() - set(KNOWN)):
        notes.note(
            number,
            unknown,
            nb=f"ukjent felt; feltene er {', '.join(KNOWN)}",
            en=f"unknown field; the fields are {', '.join(KNOWN)}",
        )
    rule = one.get("rule")
    if isinstance(rule, str) and rule in rules:
        return rule
    near = get_close_matches(str(rule), rules, n=3) or sorted(rules)
    notes.note(
        number,
        "rule",
        nb=f"ingen regel heter «{rule}»; mente du {', '.join(near)}?",
        en=f'no rule is called "{rule}"; did you mean {", ".join(near)}?',
    )
    return None


class _Amending:
    """Reads one amendment of a file, noting what is wrong with it."""

    def __init__(self, told: Mapping[str, Any], number: int, notes: Notes) -> None:
        self._told = told
        self._number = number
        self._notes = notes

    def version(
        self, rule: Dated[Any], before: list[Version[Any] | Repeal]
    ) -> Version[Any] | Repeal | None:
        day = self._day("in_force_from", needed=True)
        announced_on = self._day("announced_on")
        basis = self._basis()
        if day and before and day <= before[-1].in_force_from:
            self._note(
                "in_force_from",
                nb=f"«{rule.name}» har en ordlyd fra {before[-1].in_force_from} "
                f"({before[-1].citation.nb}); en ny må gjelde fra en senere dag",
                en=f"'{rule.name}' has a wording from {before[-1].in_force_from} "
                f"({before[-1].citation.en}); a new one must come into force later",
            )
            day = None
        repealed = self._told.get("repealed", False)
        if repealed is True and "value" not in self._told:
            found = (
                day
                and basis
                and Repeal(in_force_from=day, citation=basis, announced_on=announced_on)
            )
            return found or None
        value, confidence = self._value(rule, repealed=repealed), self._confidence()
        if not (day and basis and value is not None and confidence):
            return None
        return Version(
            in_force_from=day,
            value=value,
            citation=basis,
            confidence=confidence,
            announced_on=announced_on,
        )

    def _day(self, field: str, *, needed: bool = False) -> date | None:
        found = self._told.get(field)
        if isinstance(found, date) and not isinstance(found, datetime) and can_be_meant(found):
            return found
        if found is not None or needed:
            self._note(
                field,
                nb=f"oppgi en dag som 2027-01-01, uten hermetegn, ikke {found!r}",
                en=f"give a day such as 2027-01-01, without quotes, not {found!r}",
            )
        return None

    def _basis(self) -> Citation | None:
        try:
            return msgspec.convert(self._told.get("basis"), Citation)
        except msgspec.ValidationError as wrong:
            self._note(
                "basis",
                nb=f"oppgi hvor det står, minst act og section ({wrong})",
                en=f"say where it is said, at least act and section ({wrong})",
            )
            return None

    def _confidence(self) -> Confidence | None:
        told = self._told.get("confidence", Confidence.C)
        if told in set(Confidence):
            return Confidence(told)
        self._note("confidence", nb=f"A, B eller C, ikke {told!r}", en=f"A, B or C, not {told!r}")
        return None

    def _value(self, rule: Dated[Any], *, repealed: object) -> object | None:
        told = self._told.get("value")
        pattern = rule.wordings[-1].value
        known = [field.name for field in fields(pattern)]
        if not isinstance(told, dict) or repealed not in {False, None}:
            self._note(
                "value",
                nb=f"oppgi enten repealed = true eller value med ett eller flere av "
                f"{', '.join(known)}",
                en=f"give either repealed = true or value with one or more of {', '.join(known)}",
            )
            return None
        unknown = list(self._unknown(told, known))
        try:
            merged = {**asdict(pattern), **{k: v for k, v in told.items() if k in known}}
            value: object = msgspec.convert(merged, type(pattern), strict=False)
        except msgspec.ValidationError as wrong:
            self._note("value", nb=f"har feil type: {wrong}", en=f"has the wrong type: {wrong}")
            return None
        absurd = list(self._absurd(value))
        return None if unknown or absurd else value

    def _absurd(self, value: object) -> Iterator[str]:
        """Yield the numbers nobody means: endless, below nothing, or beyond any period."""
        for name, number in _numbers(value):
            least, most = BOUNDS.get(name, (0, MOST))
            if not (Decimal(number).is_finite() and least <= number <= most):
                self._note(
                    f"value.{name}",
                    nb=f"et tall fra {least} til {most}, ikke {number}",
                    en=f"a number from {least} to {most}, not {number}",
                )
                yield name

    def _unknown(self, told: Mapping[str, Any], known: list[str]) -> Iterator[str]:
        for name in told.keys() - set(known):
            self._note(
                f"value.{name}",
                nb=f"regelen sier ikke dette; den sier {', '.join(known)}",
                en=f"the rule does not say this; it says {', '.join(known)}",
            )
            yield name

    def _note(self, field: str, *, nb: str, en: str) -> None:
        self._notes.note(self._number, field, nb=nb, en=en)


def _numbers(value: object, name: str = "") -> Iterator[tuple[str, int | Decimal]]:
    """Yield every number in a rule's value, however deep, by the name of its field."""
    if isinstance(value, tuple):
        for each in value:
            yield from _numbers(each, name)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _numbers(getattr(value, each.name), each.name)
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        yield name, value
