"""The Directorate's own: exemptions with what falls when they end, and the establishments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import flask

from application.actors import Actor, Role
from application.exemptions.preview import ExemptionPreview
from application.exemptions.views import ExemptionCard
from application.plans.tasks.room import TaskKind
from application.proceedings.trails.words import BODIES, OUTCOMES
from domain.shared.ids import Id
from domain.shared.texts import Text
from web.api.exemptions import EXEMPTION
from web.pages.areas import as_oneself
from web.pages.cases import EXEMPTION as EXEMPTION_CASE
from web.pages.casework.beginning import assumed
from web.pages.casework.docket import KINDS_OF_CASE, docket
from web.pages.casework.giving import DECISION, WEIGHTY, give
from web.pages.casework.giving import plans_of as plans_asked
from web.pages.casework.helps import ARRIVAL
from web.pages.casework.looking import at, by, form_at, let_in, names_of, page, shows
from web.pages.fields import Path
from web.pages.visit import services
from web.pages.words.codes import table

DIRECTORATE = (Role.DIRECTORATE_OFFICER,)
ONE = "/exemptions/<uuid:exemption>"
ESTABLISHMENT = "establishment"
"""What an address says of where one came from."""
DECISIONS: Mapping[str, Text] = {
    "granted": Text(nb="Gitt", en="Granted"),
    "refused": Text(nb="Avslått", en="Refused"),
    "extended": Text(nb="Forlenget", en="Extended"),
    "revoked": Text(nb="Trukket tilbake", en="Revoked"),
}
TABLES: dict[str, Any] = {
    "exemption_kinds": table("ExemptionKind"),
    "statuses": table("Status"),
    "supporting": table("SupportingFact"),
    "bodies": BODIES,
}


@page(DIRECTORATE, "")
def front(role: Role) -> str:
    """Show what waits for the Directorate: it is the first instance of most cases."""
    return docket(role)


@page(DIRECTORATE, "/exemptions")
def exemptions(role: Role) -> str:
    """List the applications that wait, the oldest first."""
    looks, use = by(role), services()
    let_in(looks)
    waiting = [
        (use.exemption_cases.exemption(one.case_id, looks), one)
        for one in use.waiting.tasks(as_oneself())
        if one.kind == TaskKind.DECIDE_EXEMPTION
    ]
    named = {one for card, _ in waiting for one in (card.organisation, card.supervisor) if one}
    return shows(
        "exemptions.html",
        waiting=waiting,
        names=names_of(named),
        today=use.clock.today(),
        **TABLES,
    )


@page(DIRECTORATE, ONE)
def exemption(role: Role, exemption: Id) -> str:
    looks, use = by(role), services()
    card = use.exemption_cases.exemption(exemption, looks)
    came_from = flask.request.args.get("from") == ESTABLISHMENT
    return shows(
        "exemption.html",
        acts=list(_acts(card)),
        **_known(card, looks),
        decisions=DECISIONS,
        back=at("establishment", organisation=card.organisation) if came_from else at("exemptions"),
    )


def _known(card: ExemptionCard, looks: Actor) -> dict[str, Any]:
    """Return an exemption with the doctors it covers, and what falls when it ends."""
    doctors = services().waiting.doctors(card.plans)
    named = {card.organisation, *doctors.values(), *((card.supervisor,) if card.supervisor else ())}
    return {
        "card": card,
        "doctors": [doctors[plan] for plan in card.plans if plan in doctors],
        "names": names_of(named),
        "preview": _preview(card, looks),
        "room": card.proceeding and at("room", proceeding=card.proceeding),
        **TABLES,
    }


def _preview(card: ExemptionCard, looks: Actor) -> ExemptionPreview | None:
    granted = any(one.decision == "granted" for one in card.decisions) and card.last_day
    return services().exemption_previews.preview(card.exemption, looks) if granted else None


def _acts(card: ExemptionCard) -> Iterator[tuple[str, Text]]:
    names: tuple[str, ...] = ()
    if card.proceeding is None:
        names = {
            "applied-for": ("grant", "refuse"),
            "refused": ("exemption-notice",),
            "granted": ("extend-exemption", "revoke"),
            "in-force": ("extend-exemption", "revoke"),
        }.get(card.status or "", ())
    for name in names:
        if found := form_at(name, exemption=card.exemption):
            yield found
    if found := form_at("exemption-correct", exemption=card.exemption, version=card.version):
        yield found


@page(DIRECTORATE, "/establishments")
def establishments(role: Role) -> str:
    let_in(by(role))
    names = services().establishments.names()
    found = sorted(names.items(), key=lambda one: one[1])
    return shows("establishments.html", establishments=found)


@page(DIRECTORATE, "/establishments/<uuid:organisation>")
def establishment(role: Role, organisation: Id) -> str:
    """Show an establishment with what was decided of it, and its exemptions."""
    looks, use = by(role), services()
    rows = use.exemption_cases.of_establishment(organisation, looks)
    card = use.establishments.card(organisation, looks)
    named = {one.person for one in card.officers} | {row.supervisor for row in rows}
    return shows(
        "establishment.html",
        card=card,
        rows=rows,
        offices=table("Office"),
        kinds=KINDS_OF_CASE,
        outcomes=OUTCOMES,
        names=names_of(one for one in named if one),
        **TABLES,
    )


def _beside(path: Path, looks: Actor) -> Mapping[str, Any]:
    card = services().exemption_cases.exemption(path["exemption"], looks)
    return _known(card, looks)


def _back(path: Path) -> str:
    return at("exemption", exemption=path["exemption"])


OF_ONE: dict[str, Any] = {
    "back": _back,
    "case": EXEMPTION_CASE,
    "beside": ("casework/exemption_beside.html", _beside),
}
PLANS: dict[str, Any] = {"options": {"plans": plans_asked}}
TODAY: dict[str, Any] = {"begins": assumed(("decided_on",))}
give(DIRECTORATE, "grant", EXEMPTION + "/grant", **PLANS, **TODAY, **DECISION, **OF_ONE)
give(DIRECTORATE, "refuse", EXEMPTION + "/refuse", **TODAY, **DECISION, **OF_ONE)
give(DIRECTORATE, "exemption-notice", EXEMPTION + "/notice", helps=ARRIVAL, **WEIGHTY, **OF_ONE)
give(DIRECTORATE, "extend-exemption", EXEMPTION + "/extend", **TODAY, **DECISION, **OF_ONE)
give(DIRECTORATE, "revoke", EXEMPTION + "/revoke", **TODAY, **DECISION, **OF_ONE)
give(
    DIRECTORATE,
    "exemption-correct",
    EXEMPTION + "/facts/<int:version>/correct",
    **DECISION,
    **OF_ONE,
)
IN_REGISTER: dict[str, Any] = {"sees": lambda _, looks: let_in(looks)}
give(
    DIRECTORATE,
    "register",
    "/organisations",
    back=lambda _: at("establishments"),
    **IN_REGISTER,
    **WEIGHTY,
)
IN_OFFICE: dict[str, Any] = {
    "back": lambda path: at("establishment", organisation=path["organisation"]),
    **IN_REGISTER,
    **DECISION,
}
OFFICERS = "/organisations/<uuid:organisation>/officers"
give(DIRECTORATE, "appoint-officer", OFFICERS, **IN_OFFICE)
give(DIRECTORATE, "release-officer", OFFICERS + "/<uuid:person>/release", **IN_OFFICE)
