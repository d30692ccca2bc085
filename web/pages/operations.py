"""Whether the system works, for those who keep it running; never case content."""

from __future__ import annotations

from datetime import timedelta

import flask

from application.actors import Actor, Order, Role
from application.entrance import EndSessions
from application.ports import Receipt
from application.services import Services
from application.waiting import Progress
from domain.shared.texts import Text
from web.api import organisations, people
from web.api.acts import Route, UseCase
from web.pages.areas import NAMES
from web.pages.doing import add
from web.pages.establishment.house import DO, FROM, NAME, TO
from web.pages.establishment.people import ENTER
from web.pages.fields import Path
from web.pages.forms import Form, route
from web.pages.sheets import Section, Sheet, Table, Tag, does, shown
from web.pages.visit import actor, entrance, services
from web.pages.words import codes

pages = flask.Blueprint("operating", __name__)
LAW = {"in-force": Text(nb="Gjeldende lov", en="The law in force")}
BODY = Text(nb="Organ", en="Body")
SILENT = timedelta(minutes=2)
BEHIND = 1_000
"""How many facts the kept rows may be behind before it is told as a fault."""


@pages.get("/system-administrator")
def front() -> str:
    """Tell how far the kept rows have come, whether the worker lives, and which law is used."""
    use = services()
    found = use.waiting.progress(actor(Role.SYSTEM_ADMINISTRATOR))
    late = found.lag > BEHIND
    return shown(
        Sheet(
            title=NAMES[Role.SYSTEM_ADMINISTRATOR],
            lead=Text(nb="Ingenting her viser innholdet i saker.", en="No case content is here."),
            sections=[
                Section(
                    title=Text(nb="Oversiktene", en="The kept views"),
                    facts=[
                        (Text(nb="Registrert", en="Recorded"), found.recorded),
                        (Text(nb="Vist", en="Kept"), found.kept),
                        (
                            Text(nb="Etterslep", en="Behind"),
                            [found.lag, Tag(*_state(late=late))],
                        ),
                    ],
                ),
                Section(
                    title=Text(nb="Arbeideren", en="The worker"),
                    facts=[
                        (
                            Text(nb="Sist hørt fra", en="Last heard of"),
                            [found.worker_seen_at, Tag(*_state(late=not _alive(found)))],
                        )
                    ],
                    says=None
                    if found.worker_seen_at
                    else Text(nb="Ingen arbeider har gått her.", en="No worker has run here."),
                ),
                Section(
                    title=Text(nb="Lovboken", en="The law book"),
                    facts=[
                        (Text(nb="Navn", en="Name"), LAW.get(found.law, found.law)),
                        (Text(nb="Sist lest", en="Last read"), found.law_read_on),
                    ],
                ),
                Section(
                    title=Text(nb="Roller i organene", en="Offices in the bodies"),
                    table=_officers(),
                    none=Text(nb="Ingen.", en="None."),
                    links=[
                        does("operating.appoint"),
                        does("operating.enter-person"),
                        does("operating.merge"),
                    ],
                ),
                Section(
                    title=Text(nb="Innlogginger", en="Sessions"),
                    says=Text(
                        nb="Er en nøkkel eller en telefon på avveie, kan alt personen er logget "
                        "inn på, avsluttes.",
                        en="If a key or a phone is astray, all that the person is signed in at "
                        "can be ended.",
                    ),
                    links=[does("operating.end-sessions")],
                ),
            ],
        )
    )


def _officers() -> Table:
    """Return who acts for the bodies, each with the way to end it."""
    use = services()
    found = use.bodies.officers(actor(Role.SYSTEM_ADMINISTRATOR))
    names = use.people.names({one.person for one in found})
    return Table(
        head=(BODY, NAME, FROM, TO, DO),
        rows=[
            (
                codes.of(one.kind),
                names.get(one.person, ""),
                one.first_day,
                one.last_day,
                does(
                    "operating.release",
                    person=one.person,
                    kind=one.kind,
                    of=names.get(one.person, ""),
                )
                if one.last_day is None
                else None,
            )
            for one in found
        ],
    )


def _state(*, late: bool) -> tuple[Text, str]:
    if late:
        return Text(nb="Henger etter", en="Behind"), "danger"
    return Text(nb="I orden", en="In order"), "success"


def _alive(found: Progress) -> bool:
    if found.worker_seen_at is None:
        return False
    return services().clock.now() - found.worker_seen_at <= SILENT


def _ending(use: Services) -> UseCase:
    def end(command: EndSessions, by: Actor, _: Order) -> Receipt:
        entrance().end_sessions(command.person, by)
        return Receipt(
            case_id=command.person,
            version=0,
            position=use.histories.position(),
            recorded_at=use.clock.now(),
            repeated=False,
        )

    return end


END_SESSIONS = Route(
    path="/sessions/end", command=EndSessions, use_case=_ending, summary="End sessions."
)


def _back(_: Path) -> str:
    return "/system-administrator"


add(
    pages,
    *(
        Form(
            name=name,
            route=route(acts, ends),
            role=Role.SYSTEM_ADMINISTRATOR,
            title=title,
            then=then,
            back=_back,
            check=True,
            fresh=True,
            only=only,
            labels={"kind": BODY},
        )
        for name, acts, ends, title, then, only in (
            (
                "appoint",
                organisations.ACTS,
                "/bodies/officers",
                Text(nb="Oppnevn noen i et organ", en="Appoint somebody in a body"),
                Text(nb="Personen kan handle fra dagen du satte.", en="They can act from then."),
                None,
            ),
            (
                "release",
                organisations.ACTS,
                "/bodies/officers/<uuid:person>/release",
                Text(nb="Avslutt vervet", en="End the office"),
                Text(nb="Personen handler til og med dagen du satte.", en="They act until then."),
                None,
            ),
            (
                "merge",
                people.ACTS,
                "/people/merge",
                Text(nb="Slå sammen to oppføringer", en="Merge two entries of one person"),
                Text(
                    nb="Alt som står om den doble, gjelder nå den andre.",
                    en="All that stands of the double is now of the other.",
                ),
                None,
            ),
        )
    ),
    Form(
        name="end-sessions",
        route=END_SESSIONS,
        role=Role.SYSTEM_ADMINISTRATOR,
        title=Text(nb="Logg noen ut overalt", en="Sign somebody out everywhere"),
        then=Text(
            nb="Personen er logget ut av alle nettlesere, og må logge inn på nytt.",
            en="The person is signed out of every browser, and has to sign in anew.",
        ),
        back=_back,
        check=True,
        rehearsed=False,
        fresh=True,
    ),
    Form(
        name="enter-person",
        route=ENTER,
        role=Role.SYSTEM_ADMINISTRATOR,
        title=Text(nb="Legg inn en person", en="Enter a person"),
        then=Text(
            nb="Personen oppnevnes ved HPR- eller fødselsnummeret. Er ingen av dem ført, kan "
            "personen ikke oppnevnes og ikke logge inn.",
            en="The person is appointed by HPR or identity number. With neither of them entered "
            "one can neither be appointed nor sign in.",
        ),
        back=_back,
    ),
)
