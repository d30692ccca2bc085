"""An establishment: its programme, arenas, officers, and what is told the Directorate."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import flask

from application.access import TABLE, Act
from application.actors import Actor, Role
from application.organisations.views import OrganisationCard
from domain.shared.ids import Id
from domain.shared.texts import Text
from web.api import organisations as api
from web.pages.areas import NAMES
from web.pages.doing import add
from web.pages.fields import Option, Path
from web.pages.forms import Form, route
from web.pages.sheets import Link, Section, Sheet, Table, Tag, does, shown
from web.pages.visit import actor, services
from web.pages.words import codes

pages = flask.Blueprint("establishment", __name__)
HOLDERS = (Role.LEADER, Role.ADMINISTRATOR)
HOUSE = Text(nb="Program og arenaer", en="Programme and arenas")
NAME, FROM, TO, DO = (
    Text(nb="Navn", en="Name"),
    Text(nb="Fra", en="From"),
    Text(nb="Til", en="To"),
    Text(nb="Gjør", en="Do"),
)


def house(role: Role, organisation: Id) -> str:
    by = actor(role, organisation)
    card = services().establishments.card(organisation, by)
    return shown(
        Sheet(
            title=Text(nb=card.name, en=card.name),
            beside=beside(role, organisation),
            sections=[
                _registered(card),
                _arenas(role, card),
                _programme(role, card),
                _officers(role, card),
                _invitations(by, card),
                _told(role, card),
            ],
        )
    )


def beside(role: Role, organisation: Id) -> list[Link]:
    own = f"/{role}/establishments/{organisation}"
    links = [Link(NAMES[role], f"/{role}"), Link(HOUSE, own)]
    links.append(Link(Text(nb="Fritak", en="Exemptions"), f"{own}/exemptions"))
    links.append(Link(Text(nb="Saker", en="Cases"), f"/{role}/cases?for={organisation}"))
    return links


def _registered(card: OrganisationCard) -> Section:
    spans = [(one.first_day, one.last_day) for one in card.registered]
    return Section(
        title=Text(nb="Virksomheten", en="The establishment"),
        facts=[
            (Text(nb="Organisasjonsnummer", en="Organisation number"), card.organisation_number),
            (Text(nb="Registrert fra", en="Registered from"), card.registered_from),
            *(
                (Text(nb="Registrert til", en="Registered until"), last)
                for _, last in spans[-1:]
                if last
            ),
        ],
        findings=card.findings,
        says=_uncovered(card),
    )


def _uncovered(card: OrganisationCard) -> Text | None:
    if not card.uncovered:
        return None
    told = ", ".join(card.uncovered)
    return Text(
        nb=f"Læringsmål som ingen arena dekker: {told}.",
        en=f"Goals that no arena offers: {told}.",
    )


def _arenas(role: Role, card: OrganisationCard) -> Section:
    path = {"organisation": card.organisation}
    return Section(
        title=Text(nb="Læringsarenaer", en="Learning arenas"),
        table=Table(
            head=(
                NAME,
                Text(nb="Slag", en="Kind"),
                Text(nb="Sted", en="Place"),
                Text(nb="Læringsmål", en="Learning goals"),
                DO,
            ),
            rows=[
                (
                    one.name,
                    codes.of(one.kind),
                    one.location,
                    one.printed,
                    does(f"establishment.{role}-close-arena", arena=one.code, of=one.code, **path),
                )
                for one in card.arenas
            ],
        ),
        none=Text(nb="Ingen arenaer er åpnet.", en="No arena is open."),
        links=[does(f"establishment.{role}-open-arena", **path)],
    )


def _programme(role: Role, card: OrganisationCard) -> Section:
    found = card.programme
    return Section(
        title=Text(nb="Utdanningsprogrammet", en="The training programme"),
        none=None if found else Text(nb="Ikke publisert ennå.", en="Not published yet."),
        facts=[
            (Text(nb="Gjelder fra", en="In force from"), found.first_day),
            (Text(nb="Veiledning", en="Guidance"), found.guidance),
            (Text(nb="Vurdering", en="Assessment"), found.assessment),
            (Text(nb="Supervisjon", en="Clinical supervision"), found.supervision),
        ]
        if found
        else (),
        links=[does(f"establishment.{role}-publish", organisation=card.organisation)],
    )


def _officers(role: Role, card: OrganisationCard) -> Section:
    names = services().people.names({one.person for one in card.officers})
    return Section(
        title=Text(nb="Roller og stedfortredere", en="Roles and deputies"),
        table=Table(
            head=(NAME, Text(nb="Verv", en="Office"), FROM, TO, DO),
            rows=[
                (
                    names.get(one.person, ""),
                    codes.word("Office", one.office),
                    one.first_day,
                    one.last_day,
                    does(
                        f"establishment.{role}-release-officer",
                        organisation=card.organisation,
                        person=one.person,
                        office=one.office,
                        of=names.get(one.person, ""),
                    )
                    if one.last_day is None
                    else None,
                )
                for one in card.officers
            ],
        ),
        says=None
        if role in TABLE[Act.APPOINT_OFFICER]
        else Text(
            nb="Administratoren oppnevner ledere og stedfortredere, med dager.",
            en="The administrator appoints leaders and deputies, with days.",
        ),
        none=Text(nb="Ingen er oppnevnt.", en="Nobody is appointed."),
        links=[does(f"establishment.{role}-appoint-officer", organisation=card.organisation)],
    )


def _invitations(by: Actor, card: OrganisationCard) -> Section:
    """Tell who was invited to take part around the doctors, and what they answered."""
    rows = services().establishments.invitations(card.organisation, by)
    names = services().people.names({who for one in rows for who in (one.person, one.doctor)})
    return Section(
        title=Text(nb="Invitasjoner", en="Invitations"),
        table=Table(
            head=(
                Text(nb="Til", en="To"),
                Text(nb="Som", en="As"),
                Text(nb="For", en="For"),
                Text(nb="Sendt", en="Sent"),
                Text(nb="Svar", en="Answer"),
            ),
            rows=rows,
            each=lambda one: (
                names.get(one.person, ""),
                codes.word("InvitedAs", one.invited_as),
                names.get(one.doctor, ""),
                one.sent_on,
                Tag(codes.word("InvitationStage", one.stage)),
            ),
        ),
        none=Text(nb="Ingen er sendt.", en="None are sent."),
    )


def _told(role: Role, card: OrganisationCard) -> Section:
    return Section(
        title=Text(nb="Meldt til Helsedirektoratet", en="Told the Directorate of Health"),
        table=Table(
            head=(Text(nb="Meldt", en="Told"), Text(nb="Referanse", en="Reference")),
            rows=[(one.notified_on, one.reference or "") for one in card.notified],
        ),
        says=Text(
            nb="Ikke meldt ennå: " + "; ".join(one.says.nb for one in card.untold),
            en="Not told yet: " + "; ".join(one.says.en for one in card.untold),
        )
        if card.untold
        else None,
        none=Text(nb="Ingenting er meldt.", en="Nothing has been told."),
        links=[does(f"establishment.{role}-notify", organisation=card.organisation)],
    )


def open_arenas(path: Path, by: Actor) -> Iterator[Option]:
    for one in services().establishments.card(path["organisation"], by).arenas:
        yield one.code, one.name


def _back(role: Role, path: Path) -> str:
    return f"/{role}/establishments/{path['organisation']}"


def _forms(role: Role) -> Iterator[Form]:
    form = partial(Form, role=role, back=partial(_back, role))
    yield form(
        name=f"{role}-open-arena",
        route=route(api.ACTS, "<uuid:organisation>/arenas"),
        title=Text(nb="Åpne en læringsarena", en="Open a learning arena"),
        then=Text(nb="Arenaen kan brukes i planer.", en="The arena can be used in plans."),
        helps={
            "goals": Text(
                nb="Kodene til målene, én på hver linje, som ALM-001.",
                en="The codes of the goals, one on each line, such as ALM-001.",
            ),
        },
        check=True,
    )
    yield form(
        name=f"{role}-close-arena",
        route=route(api.ACTS, "/close"),
        title=Text(nb="Steng arenaen", en="Close the arena"),
        then=Text(nb="Planer som bruker den, må endres.", en="Plans that use it must change."),
        check=True,
    )
    yield form(
        name=f"{role}-publish",
        route=route(api.ACTS, "/programmes"),
        title=Text(nb="Publiser utdanningsprogram", en="Publish the training programme"),
        then=Text(nb="Alle kan lese programmet.", en="Everybody can read the programme."),
        options={"arenas": open_arenas},
        none={"arenas": Text(nb="Åpne en læringsarena først.", en="Open a learning arena first.")},
        check=True,
    )
    yield form(
        name=f"{role}-notify",
        route=route(api.ACTS, "/notifications"),
        title=Text(
            nb="Registrer at endringer er meldt til Helsedirektoratet",
            en="Record that the Directorate was told of changes",
        ),
        then=Text(nb="Det står ved virksomheten.", en="It stands with the establishment."),
        only=("notified_on", "reference"),
    )
    if role not in TABLE[Act.APPOINT_OFFICER]:
        return
    yield form(
        name=f"{role}-appoint-officer",
        route=route(api.ACTS, "<uuid:organisation>/officers"),
        title=Text(nb="Gi noen en rolle", en="Give somebody a role"),
        then=Text(
            nb="Rollen gjelder fra dagen du satte, og ses av alle i virksomheten.",
            en="The role holds from the day you set.",
        ),
        check=True,
        fresh=True,
    )
    yield form(
        name=f"{role}-release-officer",
        route=route(api.ACTS, "<uuid:organisation>/officers/<uuid:person>/release"),
        title=Text(nb="Avslutt rollen", en="End the role"),
        then=Text(nb="Rollen gjelder til og med dagen du satte.", en="It holds until that day."),
        check=True,
        fresh=True,
    )


def _put(role: Role) -> None:
    def shows(organisation: Id) -> str:
        return house(role, organisation)

    pages.add_url_rule(f"/{role}/establishments/<uuid:organisation>", f"{role}-house", shows)
    add(pages, *_forms(role))


for _role in HOLDERS:
    _put(_role)
