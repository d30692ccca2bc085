"""What a party is told around a decision and an appeal, and where each of the two acts says it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.law.administration import ACT, Regime
from domain.law.book import LawBook
from domain.law.new_administration import NEW_ACT
from domain.shared.citation import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRights:
    """Places in one act, each named for what it gives the party or asks of the bodies.

    ``notice`` is what the act calls the letter that tells of a decision.
    """

    notice: str
    reasons_on_demand: Citation
    right_to_appeal: Citation
    form: Citation
    # None under an act that asks for no signature.
    signature: Citation | None
    reasons: Citation
    mending: Citation
    late: Citation
    dismissal: Citation
    review: Citation
    forwarding: Citation
    statement_copied: Citation
    hearing: Citation
    whole_review: Citation
    detriment: Citation
    final: Citation
    # None under an act that makes no exception for what the appeal body dismissed.
    dismissal_appealed: Citation | None
    access: tuple[Citation, ...]
    deferral: Citation
    costs: Citation
    guidance: Citation


def _old(
    section: str, paragraph: int, sentence: int | None = None, letter: str | None = None
) -> Citation:
    return Citation(act=ACT, section=section, paragraph=paragraph, sentence=sentence, letter=letter)


def _new(
    section: str, paragraph: int, sentence: int | None = None, letter: str | None = None
) -> Citation:
    return Citation(
        act=NEW_ACT, section=section, paragraph=paragraph, sentence=sentence, letter=letter
    )


OF_ACT = {
    Regime.ACT_OF_1967: PartyRights(
        notice="underretning",
        reasons_on_demand=_old("24", 2, 3),
        right_to_appeal=_old("28", 1),
        form=_old("32", 1),
        signature=_old("32", 1, letter="b"),
        reasons=_old("32", 2),
        mending=_old("32", 3),
        late=_old("31", 1),
        dismissal=_old("33", 2, 3),
        review=_old("33", 2),
        forwarding=_old("33", 4, 1),
        statement_copied=_old("33", 4, 2),
        hearing=Citation(act=ACT, section="34"),
        whole_review=_old("34", 2),
        detriment=_old("34", 3),
        final=_old("28", 3, 1),
        dismissal_appealed=_old("28", 3, 2),
        access=(_old("18", 1), Citation(act=ACT, section="19")),
        deferral=_old("42", 1),
        costs=_old("36", 1),
        guidance=_old("11", 1),
    ),
    Regime.ACT_OF_2025: PartyRights(
        notice="melding",
        reasons_on_demand=_new("56", 3, 1),
        right_to_appeal=_new("61", 1, letter="a"),
        form=_new("66", 1),
        signature=None,
        reasons=_new("66", 2),
        mending=_new("66", 4),
        late=_new("65", 1),
        dismissal=_new("67", 1),
        review=_new("67", 2),
        forwarding=_new("67", 3, 1),
        statement_copied=_new("67", 3, 2),
        hearing=Citation(act=NEW_ACT, section="68"),
        whole_review=_new("68", 2),
        detriment=_new("68", 4),
        final=_new("61", 3),
        dismissal_appealed=None,
        access=(_new("46", 1), _new("50", 1)),
        deferral=_new("76", 1),
        costs=_new("69", 1),
        guidance=_new("14", 1),
    ),
}


def party_rights(law: LawBook, decided_on: date) -> PartyRights:
    """Return the places of the act that governs a decision of the day."""
    return OF_ACT[law.administration_act.on(decided_on).value.regime]


def rights_applied(basis: Iterable[Citation]) -> PartyRights:
    """Return the places of the act that a ruling says it was made by."""
    new = any(one.act == NEW_ACT for one in basis)
    return OF_ACT[Regime.ACT_OF_2025 if new else Regime.ACT_OF_1967]
