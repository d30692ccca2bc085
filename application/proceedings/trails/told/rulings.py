"""Each ruling with its notice, and each time to appeal it had, step by step."""

from __future__ import annotations

from collections.abc import Iterator

from application.proceedings.trails.rulings import PeriodTrail, RulingLine
from application.proceedings.trails.told.case import against
from application.proceedings.trails.told.lines import (
    Line,
    Naming,
    Section,
    cited,
    day,
    law_book,
    line,
    listed,
    steps,
)
from application.proceedings.trails.trail import Trail
from application.proceedings.trails.words import (
    ARRIVED_BY,
    BECAUSE,
    BODIES,
    CHANNELS,
    CONTENTS,
    GROUNDS,
    OUTCOMES,
    SOURCES,
    word,
)
from domain.calendar.words import capital
from domain.shared.texts import Text

HEADING = Text(
    nb="Avgjørelsene, underretningene og klagefristene",
    en="The rulings, their notices and the times to appeal",
)


def rulings(trail: Trail, naming: Naming) -> Section:
    told = tuple(said for one in trail.rulings for said in _ruling(one, naming))
    nothing = line("Det er ikke avgjort noe ennå.", "Nothing is ruled yet.")
    return Section(heading=HEADING, lines=told or (nothing,))


def _ruling(one: RulingLine, naming: Naming) -> Iterator[Line]:
    what, on, body = word(SOURCES, one.source), day(one.decided_on), word(BODIES, one.body)
    by, outcome = naming.person(one.decided_by), word(OUTCOMES, one.outcome)
    yield line(
        f"{what.nb} {on.nb}, {body.nb} ved {by.nb}", f"{what.en}, {on.en}, {body.en} by {by.en}"
    )
    if one.outcome:
        yield line(f"Utfallet for parten: {outcome.nb}", f"What it is: {outcome.en}", 1)
    if one.ground:
        why = word(GROUNDS, one.ground)
        yield line(f"Grunn: {why.nb}", f"Ground: {why.en}", 1)
    yield from cited(one.basis, 2)
    # What left the party as before, such as a dismissal, was not replaced by what came later.
    if one.outcome and not one.in_force:
        yield line(
            "Den gjelder ikke lenger; en senere avgjørelse er kommet i stedet.",
            "It holds no longer; a later ruling has come instead.",
            1,
        )
    way = against(one.remedy, one.heard_by)
    yield line(f"Mot den: {way.nb}", f"Against it: {way.en}", 1)
    yield from _notice(one)
    for number, period in enumerate(one.periods, start=1):
        yield from _period(period, is_last=number == len(one.periods))


def _notice(one: RulingLine) -> Iterator[Line]:
    if one.dispatched_on is None:
        yield line("Underretning er ikke sendt.", "No notice is sent.", 1)
        return
    how, sent = word(CHANNELS, one.channel), day(one.dispatched_on)
    yield line(f"Underretning sendt {how.nb} {sent.nb}", f"Notice sent {how.en} on {sent.en}", 1)
    told = listed(word(CONTENTS, content) for content in one.says)
    yield line(f"Den opplyser om: {told.nb}", f"It tells of: {told.en}", 2)
    for on, nb, en in (
        (one.available_on, "Gjort tilgjengelig", "Made available on"),
        (one.alerted_on, "Varslet", "Alerted of on"),
    ):
        if on:
            yield line(f"{nb} {day(on).nb}", f"{en} {day(on).en}", 2)
    if one.arrived_on:
        came, by = day(one.arrived_on), word(ARRIVED_BY, one.arrival_basis)
        basis_nb, basis_en = (f", {by.nb}", f", {by.en}") if one.arrival_basis else ("", "")
        yield line(f"Kommet fram {came.nb}{basis_nb}", f"Arrived on {came.en}{basis_en}", 2)
    else:
        yield line("Det er ikke ført at den kom fram.", "That it arrived is not entered.", 2)
    for again in map(day, one.alerted_again_on):
        yield line(
            f"Varslet på nytt {again.nb}; det starter ingen ny frist.",
            f"Alerted of again on {again.en}; that starts no new period.",
            2,
        )
    for demanded in map(day, one.reasons_demanded_on):
        yield line(f"Begrunnelse krevd {demanded.nb}", f"Reasons demanded on {demanded.en}", 2)


def _period(period: PeriodTrail, *, is_last: bool) -> Iterator[Line]:
    why, on = word(BECAUSE, period.because), day(period.computed_on)
    law = law_book(period.law)
    holds_nb, holds_en = ("Klagefristen", "The time to appeal")
    if not is_last:
        holds_nb, holds_en = ("Klagefristen, slik den ble regnet før", "As it was computed before")
    if period.last_day:
        last = day(period.last_day)
        nb, en = f"til og med {last.nb}", f"to {last.en}, that day included"
    else:
        nb, en = "løper ikke før begrunnelsen kommer", "none before the reasons arrive"
    yield line(f"{holds_nb}: {nb}", f"{holds_en}: {en}", 1)
    yield line(
        f"Regnet ut {on.nb} fordi {why.nb}, etter {law.nb}",
        f"Computed on {on.en} because {why.en}, by {law.en}",
        2,
    )
    if not period.settled:
        yield line(
            "Et menneske må se på den før noen avvises for å være sen.",
            "A person looks at it before anybody is turned away as late.",
            2,
        )
    yield from steps(period.steps, 2)


def heading_of(one: RulingLine) -> Text:
    """Return a ruling in a few words: what it was and when."""
    what, on = word(SOURCES, one.source), day(one.decided_on)
    return Text(nb=f"{capital(what.nb)} {on.nb}", en=f"{capital(what.en)}, {on.en}")
