"""Why an official is not impartial, who answers that, and where each of the two acts says it.

The act of 2025 was read in the copy its other sections come from (LDA): sections 25 to 29. It names
the one who decided below as disqualified at the appeal body; under the act of 1967 that follows
from what weakens trust alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.law.administration import ACT, Regime
from domain.law.new_administration import NEW_ACT
from domain.shared.citation import Citation
from domain.shared.findings import Confidence


class Partiality(StrEnum):
    """Why an official is disqualified; which grounds there are depends on the act."""

    PARTY = "is-a-party"
    RELATED = "related-to-a-party"
    MARRIED_OR_FOSTERED = "married-engaged-or-fostered"
    REPRESENTATIVE = "guardian-or-representative-of-a-party"
    LEADS_A_PARTY = "leads-a-party"
    SPECIAL_CIRCUMSTANCES = "special-circumstances"
    SUPERIOR_DISQUALIFIED = "superior-disqualified"
    PARTNER = "spouse-cohabitant-or-engaged"
    DIRECT_LINE = "direct-line-or-their-partner"
    SIBLING = "sibling-or-their-partner"
    PARTNERS_FAMILY = "partners-sibling-or-direct-line"
    FOSTER_FAMILY = "foster-child-or-parent"
    STEP_FAMILY = "step-child-or-parent"
    DECIDED_BELOW = "decided-at-first-instance"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpartialPlaces:
    """Where one act says who is disqualified, who answers that, and who acts instead.

    ``demanded``: that a party can have the superior answer; ``by_the_body``: that in a collegial
    body the others always answer. None under an act that says neither: there the official, or the
    one who leads the body, finds whether somebody else is to answer.
    """

    disqualified: Citation
    party: Citation
    grounds: Mapping[Partiality, tuple[Citation, ...]]
    urgent: Citation
    answered: Citation
    demanded: Citation | None
    by_the_body: Citation | None
    substitute: Citation
    decided_below: Citation
    decided_below_is: Confidence


def _old(section: str, paragraph: int | None = None, sentence: int | None = None) -> Citation:
    return Citation(act=ACT, section=section, paragraph=paragraph, sentence=sentence)


def _new(
    section: str, paragraph: int, sentence: int | None = None, letter: str | None = None
) -> Citation:
    return Citation(
        act=NEW_ACT, section=section, paragraph=paragraph, sentence=sentence, letter=letter
    )


_LETTERS_OF_1967 = (
    Partiality.PARTY,
    Partiality.RELATED,
    Partiality.MARRIED_OR_FOSTERED,
    Partiality.REPRESENTATIVE,
    Partiality.LEADS_A_PARTY,
)
_FAMILY_OF_2025 = (
    Partiality.PARTNER,
    Partiality.DIRECT_LINE,
    Partiality.SIBLING,
    Partiality.PARTNERS_FAMILY,
    Partiality.FOSTER_FAMILY,
    Partiality.STEP_FAMILY,
)

OF_ACT: Mapping[Regime, ImpartialPlaces] = {
    Regime.ACT_OF_1967: ImpartialPlaces(
        disqualified=_old("6"),
        party=_old("6", 1),
        grounds={
            **{
                ground: (Citation(act=ACT, section="6", paragraph=1, letter=letter),)
                for ground, letter in zip(_LETTERS_OF_1967, "abcde", strict=True)
            },
            Partiality.SPECIAL_CIRCUMSTANCES: (_old("6", 2),),
            Partiality.SUPERIOR_DISQUALIFIED: (_old("6", 3),),
        },
        urgent=_old("7"),
        answered=_old("8", 1),
        demanded=_old("8", 1, 2),
        by_the_body=_old("8", 2, 1),
        substitute=_old("9", 1),
        decided_below=_old("6", 2),
        decided_below_is=Confidence.C,
    ),
    Regime.ACT_OF_2025: ImpartialPlaces(
        disqualified=_new("25", 1),
        party=_new("26", 1),
        grounds={
            Partiality.PARTY: (_new("26", 1),),
            **{
                ground: (_new("26", 2, letter=letter),)
                for ground, letter in zip(_FAMILY_OF_2025, "abcdef", strict=True)
            },
            Partiality.REPRESENTATIVE: (_new("26", 3, letter="a"),),
            Partiality.LEADS_A_PARTY: (_new("26", 3, letter="b"),),
            Partiality.DECIDED_BELOW: (_new("26", 4, 1),),
            Partiality.SPECIAL_CIRCUMSTANCES: (_new("27", 1),),
            Partiality.SUPERIOR_DISQUALIFIED: (_new("25", 2, 1),),
        },
        urgent=_new("28", 1),
        answered=_new("29", 2),
        demanded=None,
        by_the_body=None,
        substitute=_new("29", 4, 1),
        decided_below=_new("26", 4, 1),
        decided_below_is=Confidence.A,
    ),
}
_BY_ACT = {ACT: OF_ACT[Regime.ACT_OF_1967], NEW_ACT: OF_ACT[Regime.ACT_OF_2025]}


def impartial_places_by(basis: Citation) -> ImpartialPlaces:
    """Return the places of the act that something was answered by."""
    return _BY_ACT[basis.act]
