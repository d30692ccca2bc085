"""The fields of a form, read off the shape of its command: said once, in the application."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from marshmallow import Schema
from marshmallow import fields as ma

from application.actors import Actor
from domain.shared.texts import Text
from web.api.shapes import LONGEST_TEXT, Day, Either, IdText
from web.pages.words import codes
from web.pages.words.labels import HELPS, LABELS

Path = Mapping[str, Any]
Option = tuple[str, Text | str]
Options = Callable[[Path, Actor], Iterable[Option]]
NONE_TO_CHOOSE = Text(nb="Det er ingen å velge mellom nå.", en="There is none to choose now.")
NO_WORDS: Mapping[str, Text] = {}
SPARE = 2
"""How many empty rows follow those that are filled in."""
DAYS = 5
YES_NO: tuple[Option, ...] = (
    ("true", Text(nb="Ja", en="Yes")),
    ("false", Text(nb="Nei", en="No")),
)


class Kind(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    AREA = "area"
    LINES = "lines"
    DAY = "day"
    DAYS = "days"
    NUMBER = "number"
    DECIMAL = "decimal"
    TICK = "tick"
    YES_NO = "yes-no"
    CHOICE = "choice"
    MANY = "many"
    PERSON = "person"
    PEOPLE = "people"
    EITHER = "either"
    GROUP = "group"
    ROWS = "rows"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: ``key`` is its name in the form, ``parts`` those of a group or of each row.

    ``kind`` is how it is filled in, ``holds`` what it then says: a number chosen is a number.
    """

    key: str
    kind: Kind
    holds: Kind
    label: Text
    help: Text | None = None
    required: bool = False
    options: tuple[Option, ...] = ()
    parts: tuple[Field, ...] = ()

    @property
    def lacks_choice(self) -> bool:
        """Whether it must be filled in, and there is nothing to fill it in with."""
        alone = self.kind in (Kind.CHOICE, Kind.MANY) and not self.options
        return self.required and (alone or any(part.lacks_choice for part in self.parts))

    def named(
        self,
        options: Mapping[str, Sequence[Option]],
        key: str,
        none: Mapping[str, Text] = NO_WORDS,
    ) -> Field:
        """Return it under another name in the form, with what can be chosen.

        ``none`` says why there is nothing to choose, by field as ``options`` are.
        """
        chosen = tuple(options.get(self.key, self.options))
        offered = bool(chosen) or self.key in options
        parts = tuple(part.named(options, f"{key}-{last(part.key)}", none) for part in self.parts)
        kind = _of_chosen(self.kind) if offered else self.kind
        return Field(
            key=key,
            kind=kind,
            holds=self.holds,
            label=self.label,
            help=self.help if chosen or not offered else none.get(self.key, NONE_TO_CHOOSE),
            required=self.required,
            options=chosen,
            parts=parts,
        )


def last(key: str) -> str:
    """Return what a field is called in the group or row that it is part of."""
    return key.rpartition("-")[2]


def fields_of(
    schema: Schema,
    *,
    labels: Mapping[str, Text],
    helps: Mapping[str, Text],
) -> Iterator[Field]:
    """Yield the fields of a schema, in its order; words of the form itself go before all else."""
    for name, found in schema.fields.items():
        key = found.data_key or name
        inner = found.inner if isinstance(found, ma.List) else found
        nested = inner.schema if isinstance(inner, ma.Nested) else None
        yield Field(
            key=key,
            kind=_kind(found),
            holds=_kind(found),
            label=labels.get(name) or LABELS[name],
            help=helps.get(name) or HELPS.get(name),
            required=found.required and not found.allow_none,
            options=_said(found, inner),
            parts=tuple(fields_of(nested, labels=labels, helps=helps)) if nested else (),
        )


LISTED: tuple[tuple[type, Kind], ...] = (
    (ma.Nested, Kind.ROWS),
    (Day, Kind.DAYS),
    (ma.Enum, Kind.MANY),
    (IdText, Kind.PEOPLE),
    (ma.Field, Kind.LINES),
)
ALONE: tuple[tuple[type, Kind], ...] = (
    (ma.Nested, Kind.GROUP),
    (ma.Enum, Kind.CHOICE),
    (Day, Kind.DAY),
    (Either, Kind.EITHER),
    (ma.Integer, Kind.NUMBER),
    (ma.Decimal, Kind.DECIMAL),
    (IdText, Kind.PERSON),
    (ma.Field, Kind.TEXT),
)
"""How a field is filled in, by what it holds: the first that fits."""


def _kind(found: ma.Field[Any]) -> Kind:
    if isinstance(found, ma.List):
        return _first(LISTED, found.inner)
    if isinstance(found, ma.Boolean):
        return Kind.YES_NO if found.required or found.allow_none else Kind.TICK
    kind = _first(ALONE, found)
    return Kind.AREA if kind is Kind.TEXT and _longest(found) == LONGEST_TEXT else kind


def _first(table: tuple[tuple[type, Kind], ...], found: ma.Field[Any]) -> Kind:
    return next(kind for of, kind in table if isinstance(found, of))


def _of_chosen(kind: Kind) -> Kind:
    """Return how it is filled in where there is something to choose from."""
    if kind in (Kind.LINES, Kind.PEOPLE, Kind.MANY):
        return Kind.MANY
    return kind if kind in (Kind.YES_NO, Kind.ROWS, Kind.GROUP) else Kind.CHOICE


def _longest(found: ma.Field[Any]) -> int | None:
    return next((one.max for one in found.validators if hasattr(one, "max")), None)


def _said(found: ma.Field[Any], inner: ma.Field[Any]) -> tuple[Option, ...]:
    if isinstance(inner, ma.Enum):
        return tuple((str(one.value), codes.of(one)) for one in inner.enum)
    return YES_NO if _kind(found) is Kind.YES_NO else ()
