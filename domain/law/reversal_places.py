"""On which grounds a body may change what it decided itself, and where each of the acts says so.

The act of 2025 has two grounds more, and sets the invalid apart: that is a duty of its own section.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from domain.law.administration import ACT, Regime
from domain.law.new_administration import NEW_ACT
from domain.shared.citation import Citation


class ReversalGround(StrEnum):
    """Why a body may reverse its own decision; which of them there are depends on the act."""

    NOT_TO_DETRIMENT = "not-to-detriment"
    NOT_ARRIVED = "notice-not-arrived"
    INVALID = "invalid"
    CONDITIONS = "conditions-broken-or-premises-failed"
    STRONG_INTERESTS = "strong-interests-weigh-clearly-more"


def _old(letter: str) -> tuple[Citation, ...]:
    return (Citation(act=ACT, section="35", paragraph=1, letter=letter),)


def _new(letter: str) -> tuple[Citation, ...]:
    return (Citation(act=NEW_ACT, section="71", paragraph=1, letter=letter),)


GROUNDS: Mapping[Regime, Mapping[ReversalGround, tuple[Citation, ...]]] = {
    Regime.ACT_OF_1967: {
        ReversalGround.NOT_TO_DETRIMENT: _old("a"),
        ReversalGround.NOT_ARRIVED: _old("b"),
        ReversalGround.INVALID: _old("c"),
    },
    Regime.ACT_OF_2025: {
        ReversalGround.NOT_ARRIVED: _new("a"),
        ReversalGround.NOT_TO_DETRIMENT: _new("b"),
        ReversalGround.CONDITIONS: _new("c"),
        ReversalGround.STRONG_INTERESTS: _new("d"),
        ReversalGround.INVALID: (Citation(act=NEW_ACT, section="74", paragraph=3, sentence=1),),
    },
}
REVERSAL = {
    Regime.ACT_OF_1967: Citation(act=ACT, section="35", paragraph=1),
    Regime.ACT_OF_2025: Citation(act=NEW_ACT, section="71", paragraph=1),
}
