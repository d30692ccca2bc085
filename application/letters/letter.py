"""A letter as a value: from whom, to whom, on which day, and what it says block by block."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


class LetterKind(StrEnum):
    """The letters there are."""

    DECISION_NOTICE = "decision-notice"
    APPEAL_RECEIPT = "appeal-receipt"
    APPEAL_FORWARDED = "appeal-forwarded"
    SERVICE_CONFIRMED = "service-confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The title of what follows, one level below the title of the letter."""

    form: ClassVar = "heading"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph; a line break in it is kept."""

    form: ClassVar = "paragraph"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's own words, set apart from the sender's, a paragraph each."""

    form: ClassVar = "quote"
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A list whose order does not matter."""

    form: ClassVar = "points"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedStep:
    """One step of a reckoning, and where in the law it is said."""

    says: str
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """A reckoning, step by step and numbered."""

    form: ClassVar = "steps"
    steps: tuple[NumberedStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A name and what it stands for; a line break in the description is kept."""

    name: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """A table of names and descriptions, a row each."""

    form: ClassVar = "terms"
    caption: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a heading over each column."""

    form: ClassVar = "table"
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"each row of '{self.caption}' must have {len(self.columns)} cells")


Block = Heading | Paragraph | Quote | Points | Steps | Terms | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A finished letter; printed twice, it is the same to the byte.

    ``address``: further lines under the addressee. ``responsible`` and ``case_handler`` are named
    under it; both None where weighty reasons speak against naming them.
    """

    kind: LetterKind
    language: str = "nb"
    title: str
    sender: str
    addressee: str
    address: tuple[str, ...] = ()
    reference: str
    on: date
    blocks: tuple[Block, ...]
    responsible: str | None = None
    case_handler: str | None = None
    contact: str | None = None
    copies: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("title", "sender", "addressee", "reference"):
            if not getattr(self, name).strip():
                raise ValueError(f"a letter needs a {name}")
        if not self.blocks:
            raise ValueError("a letter must say something")
