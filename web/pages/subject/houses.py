"""What is told of an establishment, a group, an exemption or a person that a form is about."""

from __future__ import annotations

from collections.abc import Iterator

from application.actors import Actor
from domain.shared.texts import Text
from web.pages.fields import Path
from web.pages.subject.facts import DOCTOR, FROM, NAME, STANDS, SUPERVISOR, TO, Fact, days
from web.pages.visit import services
from web.pages.words import codes

ESTABLISHMENT = Text(nb="Virksomhet", en="Establishment")


def establishment(path: Path, by: Actor) -> Iterator[Fact]:
    """Yield the establishment, and which arena or whose offices there."""
    card = services().establishments.card(path["organisation"], by)
    yield ESTABLISHMENT, card.name
    for one in card.arenas:
        if one.code == path.get("arena"):
            yield Text(nb="Læringsarena", en="Learning arena"), one.name
            yield Text(nb="Sted", en="Place"), one.location
    held = [one for one in card.officers if one.person == path.get("person")]
    if held:
        person = path["person"]
        yield NAME, services().people.names([person]).get(person)
    for office in held:
        yield codes.word("Office", office.office), days(office.first_day, office.last_day)


def group(path: Path, by: Actor) -> Iterator[Fact]:
    """Yield the group, and the years of the member who is named."""
    card = services().guidance_groups.group(path["group"], by)
    yield Text(nb="Veiledningsgruppe", en="Guidance group"), card.name
    of_doctor = [one for one in card.members if one.doctor == path.get("doctor")]
    if of_doctor:
        doctor = path["doctor"]
        yield DOCTOR, services().people.names([doctor]).get(doctor)
    for one in of_doctor:
        yield codes.word("GroupYear", one.year), days(one.first_day, one.last_day)


def exemption(path: Path, by: Actor) -> Iterator[Fact]:
    use = services()
    card = use.exemption_cases.exemption(path["exemption"], by)
    yield Text(nb="Fritak", en="Exemption"), codes.word("ExemptionKind", card.kind)
    yield ESTABLISHMENT, use.establishments.names([card.organisation]).get(card.organisation)
    if card.supervisor:
        yield SUPERVISOR, use.people.names([card.supervisor]).get(card.supervisor)
    yield STANDS, codes.word("Status", card.status) if card.status else None
    yield Text(nb="Søkt", en="Applied for"), card.applied_on
    yield FROM, card.first_day
    yield TO, card.last_day


def person(path: Path, by: Actor) -> Iterator[Fact]:
    found = services().people.see(path["person"], by)
    yield NAME, found.name
    yield Text(nb="HPR-nummer", en="HPR number"), found.hpr
