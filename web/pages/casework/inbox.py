"""What came in: the inbox of an office, what one sent oneself, and what is done with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import flask

from application.actors import Actor, Role
from application.incoming.reading import IncomingCard
from application.proceedings.acting import INSTANCE_OF
from application.proceedings.listing import CaseRow
from application.proceedings.trails.words import BODIES, CHANNELS, KINDS, word
from domain.shared.ids import Id
from domain.shared.refusals import NotFound, NotPermitted
from domain.shared.texts import Text
from web.api.incoming import INCOMING
from web.pages.casework import opening
from web.pages.casework.beginning import days_of_incoming, entered
from web.pages.casework.giving import WEIGHTY, give
from web.pages.casework.looking import (
    OFFICIALS,
    READERS,
    SPEAKERS,
    at,
    by,
    form_at,
    let_in,
    names_of,
    page,
    shows,
)
from web.pages.casework.room import written
from web.pages.fields import Option, Path
from web.pages.forms import Case
from web.pages.visit import services
from web.pages.words.codes import table

ONE = "/inbox/<uuid:incoming>"
TEXTS = Text(nb="Det som er skrevet", en="What was written")
DOCUMENT = Text(nb="Dokumentet", en="The document")
WHO_OPENED = Text(nb="Hvem som har åpnet det", en="Who has opened it")
STAGES: Mapping[str, Text] = {
    "waiting": Text(nb="venter", en="waits"),
    "placed": Text(nb="plassert i en sak", en="placed in a case"),
    "set-aside": Text(nb="lagt til side", en="set aside"),
}
TABLES: dict[str, Any] = {
    "bodies": BODIES,
    "channels": CHANNELS,
    "stages": STAGES,
    "why": table("Why"),
    "aside": table("Aside"),
}


@page(OFFICIALS, "/inbox")
def inbox(role: Role) -> str:
    found = services().incoming.inbox(by(role))
    names = names_of({one.sender for one in found if one.sender})
    return shows("inbox.html", role=role, lines=found, names=names, **TABLES)


@page(SPEAKERS, "/sent")
def sent(role: Role) -> str:
    """List what one sent, with its receipt."""
    looks = by(role)
    found = services().incoming.own(looks.person)
    return shows("sent.html", role=role, cards=found, **TABLES)


@page(READERS, ONE)
def incoming(role: Role, incoming: Id) -> str:
    looks, use = by(role), services()
    card = use.incoming.card(incoming, looks)
    own = card.sender == looks.person
    return shows(
        "incoming.html",
        role=role,
        card=card,
        names=names_of({one for one in (card.sender, card.organisation) if one}),
        acts=list(_acts(card, looks)) if role in OFFICIALS and not own else [],
        must_say_why=role is Role.AUDITOR,
        sees_openings=role is Role.AUDITOR or (own and role not in OFFICIALS),
        sees_case=card.proceeding and _sees(card.proceeding, looks),
        back=at("inbox") if role in OFFICIALS else at("sent") if role in SPEAKERS else "/",
        **TABLES,
    )


@page(READERS, f"{ONE}/texts", methods=("GET", "POST"))
def incoming_texts(role: Role, incoming: Id) -> flask.Response:
    looks, use = by(role), services()
    use.incoming.seen(incoming, looks)

    def show(reason: str | None) -> str:
        found = use.incoming.words(incoming, looks, reason=reason)
        return shows(
            "incoming_texts.html",
            title=TEXTS,
            written=list(written(found)),
            back=at("incoming", incoming=incoming),
        )

    return opening.opened(TEXTS, at("incoming", incoming=incoming), show)


@page(READERS, f"{ONE}/document", methods=("GET", "POST"))
def incoming_document(role: Role, incoming: Id) -> flask.Response:
    looks, use = by(role), services()
    use.incoming.seen(incoming, looks)
    return opening.opened(
        DOCUMENT,
        at("incoming", incoming=incoming),
        lambda reason: opening.saved(
            use.incoming_documents.content(incoming, looks, reason=reason)
        ),
    )


@page(READERS, f"{ONE}/openings")
def incoming_openings(role: Role, incoming: Id) -> str:
    found = services().incoming.openings(incoming, by(role))
    return opening.log(found, WHO_OPENED, at("incoming", incoming=incoming))


def _acts(card: IncomingCard, looks: Actor) -> Iterator[tuple[str, Text]]:
    names: tuple[str, ...] = ()
    if card.stage != "placed":
        if any(True for _ in _cases({"incoming": card.incoming}, looks)):
            names = ("take-in",) if card.document else ("place",)
        names += ("redirect", "incoming-days")
    if card.stage == "waiting":
        names += ("set-aside",)
    for name in names:
        if found := form_at(name, incoming=card.incoming):
            yield found
    if found := form_at("incoming-correct", incoming=card.incoming, version=card.version):
        yield found


def _sees(proceeding: Id, looks: Actor) -> bool:
    try:
        services().trails.seen(proceeding, looks)
    except (NotFound, NotPermitted):
        return False
    return True


def _cases(path: Path, looks: Actor) -> Iterable[Option]:
    """Yield the cases it may belong in: those of its sender first, then those on the docket."""
    use = services()
    card = use.incoming.card(path["incoming"], looks)
    of_sender = use.cases.of_party(card.sender, looks) if card.sender else ()
    found = {one.case_id: (one.kind, one.party) for one in of_sender}
    for line in use.docket.of(looks):
        found.setdefault(line.proceeding, (line.kind, line.party))
    names = names_of({party for _, party in found.values()})
    days = {one.case_id: one for one in of_sender}
    for case, (kind, party) in found.items():
        yield str(case), _called(kind, names[party], days.get(case))


def _called(kind: str, name: str, row: CaseRow | None) -> Text:
    what = word(KINDS, kind)
    opened = f", {row.opened_on}" if row else ""
    return Text(nb=f"{name}: {what.nb}{opened}", en=f"{name}: {what.en}{opened}")


def _establishments(_: Path, __: Actor) -> Iterable[Option]:
    yield from sorted(services().establishments.names().items(), key=lambda one: one[1])


def _version(path: Path, looks: Actor) -> int:
    return services().incoming.card(path["incoming"], looks).version


def _back(path: Path) -> str:
    return at("incoming", incoming=path["incoming"])


def _changed(_: Path, __: Actor, versions: Sequence[int]) -> Iterable[tuple[int, Text]]:
    says = Text(nb="Noe er gjort med det", en="Something was done with it")
    return [(version, says) for version in versions]


OF_ONE: dict[str, Any] = {"back": _back, "case": Case(_version, _changed)}
TO: dict[str, Any] = {"options": {"organisation": _establishments}}
# What may have changed since one looked is the case one chooses, which is not known before. What
# the sender wrote is opened to be placed, and every opening is noted.
PLACING: dict[str, Any] = {
    "options": {"proceeding": _cases},
    **WEIGHTY,
    "back": _back,
    "rehearsed": False,
}
TOLD = {
    "words": Text(
        nb="Dette får avsenderen vite: hvem som nå har det, og hvorfor.",
        en="This is what the sender is told: who has it now, and why.",
    )
}
OF_SENDING = {"because", "channel", "sent_on", "received_on", "sender", "sender_told"}
SAID = {
    "about": Text(
        nb="Hvilket vedtak eller hvilken sak, slik du kaller den.",
        en="Which decision or case, as you call it.",
    )
}
SAID_FOR_ANOTHER = {
    "about": Text(
        nb="Hvem det gjelder, og hvilket vedtak eller hvilken sak, slik du kaller den.",
        en="Whom it concerns, and which decision or case, as you call it.",
    )
}
give(OFFICIALS, "redirect", INCOMING + "/redirect", helps=TOLD, **TO, **WEIGHTY, **OF_ONE)
give(OFFICIALS, "incoming-days", INCOMING + "/days", begins=days_of_incoming, **OF_ONE)
give(OFFICIALS, "place", INCOMING + "/place", **PLACING)
give(
    OFFICIALS,
    "take-in",
    INCOMING + "/take-in",
    unasked=lambda _, __: ("appeal",),
    **PLACING,
)
give(OFFICIALS, "set-aside", INCOMING + "/set-aside", **WEIGHTY, **OF_ONE)
give(OFFICIALS, "incoming-correct", INCOMING + "/facts/<int:version>/correct", **WEIGHTY, **OF_ONE)
give(
    OFFICIALS,
    "enter-incoming",
    "/incoming",
    back=lambda _: at("inbox"),
    sees=lambda _, looks: let_in(looks),
    begins=entered,
    helps=SAID,
    **TO,
)
for role in SPEAKERS:
    give(
        (role,),
        "send-in",
        "/incoming",
        back=lambda _: at("sent"),
        begins=lambda _, __: {"to": INSTANCE_OF[Role.DIRECTORATE_OFFICER]},
        unasked=lambda _, __: OF_SENDING,
        helps=SAID_FOR_ANOTHER if role is Role.REPRESENTATIVE else SAID,
        **TO,
        **WEIGHTY,
    )
