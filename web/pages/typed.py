"""What was typed into a form, as the shape of its command reads it, and back as it was typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from marshmallow import ValidationError
from werkzeug.datastructures import MultiDict

from domain.shared.ids import Id
from domain.shared.refusals import Refused
from web.pages.fields import SPARE, Field, Kind, last

Typed = MultiDict[str, str]
FindPerson = Callable[[str], Id | str]
MOST_ROWS = 40
ALL = frozenset({"alle", "all"})
WHOLE = re.compile("-?[0-9]{1,18}")


def told(fields: Iterable[Field], typed: Typed, find: FindPerson) -> dict[str, Any]:
    """Return the form as JSON would say it: what was left empty was not said."""
    found = ((one, _told(one, typed, find)) for one in fields if one.kind is not Kind.FILE)
    return {last(field.key): value for field, value in found if value is not None}


def rows(field: Field, typed: Typed) -> Iterator[tuple[Field, ...]]:
    """Yield the parts of each row: those that are filled in, and a few to fill in."""
    for at in range(min(_filled(field, typed) + SPARE, MOST_ROWS)):
        yield row(field, at)


def filled(field: Field, typed: Typed) -> Iterator[tuple[Field, ...]]:
    """Yield the parts of each row that is filled in, to be read over."""
    for at in range(_filled(field, typed)):
        yield row(field, at)


def row(field: Field, at: int) -> tuple[Field, ...]:
    return tuple(part.named({}, f"{field.key}-{at}-{last(part.key)}") for part in field.parts)


def _told(field: Field, typed: Typed, find: FindPerson) -> Any:
    if field.kind in NESTED:
        return NESTED[field.kind](field, typed, find)
    if field.kind in SEVERAL:
        return [one for one in typed.getlist(field.key) if one] or None
    if field.kind is Kind.TICK:
        return field.key in typed
    value = typed.get(field.key, "").strip()
    return SINGLE.get(field.holds, str)(value) if value else None


def _group(field: Field, typed: Typed, find: FindPerson) -> Any:
    """Return the parts; of a group that is needed each part that was not said is told of."""
    return told(field.parts, typed, find) or ({} if field.required else None)


def _rows(field: Field, typed: Typed, find: FindPerson) -> Any:
    found = [told(row(field, at), typed, find) for at in range(_filled(field, typed))]
    return [one for one in found if any(map(_is_said, one.values()))] or None


def _is_said(value: Any) -> bool:
    return value is not False and value != {}


def _people(field: Field, typed: Typed, find: FindPerson) -> Any:
    written = typed.get(field.key, "").replace(",", " ").split()
    return [_found(field, one, find) for one in written] or None


def _one_person(field: Field, typed: Typed, find: FindPerson) -> Any:
    written = typed.get(field.key, "").strip()
    return _found(field, written, find) if written else None


def _lines(value: str) -> list[str]:
    return [line.strip() for line in value.splitlines() if line.strip()]


NESTED: dict[Kind, Callable[[Field, Typed, FindPerson], Any]] = {
    Kind.GROUP: _group,
    Kind.ROWS: _rows,
    Kind.PEOPLE: _people,
    Kind.PERSON: _one_person,
}
SEVERAL = frozenset({Kind.MANY, Kind.DAYS})
SINGLE: dict[Kind, Callable[[str], Any]] = {
    Kind.YES_NO: lambda value: {"true": True, "false": False}.get(value, value),
    Kind.LINES: _lines,
    # One word, such as "all", or a list.
    Kind.EITHER: lambda value: _lines(value) if value.lower() not in ALL else "all",
    Kind.NUMBER: lambda value: int(value) if WHOLE.fullmatch(value) else value,
    Kind.DECIMAL: lambda value: value.replace(",", "."),
}


def _found(field: Field, written: str, find: FindPerson) -> Id | str:
    """Raises ValidationError beside the field where nobody has the number."""
    try:
        return find(written)
    except Refused as unknown:
        raise ValidationError({field.key: [unknown.text]}) from None


def _filled(field: Field, typed: Typed) -> int:
    """Return how many rows there are, up to the last that has anything in it."""
    start = re.compile(f"{re.escape(field.key)}-([0-9]{{1,2}})-")
    found = (start.match(key) for key, value in typed.items(multi=True) if value)
    numbers = [int(one.group(1)) for one in found if one]
    return min(max(numbers, default=-1) + 1, MOST_ROWS)


def as_typed(values: Mapping[str, Any], prefix: str = "") -> Typed:
    """Return values as a form would have them typed, to begin with."""
    found: Typed = MultiDict()
    for name, value in values.items():
        for key, one in _flat(f"{prefix}{name}", value):
            found.add(key, one)
    return found


def _flat(key: str, value: Any) -> Iterator[tuple[str, str]]:
    match value:
        case None | False:
            return
        case Mapping():
            yield from as_typed(value, f"{key}-").items(multi=True)
        case [Mapping(), *_]:
            for at, one in enumerate(value):
                yield from _flat(f"{key}-{at}", one)
        case str():
            yield key, value
        case Sequence():
            for one in value:
                yield key, str(one)
        case _:
            yield key, str(value)
