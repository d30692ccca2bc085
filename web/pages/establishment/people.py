"""The administrator's people: found, entered, named, and what the public registers say of them."""

from __future__ import annotations

import flask

from application.actors import Actor, Order, Role
from application.people.service import EnterPerson, RenamePerson
from application.ports import Receipt
from application.practitioners.views import PractitionerCard
from application.services import Services
from domain.shared.ids import Id
from domain.shared.refusals import NotFound, Refused
from domain.shared.texts import Text
from web.api import people as api
from web.api.acts import Route, UseCase
from web.pages.areas import NAMES, acting_for, held
from web.pages.doing import Sent, add
from web.pages.fields import Path
from web.pages.forms import Form, route
from web.pages.sheets import Link, Section, Sheet, Table, does, shown
from web.pages.visit import actor, go_to, services
from web.pages.words import codes
from web.pages.wrong import of_field

pages = flask.Blueprint("administering", __name__)
DAY, FROM, TO, STATED = (
    Text(nb="Dag", en="Day"),
    Text(nb="Fra", en="From"),
    Text(nb="Til", en="To"),
    Text(nb="Står i", en="Stated in"),
)


@pages.get("/administrator")
def front() -> str:
    """Show the establishments one administers, and the way to people."""
    return _front(Sent())


@pages.post("/administrator/find")
def find() -> flask.Response:
    """Find somebody by HPR or identity number; the number is in no address."""
    sent, people = Sent(typed=flask.request.form.copy()), services().people
    try:
        found = people.see(people.having(sent.typed.get("hpr", "")), _by())
    except Refused as refused:
        sent.errors = {"hpr": of_field(refused).popitem()[1]}
        status = 404 if isinstance(refused, NotFound) else 400
        return flask.make_response(_front(sent), status)
    return go_to(f"/administrator/people/{found.person}")


def _by() -> Actor:
    return actor(
        Role.ADMINISTRATOR, acting_for(Role.ADMINISTRATOR, flask.request.values.get("for"))
    )


def _front(sent: Sent) -> str:
    by = _by()
    cards = {one: services().establishments.card(one, by) for one in held(Role.ADMINISTRATOR)}
    sheet = Sheet(
        title=NAMES[Role.ADMINISTRATOR],
        sections=[
            Section(
                title=Text(nb="Virksomheter", en="Establishments"),
                table=Table(
                    head=(
                        Text(nb="Navn", en="Name"),
                        Text(nb="Roller", en="Roles"),
                        Text(nb="Fritak", en="Exemptions"),
                    ),
                    rows=[
                        (
                            Link(card.name, f"/administrator/establishments/{one}"),
                            len([two for two in card.officers if two.last_day is None]),
                            Link(
                                Text(nb="Se fritak", en="See exemptions"),
                                f"/administrator/establishments/{one}/exemptions",
                                card.name,
                            ),
                        )
                        for one, card in cards.items()
                    ],
                ),
            ),
            Section(
                title=Text(nb="Personer", en="People"),
                says=Text(
                    nb="Finn en person med HPR- eller fødselsnummer, eller legg inn en ny.",
                    en="Find a person by HPR or identity number, or enter a new one.",
                ),
                links=[does("administering.enter-person")],
            ),
        ],
    )
    return flask.render_template("people.html", sheet=sheet, sent=sent)


@pages.get("/administrator/people/<uuid:person>")
def person(person: Id) -> str:
    """Show a person, and what the public registers say of them."""
    use, by = services(), _by()
    found = use.people.see(person, by)
    names = use.people.former_names(person, by)
    record = _record(person, by)
    path = {"person": person}
    return shown(
        Sheet(
            title=Text(nb=found.name, en=found.name),
            sections=[
                Section(
                    title=Text(nb="Personen", en="The person"),
                    facts=[
                        (Text(nb="HPR-nummer", en="HPR number"), found.hpr or ""),
                        (Text(nb="E-post", en="E-mail"), found.email or ""),
                        (
                            Text(nb="Tidligere navn", en="Former names"),
                            [one.name for one in names],
                        ),
                    ],
                    links=[does("administering.rename", **path)],
                ),
                Section(
                    title=Text(nb="Autorisasjon og lisens", en="Authorisation and licence"),
                    table=Table(
                        head=(Text(nb="Slag", en="Kind"), FROM, TO, STATED),
                        rows=[
                            (
                                codes.word("Authorisation", one.kind),
                                one.first_day,
                                one.last_day,
                                one.stated_in,
                            )
                            for one in record.authorisations
                        ],
                    ),
                    none=Text(nb="Ingen er ført.", en="None is entered."),
                    links=[
                        does("administering.authorise", **path),
                        does("administering.end-authorisation", **path),
                    ],
                ),
                Section(
                    title=Text(nb="Spesialistgodkjenninger", en="Specialist approvals"),
                    table=Table(
                        head=(Text(nb="Spesialitet", en="Specialty"), FROM, TO, STATED),
                        rows=[
                            (one.specialty, one.first_day, one.last_day, one.stated_in)
                            for one in record.specialist_approvals
                        ],
                    ),
                    none=Text(nb="Ingen er ført.", en="None is entered."),
                    links=[
                        does("administering.approve-specialist", **path),
                        does("administering.end-specialist", **path),
                    ],
                ),
                Section(
                    title=Text(nb="Veilederkurs", en="Supervisor courses"),
                    table=Table(
                        head=(Text(nb="Kurs", en="Course"), DAY, STATED),
                        rows=[
                            (one.course, one.completed_on, one.stated_in)
                            for one in record.supervisor_courses
                        ],
                    ),
                    none=Text(nb="Ingen er ført.", en="None is entered."),
                    links=[does("administering.record-course", **path)],
                ),
            ],
        )
    )


