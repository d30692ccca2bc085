"""Simulated doctors who trained elsewhere before: what another portal knew is brought in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256

from application.actors import Role
from application.demo.career import Career
from application.plans.history_file.bringing import Bringing
from application.plans.history_file.cells import Known
from application.plans.history_file.parsing import parsed
from application.plans.history_file.places import Place
from application.plans.history_file.problems import Notes
from application.plans.history_file.reading import read
from application.plans.history_file.writing import line
from application.ports import Loaded
from domain.catalogue.goals import is_clinical

EVERY = 4
"""Every so many doctors one has trained elsewhere; the first of them is one."""
SETTLED_IN = timedelta(days=25)
YEAR = timedelta(days=365)
HEADINGS = (
    *("record", "hpr", "day", "last_day", "kind", "percentage"),
    *("goals", "place", "confirmed_on", "stated_in"),
)
PORTAL = "Kompetanseportalen, utskrift ved flytting"
EMPLOYER = "Trysil kommune"


def moving(career: Career) -> None:
    """Put the import of what came along on the calendar, for those who moved here."""
    if career.number % EVERY == 1:
        career.later(career.starts_on + SETTLED_IN, lambda at: _bring_in(career, at))


def _bring_in(career: Career, at: datetime) -> None:
    hpr = career.world.people[f"lege-{career.number}"].hpr
    assert hpr is not None
    content = "".join(_lines(career, hpr)).encode()
    notes = Notes()
    known = Known(people={hpr: career.doctor}, catalogue=career.catalogue, today=at.date())
    organisation = career.world.organisation
    place = Place(
        plan=Loaded(case_id=career.book.case_id, case=career.plan, stored=career.book),
        organisation=Loaded(
            case_id=organisation.case_id, case=organisation.known_at(at), stored=organisation
        ),
    )
    # No line has words, so no key is needed to tell them apart.
    bringing = Bringing(place, str, notes)
    for found in parsed(read(content, notes), known, notes):
        bringing.add(found)
    assert not notes.problems
    career.book.record(
        *bringing.facts,
        at=at,
        by=career.world.leader(at),
        acting_as=Role.LEADER,
        source=f"import:{sha256(content).hexdigest()}",
    )


def _lines(career: Career, hpr: str) -> Iterator[str]:
    """Yield a year's service elsewhere, and two common goals approved there."""
    last_day = career.starts_on - timedelta(days=60)
    first_day = last_day - YEAR
    yield line(HEADINGS)
    service = ["service", hpr, str(first_day), str(last_day), "other-general-practice", "100"]
    yield line([*service, "", EMPLOYER, str(last_day), ""])
    common = [g.code for g in career.catalogue.in_force(last_day) if not is_clinical(g.code)]
    for code in common[:2]:
        yield line(["goal", hpr, str(last_day), "", "", "", code, "", "", PORTAL])
