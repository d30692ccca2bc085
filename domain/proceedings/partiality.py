"""Why an official is not impartial (ugild), who answers that, and what they are told (§§ 6-9)."""

from __future__ import annotations

from enum import StrEnum

from domain.law.administration import ACT
from domain.shared.citation import Citation
from domain.shared.findings import Finding, Force
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, RuleBroken
from domain.shared.texts import Text

RULE = "L-FVL-15"
DISQUALIFIED = Citation(act=ACT, section="6")
URGENT = Citation(act=ACT, section="7")
ANSWERED = Citation(act=ACT, section="8", paragraph=1)
BY_SUPERIOR = Citation(act=ACT, section="8", paragraph=1, sentence=2)
BY_THE_BODY = Citation(act=ACT, section="8", paragraph=2, sentence=1)
SUBSTITUTE = Citation(act=ACT, section="9", paragraph=1)


class Partiality(StrEnum):
    """Why an official is disqualified: section 6, first to third paragraph."""

    PARTY = "is-a-party"
    RELATED = "related-to-a-party"
    MARRIED_OR_FOSTERED = "married-engaged-or-fostered"
    REPRESENTATIVE = "guardian-or-representative-of-a-party"
    LEADS_A_PARTY = "leads-a-party"
    SPECIAL_CIRCUMSTANCES = "special-circumstances"
    SUPERIOR_DISQUALIFIED = "superior-disqualified"


BASIS = {
    **{
        ground: Citation(act=ACT, section="6", paragraph=1, letter=letter)
        for ground, letter in zip(list(Partiality)[:5], "abcde", strict=True)
    },
    Partiality.SPECIAL_CIRCUMSTANCES: Citation(act=ACT, section="6", paragraph=2),
    Partiality.SUPERIOR_DISQUALIFIED: Citation(act=ACT, section="6", paragraph=3),
}


def not_disqualified(basis: Citation) -> NotAllowed:
    return NotAllowed(
        "not-disqualified",
        nb="Ingen er funnet ugild her; avgjør spørsmålet om habilitet først.",
        en="Nobody was found to be disqualified here; answer the question of impartiality first.",
        rule=RULE,
        basis=(basis,),
    )


def refuse_unclear(about: Id | None, ground: Partiality | None, *, disqualified: bool) -> None:
    if disqualified and about is None:
        raise Invalid(
            "official-missing",
            nb="Spørsmålet navngir ingen; oppgi hvem som er ugild i «official».",
            en="The question names nobody; state in 'official' who is disqualified.",
            rule=RULE,
            field="official",
        )
    if disqualified != (ground is not None):
        raise Invalid(
            "ground-of-partiality",
            nb="Oppgi grunnen i § 6 når noen er ugild, og bare da; velg "
            f"{', '.join(sorted(Partiality))}.",
            en="State the ground of section 6 when somebody is disqualified, and only then; "
            f"choose {', '.join(sorted(Partiality))}.",
            rule=RULE,
            basis=(DISQUALIFIED,),
            field="ground",
        )


def refuse_subordinates(
    about: Id | None, subordinates: tuple[Id, ...], *, disqualified: bool
) -> None:
    if subordinates and not disqualified:
        nb = "Underordnede oppgis bare når den overordnede er ugild."
        en = "Subordinates are stated only where their superior is disqualified."
    elif about in subordinates:
        nb, en = "Ingen er sin egen underordnede.", "Nobody is their own subordinate."
    else:
        return
    raise Invalid(
        "subordinates",
        nb=nb,
        en=en,
        rule=RULE,
        basis=(BASIS[Partiality.SUPERIOR_DISQUALIFIED],),
        field="subordinates",
    )


def refuse_own_answer(*, collegial: bool, demanded: bool) -> None:
    """Raise RuleBroken to an official where others, or the superior, have to answer."""
    if collegial:
        raise RuleBroken(
            finding(
                BY_THE_BODY,
                nb="I et kollegialt organ avgjør de andre; medlemmet deltar ikke.",
                en="In a collegial body the others decide; the member does not take part.",
            )
        )
    if demanded:
        raise RuleBroken(
            finding(
                BY_SUPERIOR,
                nb="Parten krever at den overordnede avgjør; la en annen gjøre det, eller si i "
                "«noTimeReason» hvorfor det ikke er tid.",
                en="The party demands that the superior decides; let another do it, or say in "
                "'noTimeReason' why there is no time.",
            )
        )


def finding(*basis: Citation, nb: str, en: str) -> Finding:
    return Finding(rule=RULE, force=Force.HARD, says=Text(nb=nb, en=en), basis=basis)
