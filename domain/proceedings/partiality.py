"""Why an official is not impartial (ugild), who answers that, and what they are told."""

from __future__ import annotations

from domain.law.impartial_places import ImpartialPlaces, Partiality
from domain.shared.citation import Citation
from domain.shared.findings import Finding, Force
from domain.shared.ids import Id
from domain.shared.refusals import Invalid, NotAllowed, RuleBroken
from domain.shared.texts import Text

RULE = "L-FVL-15"


def not_disqualified(basis: Citation) -> NotAllowed:
    return NotAllowed(
        "not-disqualified",
        nb="Ingen er funnet ugild her; avgjør spørsmålet om habilitet først.",
        en="Nobody was found to be disqualified here; answer the question of impartiality first.",
        rule=RULE,
        basis=(basis,),
    )


def refuse_unclear(
    about: Id | None, ground: Partiality | None, places: ImpartialPlaces, *, disqualified: bool
) -> None:
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
            nb="Oppgi grunnen når noen er ugild, og bare da; velg "
            f"{', '.join(sorted(places.grounds))}.",
            en="State the ground when somebody is disqualified, and only then; "
            f"choose {', '.join(sorted(places.grounds))}.",
            rule=RULE,
            basis=(places.disqualified,),
            field="ground",
        )


def refuse_subordinates(
    about: Id | None,
    subordinates: tuple[Id, ...],
    places: ImpartialPlaces,
    *,
    disqualified: bool,
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
        basis=superior_disqualified(places),
        field="subordinates",
    )


def superior_disqualified(places: ImpartialPlaces) -> tuple[Citation, ...]:
    """Return where an act says that those under a disqualified official do not decide."""
    return places.grounds[Partiality.SUPERIOR_DISQUALIFIED]


def refuse_own_answer(places: ImpartialPlaces, *, collegial: bool, demanded: bool) -> None:
    """Raise RuleBroken to an official where others, or the superior, have to answer.

    The act of 2025 leaves that to whom it concerns, and in a collegial body also to its leader.
    """
    if collegial and places.by_the_body:
        raise RuleBroken(
            finding(
                places.by_the_body,
                nb="I et kollegialt organ avgjør de andre; medlemmet deltar ikke.",
                en="In a collegial body the others decide; the member does not take part.",
            )
        )
    if demanded and places.demanded:
        raise RuleBroken(
            finding(
                places.demanded,
                nb="Parten krever at den overordnede avgjør; la en annen gjøre det, eller si i "
                "«noTimeReason» hvorfor det ikke er tid.",
                en="The party demands that the superior decides; let another do it, or say in "
                "'noTimeReason' why there is no time.",
            )
        )


def finding(*basis: Citation, nb: str, en: str) -> Finding:
    return Finding(rule=RULE, force=Force.HARD, says=Text(nb=nb, en=en), basis=basis)
