"""Commands and views as marshmallow schemas: the shapes are said once, in the application.

Names are camelCase on the wire, days ISO 8601, decimals strings, texts in both languages.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from marshmallow import RAISE, ValidationError, post_load, validate
from marshmallow import fields as ma

from domain.shared.days import FIRST_DAY, LAST_DAY, can_be_meant
from domain.shared.ids import Id
from web.api.schema import Schema

LONGEST_TEXT = 20_000
LONGEST_WORD = 500
LARGEST = 2**53 - 1
"""The largest whole number that every reader of JSON holds."""
_SOMETHING = r"[^\s\x1c-\x1f\x85]"
"""What a text that may not be empty must have, for it is trimmed."""
_AMOUNT = re.compile(r"^-?[0-9]{1,15}(\.[0-9]{1,15})?$")
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


class Word(ma.String):
    """A text that is trimmed, not empty unless it may be left out so, nor beyond all measure."""

    def __init__(self, *, shortest: int = 1, longest: int = LONGEST_WORD, **kwargs: Any) -> None:
        told = {"pattern": _SOMETHING} if shortest else {}
        within = validate.Length(min=shortest, max=longest)
        super().__init__(validate=within, metadata=told, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs)
        if isinstance(text, str) and _NO_TEXT.search(text):
            raise ValidationError("Null characters and lone surrogates are not text.")
        return text.strip() if isinstance(text, str) else text


class Day(ma.Date):
    """A day that can be meant; the first and the last there are mean that there is none."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:
        day: date = super()._deserialize(value, attr, data, **kwargs)
        if not can_be_meant(day):
            raise ValidationError(f"Not a day from {FIRST_DAY} to {LAST_DAY}.")
        return day

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        if value in (date.min, date.max):
            return None
        return super()._serialize(value, attr, obj, **kwargs)


class Whole(ma.Integer):
    """A whole number, written as one."""

    def __init__(self, **kwargs: Any) -> None:
        within = validate.Range(min=-LARGEST, max=LARGEST)
        super().__init__(strict=True, validate=within, **kwargs)


class Amount(ma.Decimal):
    """A number with decimals, written as a text so that no reader of JSON rounds it."""

    def __init__(self, **kwargs: Any) -> None:
        told = {"type": "string", "format": "decimal", "pattern": _AMOUNT.pattern}
        super().__init__(as_string=True, metadata=told, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, str):
            raise ValidationError("Not a number in quotes.")
        if not _AMOUNT.search(value):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, attr, data, **kwargs)


class IdText(ma.UUID):
    """An id, written in any of the ways a UUID is written, and kept as text."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        return Id(str(super()._deserialize(value, attr, data, **kwargs)))


class YesNo(ma.Boolean):
    """True or false; a number, or a word for either, is neither."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


_PLAIN: dict[Any, Callable[..., ma.Field[Any]]] = {
    str: Word,
    int: Whole,
    bool: YesNo,
    Id: IdText,
    date: Day,
    datetime: ma.AwareDateTime,
    Decimal: Amount,
}


def camel(name: str) -> str:
    """Return a field's name as it is on the wire."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    kind: Any
    required: bool
    default: Any = None


@cache
def shape(
    of: type,
    *,
    without: tuple[str, ...] = (),
    long: tuple[str, ...] = (),
    endless: tuple[str, ...] = (),
) -> type[Schema]:
    """Return the schema of a dataclass or struct.

    ``long`` names the fields of free text, ``endless`` the days that may be shown as none.
    """
    members = [member for member in _members(of) if member.name not in without]
    made: dict[str, Any] = {
        m.name: _field(m, long=m.name in long, endless=m.name in endless) for m in members
    }
    made |= {name: _of_kind(kind, dump_only=True) for name, kind in _computed(of)}
    made["Meta"] = type("Meta", (), {"unknown": RAISE, "ordered": True})
    return type(f"{of.__name__}", (Schema,), made)


def _members(of: type) -> Iterable[_Member]:
    hints = get_type_hints(of)
    if is_dataclass(of):
        for found in fields(of):
            kind, required = hints[found.name], _is_required(found)
            yield _Member(found.name, kind, required, found.default)
    else:
        for struct_field in msgspec.structs.fields(of):
            yield _Member(struct_field.name, hints[struct_field.name], struct_field.required)


def _computed(of: type) -> Iterable[tuple[str, Any]]:
    """Yield the properties of a view: computed, so shown but never taken."""
    for name, found in vars(of).items():
        if isinstance(found, property) and found.fget:
            yield name, get_type_hints(found.fget)["return"]


def _is_required(found: Field[Any]) -> bool:
    return found.default is MISSING and found.default_factory is MISSING


def _field(member: _Member, *, long: bool, endless: bool) -> ma.Field[Any]:
    options: dict[str, Any] = {"data_key": camel(member.name), "required": member.required}
    kind = member.kind
    if member.default == "":
        options["shortest"] = 0
    if long and kind in (str, str | None):
        options["longest"] = LONGEST_TEXT
    if endless:
        options["allow_none"] = True
    return _of_kind(kind, **options)


def _of_kind(kind: Any, **options: Any) -> ma.Field[Any]:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional(args, **options)
    if origin is tuple:
        return _Tuple(_of_kind(args[0]), **options)
    if origin is Literal:
        return ma.String(validate=validate.OneOf(args), **options)
    if kind in _PLAIN:
        return _PLAIN[kind](**options)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return ma.Enum(kind, by_value=True, **options)
    return ma.Nested(whole(kind), **options)


@cache
def whole(kind: type) -> type[Schema]:
    """Return the schema of a view, or of a value inside a command, which loads as that value."""

    def make(_: Schema, loaded: dict[str, Any], **__: Any) -> Any:
        return kind(**loaded)

    return type(kind.__name__, (shape(kind),), {"make": post_load(make)})


def _optional(args: tuple[Any, ...], **options: Any) -> ma.Field[Any]:
    some = [arg for arg in args if arg is not type(None)]
    if len(some) == 1:
        return _of_kind(some[0], allow_none=True, **options)
    return Either([_of_kind(arg) for arg in some], **options)


class Either(ma.Field[Any]):
    """A value of one of two shapes, such as "all" or a list."""

    def __init__(self, shapes: list[ma.Field[Any]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.shapes = shapes

    def _serialize(self, value: Any, *_: Any, **__: Any) -> Any:
        return list(value) if isinstance(value, tuple) else value

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> Any:
        listed = isinstance(value, list)
        fits = (one for one in self.shapes if isinstance(one, ma.List) is listed)
        return next(fits, self.shapes[0]).deserialize(value, attr, data)


class _Tuple(ma.List[Any]):
    """A JSON list that arrives as a tuple, since commands never change."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        return tuple(super()._deserialize(value, attr, data, **kwargs))
