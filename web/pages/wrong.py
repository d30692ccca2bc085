"""What was wrong with a form, by the field it is beside."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from domain.shared.refusals import CaseChanged, Refused, RuleBroken
from domain.shared.texts import Text
from web.api.field_words import in_words
from web.pages.fields import Field, Kind, last
from web.pages.language import read_out, say

CHANGED = Text(
    nb="Saken er endret siden du så på den.", en="The case has changed since you looked."
)
QUOTED = re.compile(r"(?<=[«'])[a-z]\w*(?=[»'])")
"""A field as the API calls it, where a refusal names one."""
MISSING = {"Feltet må være med.", "The field is needed.", "Kan ikke være tom.", "Cannot be empty."}
WORDS = {
    Kind.DAY: Text(nb="skriv en dag som finnes.", en="write a day that exists."),
    Kind.DAYS: Text(nb="skriv dager som finnes.", en="write days that exist."),
    Kind.NUMBER: Text(
        nb="skriv et heltall, ikke for stort.", en="write a whole number, not too large."
    ),
    Kind.DECIMAL: Text(nb="skriv et tall.", en="write a number."),
    Kind.CHOICE: Text(nb="velg blant dem som står der.", en="choose among those there."),
    Kind.MANY: Text(nb="velg blant dem som står der.", en="choose among those there."),
    Kind.YES_NO: Text(nb="velg ja eller nei.", en="choose yes or no."),
    Kind.PERSON: Text(
        nb="skriv HPR- eller fødselsnummeret, bare sifre.",
        en="write the HPR or identity number, digits only.",
    ),
    Kind.PEOPLE: Text(
        nb="skriv HPR- eller fødselsnumre, bare sifre, med mellomrom.",
        en="write HPR or identity numbers, digits only.",
    ),
}
"""What would be right, by how a field is filled in, where its form is wrong."""


def worded(wrong: Any, fields: Iterable[Field]) -> Iterator[tuple[str, list[str]]]:
    """Yield what is wrong by the name of a field in the form."""
    known = {one.key: one for one in _every(fields)}
    found: dict[str, list[str]] = {}
    for key, says, own in _leaves(wrong, ""):
        at = _nearest(key, known)
        plain = says if own else _plain(known.get(at), says)
        found.setdefault(at, []).extend(_by_label(one, known.values()) for one in plain)
    for at, says in found.items():
        yield at, list(dict.fromkeys(says))


def _plain(field: Field | None, says: list[str]) -> list[str]:
    """Return what is wrong as one who fills in the field would say it."""
    if field is None:
        return says
    label = say(field.label)
    if set(says) & MISSING:
        return [say(Text(nb=f"Fyll ut «{label}».", en=f"Fill in '{label}'."))]
    if words := WORDS.get(field.kind):
        return [f"{label}: {say(words)}"]
    return [f"{label}: {one}" for one in says]


def _nearest(key: str, known: Collection[str]) -> str:
    """Return the name of the field that is told of, or of that around it."""
    while key and key not in known and not any(one.startswith(f"{key}-") for one in known):
        key = key.rpartition("-")[0]
    return key


def _every(fields: Iterable[Field]) -> Iterator[Field]:
    for one in fields:
        yield one
        yield from _every(one.parts)


def _leaves(wrong: Any, key: str) -> Iterator[tuple[str, list[str], bool]]:
    """Yield what is wrong at each place, and whether it is said in words of ours already."""
    if isinstance(wrong, Mapping):
        for name, inner in wrong.items():
            yield from _leaves(inner, f"{key}-{name}" if key else str(name))
    else:
        own = any(isinstance(one, Text) for one in wrong)
        yield key, [_said(one) for one in wrong], own


def _said(one: str | Text) -> str:
    return read_out(one) if isinstance(one, Text) else str(in_words(one))


def of_field(refused: Refused, fields: Collection[Field] = ()) -> dict[str, list[str]]:
    """Return what was refused by the field it is beside, where the form has one of that name."""
    if isinstance(refused, CaseChanged):
        return {"": [say(CHANGED)]}
    says = [read_out(refused.text)]
    if isinstance(refused, RuleBroken):
        says = [read_out(one.says) for one in refused.findings]
    every = list(_every(fields))
    return {_called(refused.field or "", fields): [_by_label(one, every) for one in says]}


def _by_label(says: str, fields: Iterable[Field]) -> str:
    """Return what is said with the fields it names called as in the form."""
    labels = {last(one.key): say(one.label) for one in fields}
    return QUOTED.sub(lambda name: labels.get(name[0], name[0]), says)


def _called(name: str, fields: Iterable[Field]) -> str:
    """Return the name in the form of what an act calls so: of a part, where just one is."""
    found = dict(_leading(fields))
    if name in found:
        return name
    parts = {leads for key, leads in found.items() if last(key) == name}
    return parts.pop() if len(parts) == 1 else ""


def _leading(fields: Iterable[Field]) -> Iterator[tuple[str, str]]:
    """Yield each field and part, and where one is led: of rows, to all of them."""
    for one in fields:
        yield one.key, one.key
        for key, leads in _leading(one.parts):
            yield key, one.key if one.kind is Kind.ROWS else leads
