"""Why an official's act on a proceeding is refused; what a party sends never is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from domain.law.notices import CONTENT_NAMES, NoticeContent
from domain.law.remedies import INSTANCE_NAMES, Instance
from domain.shared.citation import Citation
from domain.shared.dated import Version
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.refusals import Invalid, NotAllowed, NotFound, RuleBroken
from domain.shared.texts import Text


def refuse_before(day: date, earlier: date, *, field: str, rule: str) -> None:
    if day < earlier:
        raise Invalid(
            "days-out-of-order",
            nb=f"{day} er før {earlier}, dagen det kom etter.",
            en=f"{day} is before {earlier}, the day it came after.",
            rule=rule,
            field=field,
        )


def refuse_incomplete(lacking: Sequence[NoticeContent], rule: Version[Any]) -> None:
    if lacking:
        names = [CONTENT_NAMES[one] for one in lacking]
        raise broken(
            "L-FVL-12",
            rule.citation,
            nb=f"Underretningen kan ikke sendes uten: {', '.join(name.nb for name in names)}.",
            en=f"The notice cannot be sent without: {', '.join(name.en for name in names)}.",
        )


def broken(
    rule: str,
    *basis: Citation,
    nb: str,
    en: str,
    confidence: Confidence = Confidence.A,
) -> RuleBroken:
    return RuleBroken(
        Finding(
            rule=rule,
            force=Force.HARD,
            says=Text(nb=nb, en=en),
            basis=basis,
            confidence=confidence,
        )
    )


def unknown_proceeding() -> NotFound:
    return NotFound("unknown-case", nb="Saken finnes ikke.", en="There is no such case.")


def known_appeal() -> NotAllowed:
    return NotAllowed(
        "appeal-exists", nb="Klagen er ført allerede.", en="The appeal is entered already."
    )


def unknown_appeal() -> NotFound:
    return NotFound(
        "unknown-appeal",
        nb="Saken har ingen slik klage.",
        en="The case has no such appeal.",
        field="appeal",
    )


def opened_already() -> NotAllowed:
    return NotAllowed("proceeding-open", nb="Saken finnes allerede.", en="The case exists already.")


def decided_already(on: date) -> NotAllowed:
    return NotAllowed(
        "already-decided",
        nb=f"Saken ble avgjort {on}; et nytt syn på den er en omgjøring eller en klage.",
        en=f"The case was decided on {on}; another view of it is a reversal or an appeal.",
        rule="L-FVL-10",
    )


def not_decided() -> NotAllowed:
    return NotAllowed(
        "not-decided", nb="Saken er ikke avgjort ennå.", en="The case is not decided yet."
    )


def not_sent() -> NotAllowed:
    return NotAllowed(
        "notice-not-sent",
        nb="Underretningen er ikke sendt; send den først.",
        en="The notice has not been sent; send it first.",
        rule="L-FVL-12",
    )


def not_arrived() -> NotAllowed:
    return NotAllowed(
        "notice-not-arrived",
        nb="Det er ikke ført når underretningen kom fram; klagefristen er ikke begynt å løpe.",
        en="When the notice arrived is not entered; the time to appeal has not begun.",
        rule="L-FVL-01",
    )


def not_alerted() -> NotAllowed:
    return NotAllowed(
        "notice-not-alerted",
        nb="Bare et digitalt vedtak det er varslet om, varsles det om igjen.",
        en="Only of a digital decision that was alerted of is another alert sent.",
        rule="L-EFV-01",
    )


def unknown_ruling(version: int, known: Sequence[int]) -> Invalid | NotAllowed:
    if not known:
        return not_decided()
    named = ", ".join(map(str, known))
    return Invalid(
        "unknown-ruling",
        nb=f"Versjon {version} er ingen avgjørelse i saken; velg {named}.",
        en=f"Version {version} is no ruling of the case; choose {named}.",
        field="ruling",
    )


def over_already(last_day: date, on: date) -> NotAllowed:
    return NotAllowed(
        "deadline-expired",
        nb=f"Klagefristen gikk ut {last_day} og kan ikke forlenges {on}. En for sen klage kan "
        "likevel tas til behandling.",
        en=f"The time to appeal was over on {last_day} and cannot be extended on {on}. A late "
        "appeal may be treated all the same.",
        rule="L-FVL-04",
        field="until",
    )


def too_short(last_day: date) -> Invalid:
    return Invalid(
        "extension-too-short",
        nb=f"Fristen går til {last_day}; en forlengelse må gå lenger enn det.",
        en=f"The period goes to {last_day}; an extension must go further.",
        rule="L-FVL-04",
        field="until",
    )


def no_reasons_waited_for() -> NotAllowed:
    return NotAllowed(
        "no-reasons-waited-for",
        nb="Ingen venter på begrunnelse.",
        en="Nobody waits for reasons.",
        rule="L-FVL-03",
    )


def in_wrong_stage(stage: Text, *wanted: Text) -> NotAllowed:
    return NotAllowed(
        "appeal-in-wrong-stage",
        nb=f"Klagen er {stage.nb}; dette krever at den er "
        f"{' eller '.join(one.nb for one in wanted)}.",
        en=f"The appeal is {stage.en}; this needs it to be "
        f"{' or '.join(one.en for one in wanted)}.",
        rule="L-FVL-08",
    )


def result_to_be_told(*, changed: bool) -> Invalid:
    return Invalid(
        "result-missing" if changed else "result-not-meant",
        nb="Oppgi hva parten får når vedtaket endres."
        if changed
        else "Bare når et vedtak endres, oppgis hva parten får.",
        en="State what the party gets when a decision is changed."
        if changed
        else "Only where a decision is changed is it stated what the party gets.",
        field="result",
    )


def wrong_ground(*, time_runs: bool) -> Invalid:
    return Invalid(
        "wrong-ground",
        nb="Her løper en klagefrist; velg en grunn til å behandle klagen."
        if time_runs
        else "Her løper ingen klagefrist; velg «no-time-runs».",
        en="A time to appeal runs here; choose a ground to treat the appeal."
        if time_runs
        else "No time to appeal runs here; choose 'no-time-runs'.",
        rule="L-FVL-07",
        field="ground",
    )


def hears_no_appeals(to: str, hearing: Sequence[str]) -> RuleBroken:
    named = [INSTANCE_NAMES[Instance(one)] for one in hearing]
    astray = INSTANCE_NAMES[Instance(to)]
    choose_nb = f"; velg {' eller '.join(name.nb for name in named)}" if named else ""
    choose_en = f"; choose {' or '.join(name.en for name in named)}" if named else ""
    return broken(
        "L-FVL-13",
        nb=f"Klager over dette høres ikke av {astray.nb}{choose_nb}.",
        en=f"Appeals over this are not heard by {astray.en}{choose_en}.",
    )


def no_time_runs() -> NotAllowed:
    return NotAllowed(
        "no-time-runs",
        nb="Ingen klagefrist løper over dette, så ingen kan forlenges.",
        en="No time to appeal runs against this, so none can be extended.",
        rule="L-FVL-04",
    )


def not_its_own(rule: str) -> NotAllowed:
    return NotAllowed(
        "ruling-of-another-body",
        nb="Avgjørelsen er truffet av et annet organ og endres ikke her; oppretthold og send "
        "saken videre, eller avvis klagen.",
        en="The ruling is another body's and is not changed here; maintain it and forward the "
        "case, or dismiss the appeal.",
        rule=rule,
    )


def with_the_appeal_body() -> NotAllowed:
    return NotAllowed(
        "with-the-appeal-body",
        nb="Klagen er hos klageinstansen; vedtaket endres ikke av andre nå.",
        en="The appeal is with the appeal body; nobody else changes the decision now.",
        rule="L-FVL-10",
    )


def noticed_by_the_clock() -> NotAllowed:
    return NotAllowed(
        "noticed-by-the-clock",
        nb="Dette la klokken merke til; rett det fristen bygger på i stedet.",
        en="The clock noticed this; correct what the deadline stands on instead.",
        field="version",
    )


def closed_already(on: date) -> NotAllowed:
    return NotAllowed(
        "already-closed",
        nb=f"Saken ble avsluttet {on}; en klage eller en omgjøring åpner den igjen.",
        en=f"The case was closed on {on}; an appeal or a reversal opens it again.",
    )


def not_notified() -> NotAllowed:
    return NotAllowed(
        "not-notified",
        nb="Saken avsluttes ikke før det er ført når underretningen om avgjørelsen kom fram.",
        en="The case is not closed before the arrival of the notice of the decision is entered.",
        rule="L-FVL-12",
    )


def aside_waits() -> NotAllowed:
    return NotAllowed(
        "aside-not-decided",
        nb="Saken avsluttes ikke før krav om sakskostnader og anmodninger om utsetting er avgjort.",
        en="The case is not closed before claims for costs and requests to defer are decided.",
        rule="L-FVL-11",
    )


def to_be_decided_anew() -> NotAllowed:
    return NotAllowed(
        "to-be-decided-anew",
        nb="Vedtaket er opphevet og saken sendt tilbake; den skal avgjøres på nytt.",
        en="The decision was quashed and the case returned; it is to be decided anew.",
        rule="L-FVL-09",
    )
