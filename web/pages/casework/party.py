"""The party: the doctor's own cases, and the plan and cases a representative may act in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from application.access import Act
from application.actors import Actor, Role
from application.plans.asking import Asked
from application.proceedings.kinds import OF_A_DOCTOR, OF_AN_ESTABLISHMENT
from domain.shared.ids import Id
from domain.shared.refusals import NotPermitted
from domain.shared.texts import Text
from web.api.organisations import ORGANISATION
from web.api.plans.paths import PLAN
from web.pages.areas import cases_of
from web.pages.casework.docket import TABLES
from web.pages.casework.giving import WEIGHTY, give
from web.pages.casework.looking import (
    FIRST_INSTANCE,
    at,
    by,
    capital,
    let_in,
    names_of,
    page,
    shows,
)
from web.pages.fields import Option, Path
from web.pages.file import choices, shelf
from web.pages.language import short_day
from web.pages.sheets import Link
from web.pages.visit import services
from web.pages.words.codes import table

REPRESENTATIVE = (Role.REPRESENTATIVE,)
CASES = Text(nb="Saker", en="Cases")


@page((Role.DOCTOR, Role.LEADER, Role.AUDITOR), "/<uuid:plan>/cases")
def own_cases(role: Role, plan: Id) -> str:
    """List the cases of a doctor that one may see, the latest first."""
    looks = by(role)
    card = services().plans.card(Asked(plan=plan), looks)
    return _listed(role, plan, card.doctor, looks)


@page(REPRESENTATIVE, "/<uuid:plan>/cases")
def represented_cases(role: Role, plan: Id) -> str:
    looks = by(role)
    return _listed(role, plan, services().cases.doctor_of(plan, looks), looks)


shelf.PAGES.append(shelf.Page(path="/cases", act=Act.SEE_PROCEEDING, says=CASES))


def _listed(role: Role, plan: Id, doctor: Id, looks: Actor) -> str:
    found = services().cases.of_party(doctor, looks)
    named = {one for row in found for one in (row.party, row.organisation)}
    return shows(
        "cases.html",
        role=role,
        cases=found,
        names=names_of({doctor, *named}),
        plan=plan if role is Role.DOCTOR else None,
        beside_pages=_beside(role, plan, looks),
        doctor=doctor,
        organisation=None,
        establishments=[],
        **TABLES,
    )


def _beside(role: Role, plan: Id, looks: Actor) -> list[Link]:
    """Return the other pages of the file, where one may see the file."""
    if role is Role.REPRESENTATIVE and not _reaches(plan, looks):
        return []
    return shelf.beside(shelf.At(role, plan))


@page(REPRESENTATIVE, "")
def represented(role: Role) -> str:
    """List those one may act for today, with how far each power of attorney reaches."""
    looks = by(role)
    doctors = {one: services().cases.doctor_of(one, looks) for one in cases_of(role)}
    return shows(
        "represented.html",
        doctors=doctors,
        plans={plan for plan in doctors if _reaches(plan, looks)},
        names=names_of(doctors.values()),
    )


def _reaches(plan: Id, looks: Actor) -> bool:
    """Return whether the power of attorney covers the plan itself."""
    try:
        services().plans.card(Asked(plan=plan), looks)
    except NotPermitted:
        return False
    return True


def _to_own(path: Path) -> str:
    return at("own-cases", plan=path["plan"])


def _to_cases(_: Path) -> str:
    return at("cases")


def _to_docket(_: Path) -> str:
    return at("docket")


def _sees(path: Path, looks: Actor) -> None:
    """Raise NotFound or NotPermitted to a doctor who would apply in another's plan."""
    if looks.acting_as is Role.DOCTOR:
        services().plans.card(Asked(plan=path["plan"]), looks)
    else:
        let_in(looks)


APPLIES: dict[str, Any] = {**WEIGHTY, "sees": _sees}


def _chosen(kinds: Mapping[str, Text]) -> Iterator[Option]:
    for code, says in kinds.items():
        yield code, capital(says)


OF_A_PLAN: dict[str, Any] = {
    **APPLIES,
    "options": {"kind": lambda _, __: _chosen(OF_A_DOCTOR)},
    "helps": {
        "about": Text(
            nb="Koden til læringsmålet, når søknaden gjelder et.",
            en="The code of the goal, where the application is about one.",
        )
    },
}
OF_A_HOUSE: dict[str, Any] = {
    **APPLIES,
    "options": {"kind": lambda _, __: _chosen(OF_AN_ESTABLISHMENT)},
}
OF_ONES_OWN = OF_A_PLAN | {
    "options": {**OF_A_PLAN["options"], "about": choices.goals},
    "helps": {
        "about": Text(
            nb="Læringsmålet, når søknaden gjelder et. Ellers står det tomt.",
            en="The learning goal, where the application is about one; otherwise empty.",
        )
    },
}
OWN_FIELDS = ("kind", "about")
give((Role.DOCTOR,), "apply", PLAN + "/proceedings", only=OWN_FIELDS, back=_to_own, **OF_ONES_OWN)
give(FIRST_INSTANCE, "apply", PLAN + "/proceedings", back=_to_docket, **OF_A_PLAN)
OF_ESTABLISHMENT = ORGANISATION + "/proceedings"
give(
    (Role.ADMINISTRATOR,),
    "apply-establishment",
    OF_ESTABLISHMENT,
    only=("kind",),
    back=_to_cases,
    **OF_A_HOUSE,
)


def _exemptions(path: Path, looks: Actor) -> Iterable[Option]:
    """Yield the exemptions that were applied for and that no case decides yet."""
    use = services().exemption_cases
    waiting = (
        use.exemption(row.case_id, looks)
        for row in use.of_establishment(path["organisation"], looks)
        if row.status == "applied-for"
    )
    found = [one for one in waiting if one.proceeding is None]
    names = names_of(one.supervisor for one in found if one.supervisor)
    kinds = table("ExemptionKind")
    for one in found:
        what, on = kinds[one.kind], short_day(one.applied_on)
        who = f" ({names[one.supervisor]})" if one.supervisor else ""
        says = Text(nb=f"{what.nb}{who}, søkt {on}", en=f"{what.en}{who}, applied for {on}")
        yield str(one.exemption), says


def _no_exemption(path: Path, looks: Actor) -> Iterable[str]:
    return () if any(True for _ in _exemptions(path, looks)) else ("exemption",)


FOR_A_HOUSE: dict[str, Any] = OF_A_HOUSE | {
    "options": {**OF_A_HOUSE["options"], "exemption": _exemptions},
    "unasked": _no_exemption,
    "helps": {
        "exemption": Text(
            nb="Fritaket saken skal avgjøre, når den gjelder et.",
            en="The exemption the case is to decide, where it is about one.",
        ),
        "received_on": Text(
            nb="Dagen søknaden kom inn. Står tomt når ingen har søkt.",
            en="The day the application came in. Left empty where nobody applied.",
        ),
    },
}
give((Role.LEADER,), "apply-establishment", OF_ESTABLISHMENT, back=_to_docket, **FOR_A_HOUSE)
give(
    (Role.DIRECTORATE_OFFICER,),
    "apply-establishment",
    OF_ESTABLISHMENT,
    back=lambda path: at("establishment", organisation=path["organisation"]),
    **FOR_A_HOUSE,
)
