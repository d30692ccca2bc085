"""What was wrong with a form, by the field it is beside."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from domain.shared.refusals import Refused, RuleBroken
from web.api.field_words import in_words
from web.pages.fields import Field
from web.pages.language import say


def worded(wrong: Any, fields: Iterable[Field]) -> Iterator[tuple[str, list[str]]]:
    """Yield what is wrong by the name of a field in the form."""
    known = {one.key for one in _every(fields)}
    found: dict[str, list[str]] = {}
    for key, says in _leaves(wrong, ""):
        found.setdefault(_nearest(key, known), []).extend(says)
    yield from found.items()


def _nearest(key: str, known: Collection[str]) -> str:
    """Return the name of the field that is told of, or of that around it."""
    while key and key not in known and not any(one.startswith(f"{key}-") for one in known):
        key = key.rpartition("-")[0]
    return key


def _every(fields: Iterable[Field]) -> Iterator[Field]:
    for one in fields:
        yield one
        yield from _every(one.parts)


def _leaves(wrong: Any, key: str) -> Iterator[tuple[str, list[str]]]:
    if isinstance(wrong, Mapping):
        for name, inner in wrong.items():
            yield from _leaves(inner, f"{key}-{name}" if key else str(name))
    else:
        yield key, [one if isinstance(one, str) else say(one) for one in in_words(wrong)]


def of_field(refused: Refused) -> dict[str, list[str]]:
    says = [say(refused.text)]
    if isinstance(refused, RuleBroken):
        says = [say(one.says) for one in refused.findings]
    return {refused.field or "": says}
