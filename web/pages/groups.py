"""The group organiser's pages: groups, who is in them, attendance and diplomas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import flask

from application.actors import Actor, Role
from application.groups.views import GroupCard, MemberLine
from domain.shared.ids import Id
from domain.shared.texts import Text
from web.api import groups as api
from web.pages.areas import NAMES
from web.pages.doing import add
from web.pages.fields import Path
from web.pages.forms import Case, Change, Form, route
from web.pages.joining import (
    NO_MEMBERS,
    NOBODY_TO_ADMIT,
    WHO_ARE_LISTED,
    members,
    who_can_join,
)
from web.pages.sheets import Link, Section, Sheet, Table, does, shown
from web.pages.visit import actor, services
from web.pages.words import codes

pages = flask.Blueprint("organising", __name__)
YEAR, FROM, TO = Text(nb="År", en="Year"), Text(nb="Fra", en="From"), Text(nb="Til", en="To")


@pages.get("/group-organiser")
def front() -> str:
    """List the groups, the latest formed first."""
    rows = services().guidance_groups.groups(actor(Role.GROUP_ORGANISER))
    return shown(
        Sheet(
            title=NAMES[Role.GROUP_ORGANISER],
            sections=[
                Section(
                    title=Text(nb="Grupper", en="Groups"),
                    table=Table(
                        head=(
                            Text(nb="Gruppe", en="Group"),
                            Text(nb="Dannet", en="Formed"),
                            Text(nb="Medlemmer", en="Members"),
                            Text(nb="Samlinger", en="Gatherings"),
                        ),
                        rows=[
                            (
                                Link(one.name, f"/group-organiser/{one.case_id}"),
                                one.formed_on,
                                one.members,
                                one.gatherings,
                            )
                            for one in rows
                        ],
                    ),
                    none=Text(nb="Ingen grupper ennå.", en="No groups yet."),
                    links=[does("organising.form")],
                )
            ],
        )
    )


@pages.get("/group-organiser/<uuid:group>")
def group(group: Id) -> str:
    """Show a group: its years, members with what they attended, and gatherings."""
    card = _card(group, actor(Role.GROUP_ORGANISER))
    people = {one.doctor for one in card.members}
    names = services().people.names(people)
    return shown(
        Sheet(
            title=Text(nb=card.name, en=card.name),
            beside=[Link(NAMES[Role.GROUP_ORGANISER], "/group-organiser")],
            sections=[_years(card), _members(card, names), _gatherings(card, names)],
        )
    )


def _card(group: Id, by: Actor) -> GroupCard:
    return services().guidance_groups.group(group, by)


def _years(card: GroupCard) -> Section:
    return Section(
        title=Text(nb="Gruppeår", en="Group years"),
        table=Table(
            head=(
                YEAR,
                FROM,
                TO,
                Text(nb="Samlinger holdt", en="Gatherings held"),
                Text(nb="Planlagt", en="Planned"),
            ),
            rows=[
                (
                    codes.word("GroupYear", one.year),
                    one.first_day,
                    one.last_day,
                    one.gatherings_held,
                    one.gatherings_planned,
                )
                for one in card.years
            ],
        ),
        none=Text(nb="Ingen år er planlagt.", en="No year is planned."),
        links=[does("organising.plan-year", group=card.group)],
    )


def _members(card: GroupCard, names: Mapping[Id, str]) -> Section:
    return Section(
        title=Text(nb="Medlemmer", en="Members"),
        table=Table(
            head=(
                Text(nb="Lege", en="Doctor"),
                YEAR,
                Text(nb="Samlinger", en="Gatherings"),
                Text(nb="Timer", en="Hours"),
                Text(nb="Kursbevis", en="Diploma"),
                Text(nb="Gjør", en="Do"),
            ),
            rows=[
                (
                    names.get(one.doctor, "?"),
                    codes.word("GroupYear", one.year),
                    one.gatherings,
                    one.minutes // 60,
                    Text(nb="Utstedt", en="Issued") if one.diploma else "",
                    [
                        does(
                            "organising.release",
                            group=card.group,
                            doctor=one.doctor,
                            year=one.year,
                            of=names.get(one.doctor, ""),
                        ),
                        does(
                            "organising.diploma",
                            group=card.group,
                            doctor=one.doctor,
                            of=names.get(one.doctor, ""),
                        )
                        if _can_have_diploma(card, one)
                        else None,
                    ],
                )
                for one in card.members
            ],
        ),
        none=Text(nb="Ingen medlemmer ennå.", en="No members yet."),
        links=[does("organising.admit", group=card.group)],
    )


def _can_have_diploma(card: GroupCard, one: MemberLine) -> bool:
    """Tell whether it can be issued: once, for the second year, to one who was there in both.

    A first year in another group is not seen here, and stands in the way of nothing.
    """
    own = [other for other in card.members if other.doctor == one.doctor]
    attended = {other.year for other in own if other.gatherings}
    return one.year == "second" and not one.diploma and attended == {other.year for other in own}


def _gatherings(card: GroupCard, names: Mapping[Id, str]) -> Section:
    return Section(
        title=Text(nb="Samlinger", en="Gatherings"),
        table=Table(
            head=(
                Text(nb="Dag", en="Day"),
                YEAR,
                Text(nb="Minutter", en="Minutes"),
                Text(nb="Til stede", en="Present"),
            ),
            rows=[
                (
                    one.held_on,
                    codes.word("GroupYear", one.year),
                    one.duration_minutes,
                    [names.get(two, "?") for two in one.present],
                )
                for one in reversed(card.gatherings)
            ],
        ),
        none=Text(nb="Ingen samlinger ennå.", en="No gatherings yet."),
        links=[does("organising.hold", group=card.group)],
    )


def _version(path: Path, by: Actor) -> int:
    return _card(path["group"], by).version


def _changed(path: Path, by: Actor, versions: Sequence[int]) -> Iterable[Change]:
    card = _card(path["group"], by)
    if versions:
        held, members = len(card.gatherings), len(card.members)
        yield (
            card.version,
            Text(
                nb=f"Gruppen har nå {members} medlemmer og {held} samlinger.",
                en=f"The group now has {members} members and {held} gatherings.",
            ),
        )


GROUP = Case(_version, _changed)


def _to_group(path: Path) -> str:
    return f"/group-organiser/{path['group']}"


def _to_front(_: Path) -> str:
    return "/group-organiser"


def _form(name: str, ends: str, title: Text, then: Text, **more: object) -> Form:
    told: dict[str, object] = {"back": _to_group} | more
    return Form(
        name=name,
        route=route(api.ACTS, ends),
        role=Role.GROUP_ORGANISER,
        title=title,
        then=then,
        **told,  # type: ignore[arg-type]
    )


add(
    pages,
    _form(
        "form",
        "/groups",
        Text(nb="Dann en gruppe", en="Form a group"),
        Text(nb="Planlegg gruppens første år.", en="Plan the group's first year."),
        back=_to_front,
    ),
    _form(
        "plan-year",
        "/years",
        Text(nb="Planlegg et gruppeår", en="Plan a group year"),
        Text(nb="Leger kan tas inn i året.", en="Doctors can be admitted to the year."),
    ),
    _form(
        "admit",
        "/members",
        Text(nb="Ta inn en lege", en="Admit a doctor"),
        Text(nb="Legen ser gruppen i planen sin.", en="The doctor sees the group in the plan."),
        options={"plan": who_can_join},
        none={"plan": NOBODY_TO_ADMIT},
        labels={"plan": Text(nb="Lege", en="Doctor")},
        helps={"plan": WHO_ARE_LISTED},
    ),
    _form(
        "release",
        "<uuid:doctor>/release",
        Text(nb="Ta en lege ut av gruppen", en="Release a doctor from the group"),
        Text(nb="Det legen har deltatt på, står.", en="What the doctor attended stands."),
        check=True,
        case=GROUP,
    ),
    _form(
        "hold",
        "/gatherings",
        Text(nb="Registrer en samling", en="Record a gathering"),
        Text(nb="Timene står i planen til dem som var der.", en="The hours stand in their plans."),
        options={"present": members},
        none={"present": NO_MEMBERS},
    ),
    _form(
        "diploma",
        "/diploma",
        Text(nb="Utsted kursbevis", en="Issue the diploma"),
        Text(nb="Kursbeviset står i legens plan.", en="The diploma stands in the doctor's plan."),
        check=True,
        fresh=True,
        case=GROUP,
    ),
)
