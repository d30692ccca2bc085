"""Why an official's act before a decision is refused."""

from __future__ import annotations

from datetime import date

from domain.shared.citation import Citation
from domain.shared.findings import Finding, Force
from domain.shared.refusals import Invalid, NotAllowed
from domain.shared.texts import Text

RULE = "L-FVL-15"


def application_withdrawn(on: date) -> NotAllowed:
    return NotAllowed(
        "application-withdrawn",
        nb=f"Søknaden ble trukket {on}; det er ingenting å avgjøre. Avslutt saken.",
        en=f"The application was withdrawn on {on}; there is nothing to decide. Close the case.",
        rule=RULE,
    )


def refuse_past(day: date, today: date, *, field: str, basis: Citation) -> None:
    if day <= today:
        raise Invalid(
            "day-not-to-come",
            nb=f"{day} er ikke etter i dag, {today}; oppgi en dag som kommer.",
            en=f"{day} is not after today, {today}; give a day to come.",
            rule=RULE,
            basis=(basis,),
            field=field,
        )


def found_broken(basis: Citation, *, nb: str, en: str) -> Finding:
    return Finding(rule=RULE, force=Force.HARD, says=Text(nb=nb, en=en), basis=(basis,))


def unheard(basis: Citation) -> Finding:
    return found_broken(
        basis,
        nb="Parten har verken søkt, uttalt seg eller fått forhåndsvarsel; gi varsel, eller si "
        "hvorfor det utelates.",
        en="The party has neither applied, commented nor been given advance notice; give notice, "
        "or say why it is left out.",
    )