def _record(person: Id, by: Actor) -> PractitionerCard:
    """Return what the public registers say; nothing, before anything is recorded."""
    try:
        return services().public_records.card(person, by)
    except NotFound:
        return PractitionerCard(
            person=person,
            authorisations=(),
            specialist_approvals=(),
            supervisor_courses=(),
            version=0,
        )


def _entering(use: Services) -> UseCase:
    def enter(command: EnterPerson, by: Actor, order: Order) -> Receipt:
        found = use.people.enter(command, by)
        return _receipt(use, order, found.person.person, repeated=found.repeated)

    return enter


def _renaming(use: Services) -> UseCase:
    def rename(command: RenamePerson, by: Actor, order: Order) -> Receipt:
        return _receipt(use, order, use.people.rename(command, by).person, repeated=False)

    return rename


def _receipt(use: Services, _: Order, person: Id, *, repeated: bool) -> Receipt:
    """Return a receipt of what is no fact: people are kept outside of them."""
    position = use.histories.position()
    now = use.clock.now()
    return Receipt(case_id=person, version=0, position=position, recorded_at=now, repeated=repeated)


ENTER = Route(
    path="/people", command=EnterPerson, use_case=_entering, summary="Enter.", makes="person"
)
RENAME = Route(
    path="/people/<uuid:person>/name", command=RenamePerson, use_case=_renaming, summary="Rename."
)
KEPT = Text(nb="Det står i personens opplysninger.", en="It stands with the person.")


def _to_front(_: Path) -> str:
    return "/administrator"


def _to_person(path: Path) -> str:
    return f"/administrator/people/{path['person']}"


add(
    pages,
    Form(
        name="enter-person",
        route=ENTER,
        role=Role.ADMINISTRATOR,
        title=Text(nb="Legg inn en person", en="Enter a person"),
        then=Text(
            nb="Personen oppnevnes ved HPR- eller fødselsnummeret. Er ingen av dem ført, kan "
            "personen ikke oppnevnes og ikke logge inn.",
            en="The person is appointed by HPR or identity number. With neither of them entered "
            "one can neither be appointed nor sign in.",
        ),
        back=_to_front,
    ),
    Form(
        name="rename",
        route=RENAME,
        role=Role.ADMINISTRATOR,
        title=Text(nb="Gi personen et nytt navn", en="Give the person another name"),
        then=Text(nb="Det gamle navnet er tatt vare på.", en="The former name is kept."),
        back=_to_person,
    ),
    *(
        Form(
            name=name,
            route=route(api.ACTS, ends),
            role=Role.ADMINISTRATOR,
            title=title,
            then=KEPT,
            back=_to_person,
            check=True,
            fresh=True,
        )
        for name, ends, title in (
            (
                "authorise",
                "/authorisations",
                Text(nb="Registrer autorisasjon", en="Enter a licence"),
            ),
            (
                "end-authorisation",
                "/authorisations/end",
                Text(nb="Avslutt autorisasjon", en="End an authorisation"),
            ),
            (
                "approve-specialist",
                "/specialist-approvals",
                Text(nb="Registrer spesialistgodkjenning", en="Enter a specialist approval"),
            ),
            (
                "end-specialist",
                "/specialist-approvals/end",
                Text(nb="Avslutt spesialistgodkjenning", en="End a specialist approval"),
            ),
            (
                "record-course",
                "/supervisor-courses",
                Text(nb="Registrer veilederkurs", en="Enter a supervisor course"),
            ),
        )
    ),
)
