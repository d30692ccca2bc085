"""The leader's front: goals that wait, oldest first, doctors, and what is about to lapse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import flask

from application.actors import Role
from application.plans.register import RegisterRow
from application.plans.tasks.room import TaskKind
from domain.shared.ids import Id
from domain.shared.texts import Text
from web.api.plans import acts, path
from web.pages.areas import NAMES, as_oneself, cases_of, held
from web.pages.doing import add
from web.pages.establishment.house import HOUSE, pages
from web.pages.fields import Path
from web.pages.forms import Form, route
from web.pages.sheets import Link, Section, Sheet, Table, Tag, does, shown
from web.pages.visit import actor, services

AHEAD = 180
"""How many days to come are told of as about to lapse."""
DOCTOR = Text(nb="Lege", en="Doctor")
NONE_WAIT = Text(nb="Ingen læringsmål venter på deg.", en="No learning goals wait for you.")


@pages.get("/leader")
def queue() -> str:
    """List what waits, and the doctors of each establishment one leads."""
    use = services()
    registers = {
        one: use.establishments.register(one, actor(Role.LEADER, one)) for one in held(Role.LEADER)
    }
    doctors = {row.case_id: row.doctor for rows in registers.values() for row in rows}
    names = use.people.names(set(doctors.values()))
    called = {plan: names.get(doctor, "?") for plan, doctor in doctors.items()}
    return shown(
        Sheet(
            title=NAMES[Role.LEADER],
            sections=[
                _waiting(called),
                *(
                    part
                    for one, rows in registers.items()
                    for part in _establishment(one, rows, called)
                ),
            ],
        )
    )


def _waiting(called: dict[Id, str]) -> Section:
    use = services()
    today = use.clock.today()
    return Section(
        title=Text(nb="Læringsmål som venter", en="Learning goals that wait"),
        table=Table(
            head=(
                DOCTOR,
                Text(nb="Mål", en="Goal"),
                Text(nb="Ventet", en="Waited"),
                Text(nb="Avgjør", en="Decide"),
            ),
            rows=[
                (
                    called.get(one.case_id, "?"),
                    one.subject,
                    _days((today - one.since).days),
                    Link(
                        Text(nb="Se og avgjør", en="See and decide"),
                        flask.url_for("leading.approve", plan=one.case_id, goal=one.subject),
                        f"{one.subject}, {called.get(one.case_id, '')}",
                    ),
                )
                for one in use.waiting.tasks(as_oneself())
                if one.kind == TaskKind.DECIDE_GOAL
            ],
        ),
        none=NONE_WAIT,
    )


def _days(count: int) -> Text:
    return Text(
        nb=f"{count} dag" if count == 1 else f"{count} dager",
        en=f"{count} day" if count == 1 else f"{count} days",
    )


def _establishment(
    organisation: Id, rows: Sequence[RegisterRow], called: dict[Id, str]
) -> Iterator[Section]:
    by = actor(Role.LEADER, organisation)
    card = services().establishments.card(organisation, by)
    in_force = services().catalogue.codes_in_force(services().clock.today())
    own = f"/leader/establishments/{organisation}"
    yield Section(
        title=Text(nb=f"Leger i {card.name}", en=f"Doctors of {card.name}"),
        table=Table(
            head=(
                DOCTOR,
                Text(nb="Fra", en="From"),
                Text(nb="Til", en="Until"),
                Text(nb="Godkjente mål", en="Goals approved"),
                Text(nb="Innsendt", en="Submitted"),
                Text(nb="Siste veiledning", en="Last guidance"),
            ),
            rows=sorted(rows, key=lambda row: (bool(row.ended_on), called[row.case_id].casefold())),
            each=lambda row: (
                Link(called[row.case_id], f"/leader/{row.case_id}"),
                row.starts_on,
                row.ended_on or Text(nb="i utdanning", en="in training"),
                f"{len(in_force.intersection(row.approved))} / {len(in_force)}",
                row.submitted,
                row.last_session_on or Text(nb="ingen", en="none"),
            ),
        ),
        none=Text(nb="Ingen leger i utdanning.", en="No doctors in training."),
        links=[
            does("establishment.open-plan", organisation=organisation),
            does("establishment.receive-move", organisation=organisation),
            Link(HOUSE, own),
            Link(Text(nb="Fritak", en="Exemptions"), f"{own}/exemptions"),
        ],
    )
    found = services().establishments.upcoming(organisation, by, days=AHEAD)
    yield Section(
        title=Text(nb="Nær ved å løpe ut", en="About to lapse"),
        says=Text(
            nb=f"{found.count} frister de neste {AHEAD} dagene.",
            en=f"{found.count} deadlines in the next {AHEAD} days.",
        ),
        table=Table(
            head=(
                Text(nb="Dag", en="Day"),
                Text(nb="Hva", en="What"),
                DOCTOR,
                Text(nb="Igjen", en="Left"),
            ),
            rows=[
                (
                    one.due_on,
                    one.says,
                    Link(called[one.case_id], f"/leader/{one.case_id}")
                    if one.case_id in called
                    else "",
                    Tag(_days(one.days_left), "warning" if one.days_left <= LATE else "neutral"),
                )
                for one in found.first
            ],
        ),
    )


LATE = 14


def _to_front(_: Path) -> str:
    return "/leader"


add(
    pages,
    Form(
        name="open-plan",
        route=route(acts.ACTS, "/plans"),
        role=Role.LEADER,
        title=Text(nb="Åpne en plan for en lege", en="Open a plan for a doctor"),
        then=Text(
            nb="Legen ser planen. Oppnevn veileder, og lag planen sammen.",
            en="The doctor sees the plan. Appoint a supervisor, and draw it up together.",
        ),
        back=_to_front,
        options={"organisation": lambda _, __: _led()},
        check=True,
        fresh=True,
    ),
    Form(
        name="receive-move",
        route=route(path.ACTS, "/moves"),
        role=Role.LEADER,
        title=Text(nb="Ta imot en lege som flytter hit", en="Receive a doctor who moves here"),
        then=Text(nb="Det som er godkjent, følger med legen.", en="What was approved comes along."),
        back=_to_front,
        options={
            "organisation": lambda _, __: _led(),
            "origin": lambda _, __: _moving(),
        },
        check=True,
        fresh=True,
    ),
)


def _led() -> Iterator[tuple[str, str]]:
    for one in cases_of(Role.LEADER):
        card = services().establishments.card(one, actor(Role.LEADER, one))
        yield one, card.name


def _moving() -> Iterator[tuple[str, str]]:
    """Yield the plans of doctors who have asked to move here."""
    tasks = services().waiting.tasks(as_oneself())
    moving = [one for one in tasks if one.kind == TaskKind.RECEIVE_MOVE]
    names = services().people.names({Id(one.subject) for one in moving})
    for one in moving:
        yield one.case_id, names.get(Id(one.subject), "?")
