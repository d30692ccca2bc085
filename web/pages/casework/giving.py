"""The forms of casework: the same act for several roles, each at its own address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from application.actors import Actor, Role
from application.proceedings.beside.words import LETTERS
from application.proceedings.documents.commands import AttachDocument
from application.proceedings.trails.told.rulings import heading_of
from application.proceedings.trails.told.step_words import STEPS
from application.proceedings.trails.words import BODIES, word
from domain.shared.ids import Id
from domain.shared.texts import Text
from web.api import acts as api
from web.api import (
    aside,
    document_acts,
    exemptions,
    incoming,
    organisations,
    preparing,
    proceedings,
)
from web.api.acts import Route
from web.api.plans import reassessment
from web.api.proceeding_documents import DOCUMENTS
from web.pages.casework import beginning
from web.pages.casework.looking import PAGES, at, names_of, trail_of
from web.pages.casework.stages import speaks_for_party
from web.pages.doing import add
from web.pages.fields import Option, Options, Path
from web.pages.forms import UPLOADED, Case, Form, route
from web.pages.language import short_day
from web.pages.visit import services
from web.pages.words import read, text

ATTACH = Route(
    path=DOCUMENTS,
    command=AttachDocument,
    use_case=lambda s: s.speaking.attach_document,
    summary="Send a document to the case, or enter one that came in.",
    makes="document",
)
ACTS: tuple[Route, ...] = (
    ATTACH,
    *proceedings.ACTS,
    *preparing.ACTS,
    *aside.ACTS,
    *document_acts.ACTS,
    *incoming.ACTS,
    *exemptions.ACTS,
    *organisations.ACTS,
    *reassessment.ACTS,
)
WORDS: Mapping[str, Mapping[str, Text]] = {
    name: {part: text(both) for part, both in said.items()}
    for name, said in read("casework").items()
}
OF_OFFICIALS = (
    *("channel", "sent_on", "received_on", "received_by", "defects", "appellant", "sent_by"),
    *("knew_on", "reached_on", "claimant", "instance", "demanded_on", "sender", "sender_told"),
    *("because", "internal"),
)
"""What is not asked of a party: the day is today, and it is they who send it."""
SENT = Text(nb=" (sendt)", en=" (sent)")
TOLD_OTHERWISE = Text(nb=" (det er underrettet på annen måte)", en=" (told of otherwise)")
NOT_SENT = Text(nb="", en="")
OF_EXEMPTIONS = frozenset({"supervisor-exemption", "half-time-exemption"})
DECISION: dict[str, Any] = {"check": True, "fresh": True}
"""How a form is where what is done cannot be undone."""
WEIGHTY: dict[str, Any] = {"check": True}


def version_of_case(path: Path, looks: Actor) -> int:
    return trail_of(path["proceeding"], looks).version


def changes_of_case(
    path: Path, looks: Actor, versions: Sequence[int]
) -> Iterable[tuple[int, Text]]:
    """Yield what was recorded in these versions, told in words."""
    for step in services().trails.trail(path["proceeding"], looks).steps:
        if step.version in versions:
            yield step.version, word(STEPS, step.tag)


CASE = Case(version_of_case, changes_of_case)


def to_room(path: Path) -> str:
    return at("room", proceeding=path["proceeding"])


def give(
    roles: Iterable[Role],
    name: str,
    path: str,
    *,
    said: str | None = None,
    unasked: Callable[[Path, Actor], Iterable[str]] | None = None,
    sees: Callable[[Path, Actor], Any] | None = None,
    **more: Any,
) -> None:
    """Give each role the form of an act under a name, with the words of that name.

    ``sees`` refuses those the form is not shown to; of a case that is whoever does not see it.
    """
    words, found = WORDS[said or name], route(ACTS, path)
    named = api.schema_of(found, without=UPLOADED if more.get("upload") else ())().fields
    of_case = "<uuid:proceeding>" in path
    options = {field: OPTIONS[field] for field in named if of_case and field in OPTIONS}
    options |= more.pop("options", {})
    if of_case:
        cases: dict[str, Any] = {"back": to_room, "case": CASE}
        if begins := beginning.assumed(named):
            cases["begins"] = begins
        more = cases | more
        unasked = unasked or not_asked(tuple(named))

    def shown_to(where: Path, looks: Actor) -> Iterable[str]:
        if sees:
            sees(where, looks)
        return unasked(where, looks) if unasked else ()

    for role in roles:
        form = Form(
            name=name,
            route=found,
            role=role,
            title=words["title"],
            then=words["then"],
            options=options,
            unasked=shown_to,
            **more,
        )
        add(PAGES[role], form)


def not_asked(named: Sequence[str]) -> Callable[[Path, Actor], Iterable[str]]:
    """Return what tells which fields are not asked: of a party, or in a case of another kind."""

    def unasked(path: Path, looks: Actor) -> Iterable[str]:
        trail = trail_of(path["proceeding"], looks)
        if speaks_for_party(trail, looks.acting_as):
            yield from (name for name in named if name in OF_OFFICIALS)
        if "exemption" in named and trail.kind not in OF_EXEMPTIONS:
            yield "exemption"
        of_case = (name for name in named if name in OF_CASE)
        yield from (name for name in of_case if not any(True for _ in OPTIONS[name](path, looks)))

    return unasked


def _rulings(path: Path, looks: Actor) -> Iterable[Option]:
    for one in trail_of(path["proceeding"], looks).rulings:
        yield str(one.version), heading_of(one)


def _letters(path: Path, looks: Actor) -> Iterable[Option]:
    """Yield the notices of one's own body, told apart by their days."""
    trail = trail_of(path["proceeding"], looks)
    bodies = {one.version: word(BODIES, one.body) for one in trail.rulings}
    unsent = beginning.to_be_sent(trail, looks)
    for one in beginning.own_notices(trail, looks):
        what, body = word(LETTERS, one.kind), bodies[one.ruling]
        on, went = short_day(one.issued_on), NOT_SENT if one in unsent else TOLD_OTHERWISE
        if one.sent_on:
            went = SENT
        yield (
            str(one.letter),
            Text(
                nb=f"{what.nb}, {body.nb}, {on}{went.nb}",
                en=f"{what.en}, {body.en}, {on}{went.en}",
            ),
        )


