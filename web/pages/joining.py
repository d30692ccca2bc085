"""Whom the group organiser can choose: who may join a group, and who is in it."""

from __future__ import annotations

from collections.abc import Iterator

from application.actors import Actor
from application.groups.views import BetweenYears
from domain.shared.texts import Text
from web.pages.fields import Option, Path
from web.pages.language import short_day
from web.pages.visit import services

WHO_ARE_LISTED = Text(
    nb="Leger med utdanningsplan som ikke er med i noen gruppe, og leger med et første gruppeår "
    "som mangler det andre.",
    en="Doctors with a training plan who are in no group, and doctors with a first group year who "
    "lack the second.",
)
NOBODY_TO_ADMIT = Text(
    nb="Ingen leger mangler en gruppe nå: alle med utdanningsplan er med i begge gruppeårene. "
    "En ny lege står her når lederen i virksomheten har åpnet utdanningsplanen.",
    en="No doctors lack a group now: all with a training plan are in both group years. A new "
    "doctor stands here once the leader of the establishment has opened the training plan.",
)
NO_MEMBERS = Text(
    nb="Gruppen har ingen medlemmer ennå. Ta inn leger i gruppen først, så kan du føre samlingen.",
    en="The group has no members yet. Admit doctors to the group first; then record the gathering.",
)


def members(path: Path, by: Actor) -> Iterator[Option]:
    card = services().guidance_groups.group(path["group"], by)
    names = services().people.names({one.doctor for one in card.members})
    for doctor in dict.fromkeys(one.doctor for one in card.members):
        yield doctor, names.get(doctor, "?")


def who_can_join(path: Path, by: Actor) -> Iterator[Option]:
    """Yield those of the group who lack its second year, those who wait, and those of others."""
    groups = services().guidance_groups
    waiting, between = groups.without_group(by), groups.between_years(by)
    people = {one.person for one in waiting} | {one.doctor for one in between}
    names = services().people.names(people)
    own = [one for one in between if one.group == path["group"]]
    for one in own:
        yield one.plan, _lacks_second(one, names.get(one.doctor, "?"))
    for two in waiting:
        name, day = names.get(two.person, "?"), short_day(two.since)
        yield two.case_id, Text(nb=f"{name}, venter siden {day}", en=f"{name}, waits since {day}")
    for one in between:
        if one not in own:
            yield one.plan, _lacks_second(one, names.get(one.doctor, "?"))


def _lacks_second(one: BetweenYears, name: str) -> Text:
    day = short_day(one.last_day)
    return Text(
        nb=f"{name}, første år i {one.name} til {day}",
        en=f"{name}, first year in {one.name} until {day}",
    )
