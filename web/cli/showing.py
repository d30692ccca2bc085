"""Shows any view on a terminal: single values as lines, lists of records as tables or below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from textwrap import fill
from typing import Any

import click
import msgspec
from rich.box import SIMPLE_HEAD
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Plain

from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.ids import Id, parsed_id
from domain.shared.texts import Text
from web.cli.room import OUT, as_json, sealed

WIDEST = 10_000
Names = Callable[[set[Id]], Mapping[Id, str]]


def show_value(value: object, names: Names, *, machine: bool) -> None:
    """Print a view; people are named where their id is known."""
    if machine:
        click.echo(as_json(value))
        return
    known = names(set(_ids(value)))
    if value is None or value == ():
        click.echo("Nothing.")
    elif isinstance(value, tuple):
        _records(value, known, indent="")
    else:
        _record(value, known, indent="")


def _record(value: Any, names: Mapping[Id, str], *, indent: str) -> None:
    """Print what is single first, then each record and list under its name."""
    held = dict(_fields(value))
    below = {name: one for name, one in held.items() if _is_list(one) or _is_shown_apart(one)}
    for name, one in held.items():
        if name not in below:
            _line(f"{indent}{_label(name)}: {_cell(one, names)}")
    for name, one in below.items():
        click.echo(f"{indent}{_label(name)}:")
        show = _records if _is_list(one) else _record
        show(one, names, indent=f"{indent}  ")


def _records(rows: tuple[Any, ...], names: Mapping[Id, str], *, indent: str) -> None:
    """Print a table if it fits, otherwise one record under the other."""
    columns = [name for name, _ in _fields(rows[0])]
    table = Table(*map(_label, columns), box=SIMPLE_HEAD, show_edge=False)
    for row in rows:
        # Not as markup: people wrote some of it.
        table.add_row(*(Plain(_cell(getattr(row, name), names)) for name in columns))
    unbounded = OUT.options.update(max_width=WIDEST)
    if Measurement.get(OUT, unbounded, table).maximum + len(indent) <= OUT.width:
        OUT.print(Padding(table, (0, 0, 0, len(indent))))
        return
    for number, row in enumerate(rows, start=1):
        click.echo(f"{indent}{number} of {len(rows)}")
        _record(row, names, indent=f"{indent}  ")


def _line(text: str) -> None:
    """Print a line; what is too long goes on below, further in."""
    inner = " " * (len(text) - len(text.lstrip()) + 4)
    click.echo(fill(text, OUT.width, subsequent_indent=inner, break_long_words=False))


def _cell(value: Any, names: Mapping[Id, str]) -> str:
    match value:
        case None:
            said = "-"
        case bool():
            said = "yes" if value else "no"
        case Text() | Citation():
            said = value.en
        case Confidential():
            said = sealed(value)
        case tuple() | frozenset():
            said = ", ".join(_cell(one, names) for one in value) or "-"
        case _ if _is_record(value):
            told = ((name, _cell(one, names)) for name, one in _fields(value))
            said = "; ".join(f"{_label(name).lower()} {one}" for name, one in told if one != "-")
        case _:
            said = names.get(value, str(value))
    return said


def _ids(value: Any) -> Iterator[Id]:
    """Yield every id in a view; which of them are people's the directory knows."""
    if isinstance(value, str):
        with suppress(ValueError):
            yield parsed_id(value)
    elif isinstance(value, tuple | frozenset):
        for one in value:
            yield from _ids(one)
    elif _is_record(value):
        for _, one in _fields(value):
            yield from _ids(one)


def _fields(value: Any) -> Iterator[tuple[str, Any]]:
    names = (
        value.__struct_fields__
        if isinstance(value, msgspec.Struct)
        else [field.name for field in fields(value)]
    )
    for name in names:
        yield name, getattr(value, name)


def _is_record(value: object) -> bool:
    return isinstance(value, msgspec.Struct) or is_dataclass(value)


def _is_list(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and _is_shown_apart(value[0])


def _is_shown_apart(value: object) -> bool:
    return _is_record(value) and not isinstance(value, Text | Citation)


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()
