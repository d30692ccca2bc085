"""Why an official's act beside an appeal is refused."""

from __future__ import annotations

from datetime import date

from domain.proceedings.refusals import broken, refuse_before
from domain.proceedings.rulings import Decided
from domain.shared.citation import Citation
from domain.shared.findings import Confidence
from domain.shared.refusals import Invalid, NotAllowed, RuleBroken

__all__ = ["refuse_before"]


# costs


def no_sum() -> Invalid:
    return Invalid(
        "no-sum",
        nb="Et beløp oppgis i hele kroner og er ikke negativt; utelat det om det ikke er kjent.",
        en="A sum is in whole kroner and not negative; leave it out if it is not known.",
        rule="L-FVL-11",
        field="amount",
    )


def refuse_sum(outcome: Decided, amount: int, claimed: int | None) -> None:
    """Raise Invalid for a sum that does not go with what was decided."""
    fits = {
        Decided.REFUSED: amount == 0,
        Decided.GRANTED: amount > 0 and claimed in (None, amount),
        Decided.PARTLY_GRANTED: amount > 0 and (claimed is None or amount < claimed),
    }[outcome]
    if not fits:
        sum_nb = f"{claimed} kroner" if claimed else "beløpet, som ikke er oppgitt"
        sum_en = f"{claimed} kroner" if claimed else "a sum that was not stated"
        raise Invalid(
            "sum-does-not-fit",
            nb=f"«{outcome}» og {amount} kroner passer ikke sammen: krevd er {sum_nb}. Innvilget "
            "er hele kravet, delvis er mer enn 0 og mindre enn det, avslag er 0.",
            en=f"'{outcome}' and {amount} kroner do not go together: claimed is {sum_en}. Granted "
            "is the whole claim, in part is more than 0 and less than it, refused is 0.",
            rule="L-FVL-11",
            field="amount",
        )


def costs_decided(on: date) -> NotAllowed:
    return NotAllowed(
        "costs-decided",
        nb=f"Kravet ble avgjort {on}; et nytt syn på det kommer med en klage.",
        en=f"The claim was decided on {on}; another view of it comes with an appeal.",
        rule="L-FVL-11",
        field="claim",
    )


def costs_of_another_body(whose: str, basis: Citation) -> RuleBroken:
    return broken(
        "L-FVL-11",
        basis,
        nb=f"Kravet avgjøres av det organet som traff den nye avgjørelsen: {whose}.",
        en=f"The claim is decided by the body that made the new ruling: {whose}.",
    )


def nothing_in_favour(basis: Citation) -> RuleBroken:
    return broken(
        "L-FVL-11",
        basis,
        nb="Sakskostnader dekkes bare når en avgjørelse er endret til gunst; det er den ikke.",
        en="Costs are covered only where a decision was changed in favour; none was.",
    )


def claim_late(basis: Citation) -> RuleBroken:
    return broken(
        "L-FVL-11",
        basis,
        nb="Kravet kom ikke innen tre uker etter at melding om den nye avgjørelsen kom fram; oppgi "
        "«lateGround», en grunn til å behandle det likevel, eller avslå det.",
        en="The claim did not come within three weeks of the arrival of the notice of the new "
        "ruling; state 'lateGround', a ground to treat it all the same, or refuse it.",
    )


def claim_after_the_year(basis: Citation) -> RuleBroken:
    return broken(
        "L-FVL-07",
        basis,
        nb="Kravet kom mer enn et år etter den nye avgjørelsen og kan ikke behandles; avslå det.",
        en="The claim came more than a year after the new ruling and cannot be treated; refuse it.",
    )


def ground_not_meant() -> Invalid:
    return Invalid(
        "late-ground-not-meant",
        nb="Bare et krav som er for sent og likevel innvilges, trenger en grunn; utelat "
        "«lateGround».",
        en="Only a claim that is late and granted all the same takes a ground; leave 'lateGround' "
        "out.",
        rule="L-FVL-11",
        field="lateGround",
    )


# deferral


def unfit_deferral(*, field: str, nb: str, en: str, basis: Citation) -> Invalid:
    return Invalid(
        "deferral-does-not-fit", nb=nb, en=en, rule="L-FVL-15", basis=(basis,), field=field
    )


def must_defer(basis: Citation) -> RuleBroken:
    return broken(
        "L-FVL-15",
        basis,
        nb="Det som ikke kan gjøres om, eller kan sette liv eller helse i fare, skal utsettes til "
        "klagen er avgjort, om ikke «exception» sier hvorfor ikke.",
        en="What cannot be undone, or may endanger life or health, is deferred until the appeal is "
        "decided, unless 'exception' says why not.",
    )


# lawsuits


def told_already(on: date, basis: Citation) -> NotAllowed:
    return NotAllowed(
        "notice-sent-already",
        nb=f"Underretningen ble sendt {on} uten vilkåret, som derfor ikke gjelder overfor parten.",
        en=f"The notice was sent on {on} without the condition, which does not bind the party "
        "then.",
        rule="L-FVL-12",
        basis=(basis,),
        field="ruling",
    )


def no_appeal_to_wait_for(basis: Citation) -> RuleBroken:
    return broken(
        "L-FVL-12",
        basis,
        nb="Et søksmål kan bare vente på en klage der loven gir klagerett; over dette er det ingen "
        "fastsatt klage.",
        en="A lawsuit can only wait for an appeal that the law gives; none is settled over this.",
    )


# the superior body


def no_superior(basis: Citation, *, municipal: bool, confidence: Confidence) -> RuleBroken:
    return broken(
        "L-FVL-10",
        basis,
        nb="Et kommunalt klageorgan omgjør ikke uten klage."
        if municipal
        else "Bare det organet som hører klager over avgjørelsen, omgjør den uten klage.",
        en="A municipal appeal body does not reverse without an appeal."
        if municipal
        else "Only the body that hears appeals over the ruling reverses it without one.",
        confidence=confidence,
    )


def announced_late(last_day: date, basis: Citation) -> RuleBroken:
    return broken(
        "L-FVL-10",
        basis,
        nb="Omgjøring til skade krever at parten fikk melding om overprøvingen senest "
        f"{last_day}, tre uker etter at melding om vedtaket ble sendt.",
        en="A reversal to the detriment takes that the party was told of the review by "
        f"{last_day}, three weeks after the notice of the decision was sent.",
    )


def not_announced(basis: Citation) -> RuleBroken:
    return broken(
        "L-FVL-10",
        basis,
        nb="Omgjøring til skade krever at parten først får melding om at vedtaket vil bli "
        "overprøvd.",
        en="A reversal to the detriment takes that the party is first told of the review.",
    )


def reversed_late(last_day: date, basis: Citation) -> RuleBroken:
    return broken(
        "L-FVL-10",
        basis,
        nb=f"Melding om at vedtaket er omgjort til skade, måtte være sendt senest {last_day}; er "
        "omgjøringen registrert, må den rettes.",
        en="Notice that the decision is reversed to the detriment had to be sent by "
        f"{last_day}; a reversal already recorded is to be corrected.",
    )
