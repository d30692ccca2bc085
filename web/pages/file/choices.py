"""What can be chosen in the forms of a doctor's file."""

from __future__ import annotations

from collections.abc import Iterator

from application.actors import Actor, Role
from application.plans.asking import Asked
from domain.shared.texts import Text
from web.pages.areas import cases_of
from web.pages.fields import Option, Path
from web.pages.file.abouts import abouts
from web.pages.language import say, short_day
from web.pages.visit import services
from web.pages.words import codes

REGISTERED = "organisation.registered"
NO_SUPERVISOR = Text(
    nb="Ingen veileder er oppnevnt ennå. Lederen i virksomheten oppnevner veilederen.",
    en="No supervisor is appointed yet. The leader of the establishment appoints one.",
)
NO_SIGNER = Text(
    nb="Ingen veileder eller supervisør er oppnevnt ennå. Lederen i virksomheten oppnevner dem.",
    en="No supervisor or clinical supervisor is appointed yet. The leader appoints them.",
)
NO_ARENA = Text(
    nb="Virksomheten har ingen åpne læringsarenaer. Lederen eller administratoren åpner dem.",
    en="The establishment has no open learning arenas. The leader or administrator opens them.",
)
NO_FAILED_GOAL = Text(
    nb="Ingen læringsmål er avgjort som ikke oppnådd. Ny vurdering kan bare kreves av et slikt "
    "mål, og det er lederen i virksomheten som avgjør læringsmålene.",
    en="No learning goal is decided as not achieved. A new assessment can be asked for of such a "
    "goal only, and the leader of the establishment decides on the goals.",
)

NOWHERE_ELSE = Text(
    nb="Ingen annen utdanningsvirksomhet er registrert. Helsedirektoratet registrerer dem.",
    en="No other training establishment is registered. The Directorate of Health registers them.",
)


def goals(path: Path, by: Actor) -> Iterator[Option]:
    """Yield the goals of the plan, by code and title."""
    for one in services().plans.goals(Asked(plan=path["plan"]), by):
        yield one.code, f"{one.code} {say(one.title)}"


def failed_goals(path: Path, by: Actor) -> Iterator[Option]:
    for one in services().plans.goals(Asked(plan=path["plan"]), by):
        if one.stage == "not-achieved":
            yield one.code, f"{one.code} {say(one.title)}"


def arenas(path: Path, by: Actor) -> Iterator[Option]:
    """Yield the arenas of the plan's establishment that are open."""
    card = services().plans.card(Asked(plan=path["plan"]), by)
    for one in services().establishments.card(card.organisation, by).arenas:
        yield one.code, one.name


def _appointed(path: Path, by: Actor, *capacities: str) -> Iterator[Option]:
    card = services().plans.card(Asked(plan=path["plan"]), by)
    held = [one for one in card.appointed if not capacities or one.capacity in capacities]
    names = services().people.names({one.person for one in held})
    for person in dict.fromkeys(one.person for one in held):
        yield person, names.get(person, "?")


def supervisors(path: Path, by: Actor) -> Iterator[Option]:
    yield from _appointed(path, by, Role.SUPERVISOR)


def clinical_supervisors(path: Path, by: Actor) -> Iterator[Option]:
    yield from _appointed(path, by, Role.CLINICAL_SUPERVISOR)


def signers(path: Path, by: Actor) -> Iterator[Option]:
    yield from _appointed(path, by, Role.SUPERVISOR, Role.CLINICAL_SUPERVISOR)


def around(path: Path, by: Actor) -> Iterator[Option]:
    """Yield the doctor, those appointed around the doctor, and the one who asks."""
    card = services().plans.card(Asked(plan=path["plan"]), by)
    people = dict.fromkeys((card.doctor, by.person, *(one.person for one in card.appointed)))
    names = services().people.names(list(people))
    for person in people:
        yield person, names.get(person, "?")


def files(path: Path, by: Actor) -> Iterator[Option]:
    """Yield the files of the plan: by day and what they are about; a name is opened apart."""
    known = dict(abouts(path, by))
    for one in services().documents.files(Asked(plan=path["plan"]), by):
        if one.withdrawn_on is None:
            kilobytes = max(1, one.size_in_bytes // 1000)
            kind = say(codes.word("MediaType", one.media_type))
            about = known.get(one.about) or say(codes.word("AboutKind", one.about_kind))
            yield one.file, f"{short_day(one.attached_on)}, {kind}, {kilobytes} kB ({about})"


def establishments(_: Path, by: Actor) -> Iterator[Option]:
    """Yield every establishment of the register; it is public."""
    use = services()
    found = {one: use.establishments.card(one, by).name for one in use.histories.having(REGISTERED)}
    yield from sorted(found.items(), key=lambda one: one[1])


def elsewhere(path: Path, by: Actor) -> Iterator[Option]:
    """Yield every establishment but the one where the plan is."""
    here = services().plans.card(Asked(plan=path["plan"]), by).organisation
    yield from (one for one in establishments(path, by) if one[0] != here)


def led(_: Path, by: Actor) -> Iterator[Option]:
    """Yield the establishments that the one who asks leads."""
    for one in cases_of(Role.LEADER):
        yield one, services().establishments.card(one, by).name
