"""The front of each area around a doctor: whose files one has to do with."""

from __future__ import annotations

from collections.abc import Iterator

import flask

from application.actors import Role
from application.plans.asking import Asked
from application.plans.history_file.export import Wanted
from application.plans.record_views import VisitLine
from domain.shared.ids import Id
from domain.shared.texts import Text
from web.api.plans import invitations, visits
from web.pages.areas import NAMES, cases_of
from web.pages.doing import add
from web.pages.forms import Form, route
from web.pages.language import short_day
from web.pages.sheets import Link, Section, Sheet, Table, Tag, does, shown
from web.pages.subject.facts import visited
from web.pages.visit import actor, go_to, services
from web.pages.words import codes

pages = flask.Blueprint("own-file", __name__)
DOCTOR, DO = Text(nb="Lege", en="Doctor"), Text(nb="Gjør", en="Do")


@pages.get("/doctor")
def own() -> flask.Response | str:
    """Open one's plan; with more than one, let the doctor choose."""
    plans = cases_of(Role.DOCTOR)
    return go_to(f"/doctor/{plans[0]}") if len(plans) == 1 else _files(Role.DOCTOR)


@pages.get("/supervisor")
def supervised() -> str:
    return _files(Role.SUPERVISOR)


@pages.get("/clinical-supervisor")
def seen_to() -> str:
    return _files(Role.CLINICAL_SUPERVISOR)


def _files(role: Role) -> str:
    use, by = services(), actor(role)
    cards = {plan: use.plans.card(Asked(plan=plan), by) for plan in cases_of(role)}
    names = use.people.names({card.doctor for card in cards.values()})
    sheet = Sheet(
        title=NAMES[role],
        sections=[
            Section(
                title=Text(nb="Leger", en="Doctors"),
                table=Table(
                    head=(
                        DOCTOR,
                        Text(nb="Begynte", en="Began"),
                        Text(nb="Godkjente mål", en="Goals approved"),
                        Text(nb="Venter på avgjørelse", en="Waiting for a decision"),
                    ),
                    rows=[
                        (
                            Link(names.get(card.doctor, "?"), f"/{role}/{plan}"),
                            card.starts_on,
                            f"{card.goals_approved} / {card.goals_in_force}",
                            card.goals_submitted,
                        )
                        for plan, card in cards.items()
                    ],
                ),
                none=Text(
                    nb="Her er ingen plan for deg nå. Lederen i virksomheten åpner planen.",
                    en="There is no plan for you here now. The leader opens the plan.",
                ),
            )
        ],
    )
    return shown(sheet)


@pages.get("/doctor/<uuid:plan>/export")
def export(plan: Id) -> flask.Response:
    """Hand out the history of one's own plan as the history file; others get theirs elsewhere."""
    use, by = services(), actor(Role.DOCTOR)
    use.plans.history(Asked(plan=plan), by)
    lines = use.history_export.lines(Wanted(plan=plan, by=by))
    response = flask.make_response("".join(lines))
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    day = use.clock.today()
    response.headers["Content-Disposition"] = f'attachment; filename="alis-{day}.csv"'
    return response


@pages.get("/colleague")
def colleague() -> str:
    """List the practice visits one took part in, the latest first, with those to confirm."""
    use, by = services(), actor(Role.COLLEAGUE)
    plans = cases_of(Role.COLLEAGUE)
    found = [(plan, one) for plan in plans for one in use.plans.visits(Asked(plan=plan), by)]
    doctors = {plan: use.plans.visiting(Asked(plan=plan), by) for plan in plans}
    names = use.people.names(set(doctors.values()))
    whose = {plan: names.get(doctor, "?") for plan, doctor in doctors.items()}
    return shown(
        Sheet(
            title=NAMES[Role.COLLEAGUE],
            lead=Text(
                nb="Besøk som leger under utdanning har ført med deg. Et besøk teller for legen "
                "når du har bekreftet at det fant sted.",
                en="Visits that doctors in training entered with you. A visit counts for the "
                "doctor once you have confirmed that it took place.",
            ),
            sections=[
                Section(
                    title=Text(nb="Besøk", en="Visits"),
                    table=Table(
                        head=(
                            DOCTOR,
                            Text(nb="Hvem besøkte hvem", en="Who visited whom"),
                            Text(nb="Sted", en="Place"),
                            Text(nb="Dager", en="Days"),
                            Text(nb="Status", en="Status"),
                            DO,
                        ),
                        rows=sorted(found, key=lambda one: one[1].days, reverse=True),
                        each=lambda one: _visit(one[0], whose.get(one[0], "?"), one[1]),
                    ),
                    none=Text(nb="Ingen besøk å bekrefte.", en="No visits to confirm."),
                )
            ],
        )
    )


