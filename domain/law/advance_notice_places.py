"""Where each of the two acts says that a party is told before a decision, and when it need not be.

The act of 2025 was read in the copy its other sections come from (LDA): sections 42 and 43.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.law.administration import ACT, Regime
from domain.law.new_administration import NEW_ACT
from domain.shared.citation import Citation


class LeftOut(StrEnum):
    """Why an advance notice may be left out; which grounds there are depends on the act."""

    NOT_POSSIBLE = "not-possible-or-defeats-the-decision"
    NO_ADDRESS = "no-known-address"
    KNOWS_ALREADY = "knows-already-or-obviously-unnecessary"
    DEFEATS_DECISION = "defeats-the-decision"
    URGENT = "prompt-decision-required"
    NOT_PRACTICABLE = "not-practicable"
    UNNECESSARY = "obviously-unnecessary"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvanceNoticePlaces:
    """Where one act says that the party is told, has time to comment, and may go untold."""

    notice: Citation
    time_to_comment: Citation
    left_out: Mapping[LeftOut, tuple[Citation, ...]]


def _letters(act: str, section: str, *grounds: LeftOut) -> Mapping[LeftOut, tuple[Citation, ...]]:
    return {
        ground: (Citation(act=act, section=section, paragraph=3, letter=letter),)
        for ground, letter in zip(grounds, "abcd"[: len(grounds)], strict=True)
    }


OF_ACT = {
    Regime.ACT_OF_1967: AdvanceNoticePlaces(
        notice=Citation(act=ACT, section="16", paragraph=1),
        time_to_comment=Citation(act=ACT, section="16", paragraph=1),
        left_out=_letters(
            ACT, "16", LeftOut.NOT_POSSIBLE, LeftOut.NO_ADDRESS, LeftOut.KNOWS_ALREADY
        ),
    ),
    Regime.ACT_OF_2025: AdvanceNoticePlaces(
        notice=Citation(act=NEW_ACT, section="42", paragraph=1),
        time_to_comment=Citation(act=NEW_ACT, section="42", paragraph=2, sentence=2),
        left_out=_letters(
            NEW_ACT,
            "42",
            LeftOut.DEFEATS_DECISION,
            LeftOut.URGENT,
            LeftOut.NOT_PRACTICABLE,
            LeftOut.UNNECESSARY,
        ),
    ),
}
