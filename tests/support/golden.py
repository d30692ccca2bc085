"""Released shapes of every fact: the bytes they were once stored in, kept for good."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, get_args

import msgspec

from domain.shared.case import Case
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact, tag_of
from domain.stored_facts import StoredFact
from tests.support.stored_forms import as_stored
from tests.support.stories import STORIES

FOLDER = Path(__file__).parents[1] / "golden" / "facts"
KINDS: tuple[type[Fact], ...] = get_args(StoredFact)

HOW = """\
tests/golden/facts/{tag}.json is missing. A stored fact keeps a copy of every shape it was
released in. To make it: let the fact occur in a story of tests/support/stories.py, then run
    APPROVE=1 pytest tests/domain/test_golden_facts.py
An existing file is never made again: when a fact is changed, move its file to
tests/golden/earlier/{tag}.1.json (.2, ...), which must still be read and folded."""

EARLIER = FOLDER.parent / "earlier"


def encoded(fact: Fact) -> bytes:
    return msgspec.json.encode(fact, enc_hook=_unwrap)


def decoded(stored: bytes) -> Fact:
    found: Fact = msgspec.json.decode(stored, type=StoredFact, dec_hook=_wrap)
    return found


def golden(kind: type[Fact]) -> bytes:
    """Return the released bytes of a fact; raises AssertionError saying how to make them."""
    kept = FOLDER / f"{tag_of(kind)}.json"
    if not kept.exists() and os.environ.get("APPROVE"):
        kept.write_bytes(encoded(as_stored(_first(kind)[1][-1])) + b"\n")
    if not kept.exists():
        raise AssertionError(HOW.format(tag=tag_of(kind)))
    return kept.read_bytes().removesuffix(b"\n")


def before(kind: type[Fact]) -> tuple[type[Case], tuple[Fact, ...]]:
    """Return the case a fact belongs to, and what came before it in that case's story."""
    case, facts = _first(kind)
    return case, facts[:-1]


def _first(kind: type[Fact]) -> tuple[type[Case], tuple[Fact, ...]]:
    """Return the case and its story up to the first fact of the kind."""
    for case, story in STORIES.items():
        for place, fact in enumerate(story, start=1):
            if type(fact) is kind:
                return case, story[:place]
    raise AssertionError(HOW.format(tag=tag_of(kind)))


def _unwrap(value: Any) -> str:
    if not isinstance(value, Confidential) or value.sealed is None:
        raise TypeError(f"a stored fact cannot hold {value!r}")
    return value.sealed


def _wrap(wanted: type, value: Any) -> Confidential:
    if wanted is not Confidential:
        raise TypeError(f"a stored fact cannot hold {wanted.__name__}")
    return Confidential(sealed=value)
