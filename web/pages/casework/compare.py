"""What was decided first beside what came of the appeal, with what differs marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from application.plans.disclosing import Words
from application.proceedings.trails.rulings import RulingLine
from application.proceedings.trails.told.rulings import heading_of
from application.proceedings.trails.trail import Trail
from application.proceedings.trails.words import BODIES, GROUNDS, OUTCOMES, word
from domain.shared.citation import Citation
from domain.shared.ids import Id
from domain.shared.texts import Text

SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
TEXTS, CONDITIONS = ("text", "because"), ("conditions",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of what one side says, and whether the other side does not say it."""

    says: Text | str | date
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two rulings."""

    heading: Text
    body: Text
    outcome: Part
    decided_by: Id
    decided_on: date
    ground: Text | None
    basis: tuple[Part, ...]
    conditions: tuple[Part, ...]
    text: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The ruling an appeal is against, and what the appeal came to."""

    number: int
    before: Side
    after: Side | None
    opened: bool


def compared(trail: Trail, opened: Sequence[Words] = ()) -> list[Comparison]:
    """Return each appeal with the two rulings; texts only where they were opened."""
    return list(_compared(trail, _by_version(opened)))


Said = Mapping[tuple[int, str], str]


def _by_version(opened: Sequence[Words]) -> Said:
    return {(one.version, one.field): one.text for one in opened if one.text}


def _compared(trail: Trail, said: Said) -> Iterator[Comparison]:
    rulings = {one.version: one for one in trail.rulings}
    for number, appeal in enumerate(trail.appeals, start=1):
        against = rulings.get(appeal.against or 0)
        if against is None:
            continue
        came = [one for one in trail.rulings if one.appeal == appeal.appeal]
        after = came[-1] if came else None
        yield Comparison(
            number=number,
            before=_side(against, after, said),
            after=_side(after, against, said, came_to=appeal.outcome) if after else None,
            opened=bool(said),
        )


def _side(
    one: RulingLine, other: RulingLine | None, said: Said, *, came_to: str | None = None
) -> Side:
    """Return one side; what changed nothing for the party is told by what the appeal came to."""
    outcome = one.outcome or came_to
    return Side(
        heading=heading_of(one),
        body=word(BODIES, one.body),
        outcome=Part(
            says=word(OUTCOMES, outcome), differs=bool(other and outcome != other.outcome)
        ),
        decided_by=one.decided_by,
        decided_on=one.decided_on,
        ground=word(GROUNDS, one.ground) if one.ground else None,
        basis=tuple(_places(one.basis, other.basis if other else None)),
        conditions=tuple(_sentences(CONDITIONS, one, other, said)),
        text=tuple(_sentences(TEXTS, one, other, said)),
    )


def _places(own: Sequence[Citation], others: Sequence[Citation] | None) -> Iterator[Part]:
    for one in dict.fromkeys(own):
        says = Text(nb=one.nb, en=one.en)
        yield Part(says=says, differs=others is not None and one not in others)


def _sentences(
    fields: tuple[str, ...], one: RulingLine, other: RulingLine | None, said: Said
) -> Iterator[Part]:
    own, others = _said(fields, one, said), set(_said(fields, other, said)) if other else None
    for sentence in own:
        yield Part(says=sentence, differs=others is not None and sentence not in others)


def _said(fields: tuple[str, ...], one: RulingLine, said: Said) -> list[str]:
    texts = (said.get((one.version, field), "") for field in fields)
    return [part.strip() for text in texts for part in SENTENCES.split(text) if part.strip()]
