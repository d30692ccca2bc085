"""The whole trail under its headings, in the order a lawyer reads a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from application.actors import MACHINE
from application.proceedings.trails.told.appeals import appeals
from application.proceedings.trails.told.before import before, beside, papers
from application.proceedings.trails.told.case import case, decision
from application.proceedings.trails.told.found import found
from application.proceedings.trails.told.lines import Naming, Section
from application.proceedings.trails.told.rulings import rulings
from application.proceedings.trails.told.steps import done, left, new
from application.proceedings.trails.trail import Trail
from domain.shared.ids import Id


def told_trail(trail: Trail, names: Mapping[Id, str]) -> tuple[Section, ...]:
    """Return the trail in words; ``names`` are those of people and of the establishment."""
    naming = Naming(
        names=names,
        plan=trail.plan,
        organisation=trail.organisation,
        roles={step.version: step.acting_as for step in trail.steps},
        exemption=None if trail.plan else trail.about,
    )
    told = (
        case(trail, naming),
        before(trail, naming),
        decision(trail, naming),
        found(trail),
        rulings(trail, naming),
        appeals(trail, naming),
        beside(trail, naming),
        new(trail),
        papers(trail, naming),
        done(trail, naming),
        left(trail),
    )
    # What came after a decision says nothing before there is one.
    return tuple(one for one in told if one.lines)


def named_in(trail: Trail) -> frozenset[Id]:
    """Return the ids a trail in words names: people, and the cases that were seen."""
    return frozenset(_named(trail))


def _named(trail: Trail) -> Iterator[Id]:
    yield from (trail.party, trail.organisation)
    for made in (*trail.earlier, *((trail.decision,) if trail.decision else ())):
        yield from (made.decided_by, *made.consulted, *(one.case for one in made.seen))
    yield from (one.decided_by for one in trail.rulings)
    for appeal in trail.appeals:
        yield from (appeal.appellant, appeal.sent_by)
        yield from _who(step.by for step in appeal.happened)
        yield from (one.case for one in (*appeal.seen, *appeal.seen_by_appeal_body))
    yield from (one.entered_by for one in trail.without_effect)
    yield from (one.issued_by for one in trail.letters)
    yield from (one.sent_by for one in trail.documents)
    yield from (one.claimant for one in trail.aside.costs)
    yield from _who(one.official for one in trail.preparation.impartiality)
    # What the program brought about by itself has no person.
    recorded = (step.recorded_by for step in trail.steps)
    yield from (Id(by) for by in recorded if by != MACHINE.person)


def _who(people: Iterable[Id | None]) -> Iterator[Id]:
    yield from (person for person in people if person)
