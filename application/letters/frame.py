"""What every letter has around its words: who writes to whom, about which case, on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.letters.addressed import A_PERSON, Addressed
from application.letters.letter import Block, Letter, LetterKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The arguments that all letters share.

    ``sender`` and ``addressee`` are names of bodies or people as they are to be read;
    ``reference`` is what the case is called in the register. ``responsible`` and
    ``case_handler`` are the names of those behind it, None where they are left out.
    ``contact`` says how to reach the sender: a telephone, an address, a place to sign in.
    ``to`` is how the addressee is addressed.
    """

    sender: str
    addressee: str
    address: tuple[str, ...] = ()
    reference: str
    on: date
    responsible: str | None = None
    case_handler: str | None = None
    contact: str | None = None
    copies: tuple[str, ...] = ()
    to: Addressed = A_PERSON


def framed(frame: Frame, kind: LetterKind, title: str, blocks: tuple[Block, ...]) -> Letter:
    """Return the letter; raises ValueError if it lacks what no letter can be without."""
    return Letter(
        kind=kind,
        title=title,
        sender=frame.sender,
        addressee=frame.addressee,
        address=frame.address,
        reference=frame.reference,
        on=frame.on,
        blocks=blocks,
        responsible=frame.responsible,
        case_handler=frame.case_handler,
        contact=frame.contact,
        copies=frame.copies,
    )
