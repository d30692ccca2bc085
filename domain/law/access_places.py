"""Where each of the two acts says what a party may see of the documents, and what is kept from it.

The act of 2025 was read in the copy its other sections come from (LDA): sections 46 to 53.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.law.administration import ACT, Regime
from domain.law.new_administration import NEW_ACT
from domain.shared.citation import Citation


class AccessGround(StrEnum):
    """What keeps something from the party; which grounds there are depends on the act."""

    INTERNAL_DOCUMENT = "internal-document"
    FROM_SUBORDINATE_BODY = "from-subordinate-body"
    ADVICE_TO_THE_BODY = "advice-to-the-body"
    FOREIGN_AND_DEFENCE_INTERESTS = "foreign-and-defence-interests"
    TRADE_SECRETS = "trade-secrets"
    RESEARCH_IDEAS = "research-ideas"
    OWN_HEALTH_OR_THOSE_CLOSE = "own-health-or-those-close"
    ANOTHERS_HEALTH = "anothers-health"
    SPECIAL_REASONS = "special-reasons"
    WHILE_INVESTIGATED = "while-investigated"
    PERSONAL_CIRCUMSTANCES = "personal-circumstances"
    SOURCE = "identifies-a-source"
    CRIME_OR_DANGER = "crime-or-danger-to-somebody"
    MISLEADING_REST = "misleading-or-little-rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPlaces:
    """Where one act says that access is given, refused, on which ground, and appealed over."""

    access: Citation
    internal: Citation
    refusal: Citation
    appeal: Citation
    grounds: Mapping[AccessGround, tuple[Citation, ...]]


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
    Regime.ACT_OF_1967: AccessPlaces(
        access=_old("18", 1, 1),
        internal=_old("18 a", 1, 1),
        refusal=_old("21", 1),
        appeal=_old("21", 2),
        grounds={
            AccessGround.INTERNAL_DOCUMENT: (_old("18 a", 1, 1),),
            AccessGround.FROM_SUBORDINATE_BODY: (_old("18 b", 1, 1),),
            AccessGround.ADVICE_TO_THE_BODY: (_old("18 b", 2),),
            AccessGround.FOREIGN_AND_DEFENCE_INTERESTS: (_old("19", 1, letter="a"),),
            AccessGround.TRADE_SECRETS: (_old("19", 1, letter="b"),),
            AccessGround.RESEARCH_IDEAS: (_old("19", 1, letter="c"),),
            AccessGround.OWN_HEALTH_OR_THOSE_CLOSE: (_old("19", 1, letter="d"),),
            AccessGround.ANOTHERS_HEALTH: (_old("19", 2, letter="a"),),
            AccessGround.SPECIAL_REASONS: (_old("19", 2, letter="b"),),
            AccessGround.WHILE_INVESTIGATED: (_old("20", 1, 2),),
        },
    ),
    Regime.ACT_OF_2025: AccessPlaces(
        access=_new("46", 1, 1),
        internal=_new("47", 1, 1),
        refusal=_new("53", 1),
        appeal=_new("53", 2),
        grounds={
            AccessGround.INTERNAL_DOCUMENT: (_new("47", 1, 1),),
            AccessGround.FROM_SUBORDINATE_BODY: (_new("48", 1, 1),),
            AccessGround.ADVICE_TO_THE_BODY: (_new("48", 2),),
            AccessGround.PERSONAL_CIRCUMSTANCES: (_new("50", 1, letter="a"),),
            AccessGround.TRADE_SECRETS: (_new("50", 1, letter="b"),),
            AccessGround.RESEARCH_IDEAS: (_new("50", 1, letter="c"),),
            AccessGround.OWN_HEALTH_OR_THOSE_CLOSE: (_new("50", 1, letter="d"),),
            AccessGround.SOURCE: (_new("50", 1, letter="e"),),
            AccessGround.CRIME_OR_DANGER: (_new("50", 1, letter="f"),),
            AccessGround.FOREIGN_AND_DEFENCE_INTERESTS: (_new("50", 1, letter="g"),),
            AccessGround.MISLEADING_REST: (_new("51", 1),),
            AccessGround.WHILE_INVESTIGATED: (_new("52", 2),),
        },
    ),
}
