"""Headed sections of lines in both languages, and how they name people, days and places in law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from application.actors import MACHINE
from application.proceedings.trails.words import word
from application.role_names import ROLES
from domain.calendar.deadlines import Step
from domain.calendar.words import day_in_words
from domain.law.book import IN_FORCE
from domain.shared.citation import Citation
from domain.shared.days import OSLO
from domain.shared.facts import Seen
from domain.shared.ids import Id
from domain.shared.texts import Text

NOBODY = Text(nb="ingen", en="nobody")
ANNOUNCED = " as announced by "
SHORT = 12
"""So many signs of a hash are shown; the whole of it is in the data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line; ``depth`` is how far in it stands under what it belongs to."""

    says: Text
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its lines."""

    heading: Text
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Who and what the ids of a trail are: names of people and the establishment, and roles held.

    ``roles`` are the capacities acted in, by the version of what was done.
    """

    names: Mapping[Id, str]
    plan: Id | None
    organisation: Id
    roles: Mapping[int, str]
    exemption: str | None = None

    def person(self, person: Id | str | None) -> Text:
        if person is None:
            return NOBODY
        if person == MACHINE.person:
            return Text(nb="programmet", en="the program")
        name = self.names.get(Id(person), str(person))
        return Text(nb=name, en=name)

    def people(self, people: Iterable[Id]) -> Text:
        return listed(map(self.person, people))

    def by(self, person: Id | None, version: int) -> Text:
        """Return who did what stands at a version, with the role it was done in."""
        name, role = self.person(person), word(ROLES, self.roles.get(version))
        return Text(nb=f"{name.nb} ({role.nb})", en=f"{name.en} ({role.en})")

    def case(self, case: Id) -> Text:
        """Return what a case that was seen is."""
        if case == self.plan:
            return Text(nb="utdanningsplanen", en="the training plan")
        if case == self.organisation:
            name = self.names.get(case)
            here = f" ({name})" if name else ""
            return Text(nb=f"virksomheten{here}", en=f"the establishment{here}")
        if case == self.exemption:
            return Text(nb="søknaden om fritak", en="the application for an exemption")
        name = self.names.get(case, case)
        return Text(nb=f"det offentlige om {name}", en=f"the public record of {name}")

    def seen(self, seen: Iterable[Seen], depth: int) -> Iterator[Line]:
        """Yield which facts somebody stood on, each with the beginning of its hash."""
        for one in seen:
            what, sha = self.case(one.case), one.sha256[:SHORT]
            yield line(
                f"{what.nb}, til og med hendelse {one.version} (sha256 {sha})",
                f"{what.en}, up to and with fact {one.version} (sha256 {sha})",
                depth,
            )


def line(nb: str, en: str, depth: int = 0) -> Line:
    return Line(says=Text(nb=nb, en=en), depth=depth)


def listed(texts: Iterable[Text]) -> Text:
    """Return several words with commas between; nobody where there are none."""
    found = tuple(texts)
    if not found:
        return NOBODY
    return Text(nb=", ".join(one.nb for one in found), en=", ".join(one.en for one in found))


def law_book(version: str) -> Text:
    """Return what a law book is called."""
    if version.partition("/")[0] == IN_FORCE.name:
        return Text(nb=f"gjeldende rett (lovbok {version})", en=f"the law in force ({version})")
    nb = version.replace(ANNOUNCED, " slik den var kunngjort ")
    return Text(nb=f"lovbok {nb}", en=f"law book {version}")


def day(on: date | None) -> Text:
    return day_in_words(on) if on else Text(nb="ukjent dag", en="a day not known")


def instant(at: datetime | None) -> Text:
    """Return an instant by the clock of Oslo."""
    if at is None:
        return day(None)
    here = at.astimezone(OSLO)
    on = day_in_words(here.date())
    return Text(nb=f"{on.nb} kl. {here:%H.%M}", en=f"{on.en} at {here:%H:%M}")


def cited(citations: Iterable[Citation], depth: int) -> Iterator[Line]:
    """Yield each place in the law once."""
    for one in dict.fromkeys(citations):
        yield line(one.nb, one.en, depth)


def steps(counted: Iterable[Step], depth: int) -> Iterator[Line]:
    """Yield the steps of a computation, numbered, each with where it is said."""
    for number, step in enumerate(counted, start=1):
        yield line(f"{number}. {step.says.nb}", f"{number}. {step.says.en}", depth)
        yield from cited(step.basis, depth + 1)
