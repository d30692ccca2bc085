"""Why something cannot be done on a training's way (R-DEF-02, AMB-54)."""

from __future__ import annotations

from datetime import date

from domain.shared.refusals import NotAllowed
from domain.shared.texts import Text


def move_not_requested() -> NotAllowed:
    return NotAllowed(
        "move-not-requested",
        nb="Legen har ikke bedt om å flytte hit; det gjøres i den gamle planen først.",
        en="The doctor has not asked to move here; that is done in the old plan first.",
        rule="AMB-54",
        field="origin",
    )


def resumed_before_the_end(ended_on: date) -> NotAllowed:
    return NotAllowed(
        "resumed-before-the-end",
        nb=f"Utdanningen her varte til og med {ended_on}; den tas opp igjen etter det.",
        en=f"The training here lasted to and including {ended_on}; it is taken up again after "
        "that.",
        rule="R-DEF-02",
        field="firstDay",
    )


def training_over(stage: Text, ended_on: date) -> NotAllowed:
    return NotAllowed(
        "training-over",
        nb=f"Utdanningen her er {stage.nb}, siste dag var {ended_on}; planen kan leses og rettes.",
        en=f"The training here is {stage.en}, its last day was {ended_on}; the plan can be read "
        "and corrected.",
        rule="R-DEF-02",
    )


def before_the_resuming(day: date, resumed_on: date, *, field: str) -> NotAllowed:
    return NotAllowed(
        "before-the-resuming",
        nb=f"{day} er før utdanningen ble tatt opp igjen {resumed_on}.",
        en=f"{day} is before the training was taken up again on {resumed_on}.",
        rule="R-DEF-02",
        field=field,
    )


def training_elsewhere() -> NotAllowed:
    return NotAllowed(
        "training-elsewhere",
        nb="Utdanningen fortsetter i en annen virksomhet; be om å flytte den tilbake der.",
        en="The training goes on at another establishment; ask there to move it back.",
        rule="AMB-54",
    )


def decided_before_submission(day: date, submitted_on: date, *, field: str) -> NotAllowed:
    return NotAllowed(
        "decided-before-submission",
        nb=f"Søknaden ble sendt {submitted_on} og kan ikke være avgjort {day}.",
        en=f"The application was submitted on {submitted_on}, and cannot be decided on {day}.",
        rule="R-DEF-02",
        field=field,
    )
