"""The case and the decision: who asked for what, who decided, and what it stood on."""

from __future__ import annotations

from collections.abc import Iterator

from application.proceedings.trails.rulings import MadeLine
from application.proceedings.trails.told.effect import effect
from application.proceedings.trails.told.lines import (
    Line,
    Naming,
    Section,
    cited,
    day,
    law_book,
    line,
)
from application.proceedings.trails.trail import Trail
from application.proceedings.trails.words import BODIES, KINDS, OUTCOMES, REMEDIES, word
from domain.law.remedies import Remedy
from domain.shared.texts import Text


def case(trail: Trail, naming: Naming) -> Section:
    return Section(heading=Text(nb="Saken", en="The case"), lines=tuple(_case(trail, naming)))


def decision(trail: Trail, naming: Naming) -> Section:
    return Section(
        heading=Text(nb="Vedtaket", en="The decision"), lines=tuple(_decision(trail, naming))
    )


def _case(trail: Trail, naming: Naming) -> Iterator[Line]:
    kind, body = word(KINDS, trail.kind), word(BODIES, trail.decided_by)
    about = f" ({trail.about})" if trail.about else ""
    party, where = naming.person(trail.party), naming.case(trail.organisation)
    yield line(f"Saken gjelder: {kind.nb}{about}", f"It is about: {kind.en}{about}")
    yield line(f"Part: {party.nb}", f"Party: {party.en}")
    yield line(f"Hører til: {where.nb}", f"Belongs to: {where.en}")
    yield line(f"Avgjøres av: {body.nb}", f"Decided by: {body.en}")
    if trail.received_on:
        came = day(trail.received_on)
        yield line(f"Søknaden kom inn {came.nb}.", f"The application came in on {came.en}.")
    else:
        yield line("Ingen søkte; saken er reist av organet selv.", "Nobody applied for it.")
    now = word(OUTCOMES, trail.outcome)
    if trail.outcome:
        yield line(f"Slik står saken nå: {now.nb}", f"As it stands now: {now.en}")
    yield from effect(trail)
    if trail.closed_on:
        closed = day(trail.closed_on)
        yield line(f"Saken ble avsluttet {closed.nb}.", f"The case was closed on {closed.en}.")
    yield line(f"Saksnummer: {trail.proceeding}", f"Case number: {trail.proceeding}")


def _decision(trail: Trail, naming: Naming) -> Iterator[Line]:
    if trail.decision is None:
        yield line("Det er ikke truffet noe vedtak ennå.", "No decision is made yet.")
        return
    for earlier in trail.earlier:
        yield line("Et tidligere vedtak, som ble opphevet:", "An earlier one, that was set aside:")
        yield from _made(earlier, naming, depth=1)
    if trail.earlier:
        yield line("Det siste vedtaket:", "The last one:")
    yield from _made(trail.decision, naming, depth=1 if trail.earlier else 0)
    yield line(
        "Begrunnelsen, og det partene har skrevet, åpnes for seg, og hver åpning noteres.",
        "The reasons, and what the parties wrote, are opened apart, and each opening is noted.",
    )


def _made(made: MadeLine, naming: Naming, *, depth: int) -> Iterator[Line]:
    outcome, on = word(OUTCOMES, made.outcome), day(made.decided_on)
    by, heard = naming.by(made.decided_by, made.version), naming.people(made.consulted)
    yield line(f"Utfall: {outcome.nb}", f"Outcome: {outcome.en}", depth)
    yield line(f"Truffet {on.nb} av {by.nb}.", f"Made on {on.en} by {by.en}.", depth)
    yield line(f"Hørt før vedtaket: {heard.nb}", f"Heard before it: {heard.en}", depth)
    law = law_book(made.law)
    yield line(f"Etter {law.nb}", f"By {law.en}", depth)
    if made.basis:
        yield line("Vedtaket bygger på:", "It rests on:", depth)
        yield from cited(made.basis, depth + 1)
    if made.seen:
        yield line(
            "Dette forelå da vedtaket ble truffet:", "This was there when it was made:", depth
        )
        yield from naming.seen(made.seen, depth + 1)
    way = against(made.remedy, made.heard_by)
    yield line(f"Mot vedtaket: {way.nb}", f"Against it: {way.en}", depth)


def against(remedy: str, heard_by: str | None) -> Text:
    """Return what can be done against a ruling, and who hears it."""
    said, body = word(REMEDIES, remedy), word(BODIES, heard_by)
    if remedy == Remedy.APPEAL and heard_by:
        return Text(nb=f"{said.nb} til {body.nb}", en=f"{said.en} to {body.en}")
    return said