def may_hear(path: Path, looks: Actor) -> Iterable[Option]:
    """Yield the bodies that may hear an appeal, by what the law says of it."""
    for one in services().trails.may_hear(path["proceeding"], path["appeal"], looks):
        yield str(one), word(BODIES, one)


def _appeals(path: Path, looks: Actor) -> Iterable[Option]:
    for number, one in enumerate(trail_of(path["proceeding"], looks).appeals, start=1):
        day = f"{one.received_on}"
        yield (
            str(one.appeal),
            Text(nb=f"Klage {number}, kom inn {day}", en=f"Appeal {number}, came in {day}"),
        )


def _internal(path: Path, looks: Actor) -> Iterable[Option]:
    for number, one in enumerate(trail_of(path["proceeding"], looks).documents, start=1):
        if one.internal and not one.withdrawn_on:
            day = f"{one.received_on}"
            yield (
                str(one.document),
                Text(nb=f"Dokument {number}, {day}", en=f"Document {number}, {day}"),
            )


def _officials(path: Path, looks: Actor) -> Iterable[Option]:
    """Yield those who have acted in the case for a body."""
    trail = trail_of(path["proceeding"], looks)
    by_body = {
        step.recorded_by
        for step in trail.steps
        if step.acting_as.endswith("officer") or step.acting_as in ("leader", "appeals-member")
    }
    people = {one.decided_by for one in trail.rulings} | by_body
    yield from sorted(names_of(people).items(), key=lambda one: one[1])


def _plans(path: Path, looks: Actor) -> Iterable[Option]:
    """Yield the doctors an exemption is applied for, by their plans."""
    trail = trail_of(path["proceeding"], looks)
    if trail.kind in OF_EXEMPTIONS and trail.about:
        yield from _named(services().trails.plans_asked_for(path["proceeding"], looks))


def plans_of(path: Path, looks: Actor) -> Iterable[Option]:
    yield from _named(services().exemption_cases.exemption(path["exemption"], looks).plans)


def _named(plans: Iterable[Id]) -> Iterable[Option]:
    doctors = services().waiting.doctors(plans)
    names = names_of(doctors.values())
    yield from ((str(plan), names[doctor]) for plan, doctor in doctors.items())


OPTIONS: Mapping[str, Options] = {
    "ruling": _rulings,
    "letter": _letters,
    "appeal": _appeals,
    "documents": _internal,
    "official": _officials,
}
OF_CASE = frozenset(OPTIONS) - {"official"}
"""What is chosen among what the case has; where it has none it is not asked."""
EXEMPTION_PLANS: Mapping[str, Options] = {"exemption-plans": _plans}