def _visit(plan: Id, doctor: str, one: VisitLine) -> tuple[object, ...]:
    """Return a visit as a row to the colleague; one that is shown needs no confirmation."""
    of = f"{doctor}, {short_day(one.days[0])}"
    return (
        doctor,
        visited(one.direction, Role.COLLEAGUE),
        codes.word("VisitSetting", one.setting),
        [one.days],
        _stands(one),
        does("own-file.confirm-visit", plan=plan, visit=one.visit, of=of)
        if one.shown_on is None
        else None,
    )


def _stands(one: VisitLine) -> Tag:
    if one.shown_on is None:
        return Tag(Text(nb="Venter på deg", en="Waits for you"), "warning")
    day = one.shown_on
    if one.confirmed_by:
        return Tag(Text(nb=f"Bekreftet {day}", en=f"Confirmed {day}"), "success")
    return Tag(Text(nb=f"Dokumentert {day}", en=f"Documented {day}"), "success")


@pages.get("/invited")
def invited() -> str:
    """List the invitations that wait for an answer."""
    return shown(
        Sheet(
            title=NAMES[Role.INVITED],
            sections=[
                Section(
                    title=Text(nb="Invitasjoner", en="Invitations"),
                    table=Table(
                        head=(
                            DOCTOR,
                            Text(nb="Som", en="As"),
                            Text(nb="Sendt", en="Sent"),
                            DO,
                        ),
                        rows=list(_invitations()),
                    ),
                    none=Text(nb="Ingen invitasjoner venter.", en="No invitations wait."),
                )
            ],
        )
    )


def _invitations() -> Iterator[tuple[object, ...]]:
    use = services()
    rows = use.waiting.invitations(actor(Role.INVITED))
    names = use.people.names({one.doctor for one in rows})
    for one in rows:
        path = {"plan": one.case_id, "invitation": one.invitation}
        doctor = names.get(one.doctor, "?")
        yield (
            doctor,
            codes.word("InvitedAs", one.invited_as),
            one.sent_on,
            [
                does("own-file.accept-invitation", of=doctor, **path),
                does("own-file.decline-invitation", of=doctor, **path),
            ],
        )


def _to_visits(_: object) -> str:
    return "/colleague"


def _to_front(_: object) -> str:
    return "/"


add(
    pages,
    Form(
        name="confirm-visit",
        route=route(visits.ACTS, "/confirm"),
        role=Role.COLLEAGUE,
        title=Text(nb="Bekreft praksisbesøket", en="Confirm the practice visit"),
        then=Text(nb="Besøket teller nå for legen.", en="The visit counts for the doctor now."),
        back=_to_visits,
        check=True,
    ),
    Form(
        name="accept-invitation",
        route=route(invitations.ACTS, "/accept"),
        role=Role.INVITED,
        title=Text(nb="Si ja til invitasjonen", en="Accept the invitation"),
        then=Text(nb="Lederen kan nå oppnevne deg.", en="The leader can appoint you now."),
        back=_to_front,
        check=True,
    ),
    Form(
        name="decline-invitation",
        route=route(invitations.ACTS, "/decline"),
        role=Role.INVITED,
        title=Text(nb="Si nei til invitasjonen", en="Decline the invitation"),
        then=Text(nb="Legen ser svaret ditt.", en="The doctor sees your answer."),
        back=_to_front,
        check=True,
    ),
)
