"""Where each of the two acts says what is done beside an appeal."""

from __future__ import annotations

from datetime import date

from domain.law.administration import ACT, Regime
from domain.law.aside import SuperiorGround
from domain.law.book import LawBook
from domain.law.new_administration import NEW_ACT
from domain.shared.citation import Citation


def _at(section: str, paragraph: int, sentence: int | None = None) -> Citation:
    return Citation(act=ACT, section=section, paragraph=paragraph, sentence=sentence)


def _new(paragraph: int, section: str = "72", letter: str | None = None) -> Citation:
    return Citation(act=NEW_ACT, section=section, paragraph=paragraph, letter=letter)


def _by_letter(letter: str) -> tuple[Citation, ...]:
    return (_at("35", 2), Citation(act=ACT, section="35", paragraph=1, letter=letter))


GROUNDS = {
    Regime.ACT_OF_1967: {
        SuperiorGround.NOT_TO_DETRIMENT: _by_letter("a"),
        SuperiorGround.NOT_ARRIVED: _by_letter("b"),
        SuperiorGround.INVALID: _by_letter("c"),
        SuperiorGround.FOR_OTHERS: (_at("35", 3, 1),),
    },
    Regime.ACT_OF_2025: {
        SuperiorGround.NOT_TO_DETRIMENT: (_new(1), _new(1, "71", "b")),
        SuperiorGround.NOT_ARRIVED: (_new(1), _new(1, "71", "a")),
        SuperiorGround.CONDITIONS: (_new(1), _new(1, "71", "c")),
        SuperiorGround.STRONG_INTERESTS: (_new(1), _new(1, "71", "d")),
        SuperiorGround.INVALID: (_new(4, "74"),),
        SuperiorGround.FOR_OTHERS: (_new(2),),
    },
}
"""Where each act says it of each ground; one it does not have is not there."""

BY_SUPERIOR = {Regime.ACT_OF_1967: Citation(act=ACT, section="35"), Regime.ACT_OF_2025: _new(1)}
REASONS_FOR_REFUSED_DEFERRAL = {
    Regime.ACT_OF_1967: _at("42", 2, 2),
    Regime.ACT_OF_2025: _new(3, "76"),
}
WHO_DECIDES_COSTS = {
    Regime.ACT_OF_1967: _at("36", 3, 1),
    Regime.ACT_OF_2025: _new(2, "69"),
}
COSTS_COVERED = {Regime.ACT_OF_1967: _at("36", 1), Regime.ACT_OF_2025: _new(1, "69")}


def regime_of(law: LawBook, decided_on: date) -> Regime:
    """Return which act governs a decision of the day."""
    return law.administration_act.on(decided_on).value.regime
