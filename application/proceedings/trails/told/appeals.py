"""Each appeal: who, when, in time or not and why, what it lacks, and what each instance did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from application.proceedings.trails.appeals import AppealStep, AppealTrail
from application.proceedings.trails.told.lines import (
    Line,
    Naming,
    Section,
    cited,
    day,
    line,
    listed,
    steps,
)
from application.proceedings.trails.told.rulings import heading_of
from application.proceedings.trails.trail import Trail
from application.proceedings.trails.words import (
    BODIES,
    CHANNELS,
    DEFECTS,
    GROUNDS,
    LATE,
    OUTCOMES,
    REVIEWS,
    STAGES,
    VERDICTS,
    word,
)
from domain.proceedings import appeal_facts as a
from domain.proceedings.appeal import OVER
from domain.shared.facts import tag_of
from domain.shared.texts import Text

HEADING = Text(nb="Klagene", en="The appeals")
ANSWERS: Mapping[str, Text] = {
    "maintained": Text(nb="resten opprettholdes", en="the rest is maintained"),
    "not-maintained": Text(nb="resten opprettholdes ikke", en="the rest is not maintained"),
}
SENTENCES = {
    tag_of(kind): Text(nb=nb, en=en)
    for kind, nb, en in (
        (
            a.AppealSupplemented,
            "Mer kom inn {on} fra {by}",
            "More came in on {on} from {by}",
        ),
        (
            a.TimelinessJudged,
            "Vurdert på nytt {on} om klagen var i tide: {what}",
            "Judged anew on {on} whether it was in time: {what}",
        ),
        (
            a.CorrectionDemanded,
            "{by} ba i brev {on} om {defects} innen {until}",
            "{by} asked, in a letter of {on}, for {defects} by {until}",
        ),
        (
            a.AppealMended,
            "Rettet {on}: {defects}; ført av {by}",
            "Mended on {on}: {defects}; entered by {by}",
        ),
        (
            a.LateAppealAccepted,
            "Tatt under behandling {on} av {by}. Grunn: {what}",
            "Taken on on {on} by {by}. Ground: {what}",
        ),
        (
            a.AppealDismissed,
            "Avvist av førsteinstansen {on} av {by}",
            "Dismissed by the first instance on {on} by {by}",
        ),
        (a.AppealWithdrawn, "Trukket {on} av {by}", "Withdrawn on {on} by {by}"),
        (
            a.AppealReviewed,
            "Førsteinstansen {what} {on}, ved {by}",
            "The first instance {what} on {on}, by {by}",
        ),
        (
            a.RestAnswered,
            "Klageren svarte {on}: {what}; ført av {by}",
            "The appellant answered on {on}: {what}; entered by {by}",
        ),
        (
            a.AppealForwarded,
            "Sendt til {what} {on} av {by}",
            "Forwarded to {what} on {on} by {by}",
        ),
        (
            a.DetrimentNotified,
            "Varslet {on} av {by} om at vedtaket kan bli endret til skade for klageren",
            "Told on {on} by {by} that the decision may be changed to the appellant's detriment",
        ),
        (
            a.AppealDecided,
            "Avgjort av klageinstansen {on} ved {by}: {what}",
            "Decided by the appeal body on {on}, by {by}: {what}",
        ),
    )
}
CAME_TO: Mapping[str, Mapping[str, Text]] = {
    tag_of(a.AppealSupplemented): VERDICTS,
    tag_of(a.TimelinessJudged): VERDICTS,
    tag_of(a.LateAppealAccepted): GROUNDS,
    tag_of(a.AppealReviewed): REVIEWS,
    tag_of(a.RestAnswered): ANSWERS,
    tag_of(a.AppealForwarded): BODIES,
    tag_of(a.AppealDecided): OUTCOMES,
}


def appeals(trail: Trail, naming: Naming) -> Section:
    told = tuple(
        said
        for number, one in enumerate(trail.appeals, start=1)
        for said in _appeal(number, one, trail, naming)
    )
    return Section(heading=HEADING, lines=told or (line("Ingen har klaget.", "Nobody appealed."),))


def _appeal(number: int, one: AppealTrail, trail: Trail, naming: Naming) -> Iterator[Line]:
    who, stage = naming.person(one.appellant), word(STAGES, one.stage)
    yield line(
        f"Klage {number}, fra {who.nb}: {stage.nb}", f"Appeal {number}, by {who.en}: {stage.en}"
    )
    if one.sent_by != one.appellant:
        sender = naming.person(one.sent_by)
        yield line(f"Sendt av {sender.nb}", f"Sent by {sender.en}", 1)
    over = next((ruling for ruling in trail.rulings if ruling.version == one.against), None)
    if over:
        what = heading_of(over)
        yield line(f"Klagen gjelder: {what.nb}", f"It is against: {what.en}", 1)
    yield from _came_in(one)
    yield from _in_time(one, over.last_day if over and one.appellant == trail.party else None)
    yield from _lacking(one)
    for step in one.happened:
        yield from _step(step, naming)
    if one.result:
        result = word(OUTCOMES, one.result)
        yield line(f"Parten fikk: {result.nb}", f"The party got: {result.en}", 1)
    yield from _stood_on(one, naming)


def _came_in(one: AppealTrail) -> Iterator[Line]:
    how, by = word(CHANNELS, one.channel), word(BODIES, one.received_by)
    sent = day(one.sent_on)
    nb, en = (f", sendt {sent.nb}", f", sent on {sent.en}") if one.sent_on else ("", "")
    came = day(one.received_on)
    yield line(
        f"Kom inn {how.nb} til {by.nb} {came.nb}{nb}",
        f"Came in {how.en} to {by.en} on {came.en}{en}",
        1,
    )


def _in_time(one: AppealTrail, last_day: date | None) -> Iterator[Line]:
    verdict, late = word(VERDICTS, one.verdict), word(LATE, one.late)
    nb, en = (f"; {late.nb}", f"; {late.en}") if one.late else ("", "")
    yield line(f"Var den i tide? {verdict.nb}{nb}", f"Was it in time? {verdict.en}{en}", 1)
    if last_day:
        last = day(last_day)
        yield line(
            f"Siste dag for å klage var {last.nb}.", f"The last day to appeal was {last.en}.", 2
        )
    yield from steps(one.steps, 2)


def _lacking(one: AppealTrail) -> Iterator[Line]:
    if not one.lacking:
        return
    what, until = listed(word(DEFECTS, defect) for defect in one.lacking), day(one.answer_by)
    if one.stage in OVER:
        yield line(
            f"Klagen manglet til det siste: {what.nb}", f"It lacked to the end: {what.en}", 1
        )
        return
    nb, en = (f", som må være her innen {until.nb}", f", to be here by {until.en}")
    if one.answer_by is None:
        nb, en = ("; det er ikke bedt om det ennå", "; it is not asked for yet")
    yield line(f"Klagen mangler: {what.nb}{nb}", f"It lacks: {what.en}{en}", 1)


def _step(step: AppealStep, naming: Naming) -> Iterator[Line]:
    sentence, what = SENTENCES[step.tag], word(CAME_TO.get(step.tag, {}), step.came_to)
    by, on, until = naming.by(step.by, step.version), day(step.on), day(step.until)
    defects = listed(word(DEFECTS, defect) for defect in step.defects)
    yield line(
        sentence.nb.format(by=by.nb, on=on.nb, what=what.nb, until=until.nb, defects=defects.nb),
        sentence.en.format(by=by.en, on=on.en, what=what.en, until=until.en, defects=defects.en),
        1,
    )
    yield from cited(step.basis, 2)
    yield from steps(step.steps, 2)


def _stood_on(one: AppealTrail, naming: Naming) -> Iterator[Line]:
    if one.seen:
        yield line("Førsteinstansen så sist:", "The first instance saw last:", 1)
        yield from naming.seen(one.seen, 2)
    if one.seen_by_appeal_body:
        yield line("Klageinstansen så:", "The appeal body saw:", 1)
        yield from naming.seen(one.seen_by_appeal_body, 2)
