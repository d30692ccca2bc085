"""Exemptions of an establishment: what each covers, and what falls when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from application.actors import Actor, Role
from application.exemptions.preview import ExemptionPreview, PlanFalls
from application.exemptions.views import ExemptionCard
from domain.shared.ids import Id
from domain.shared.texts import Text
from web.api import exemptions as api
from web.pages.cases import EXEMPTION
from web.pages.doing import add
from web.pages.establishment.house import HOLDERS, beside, pages
from web.pages.fields import Option, Path
from web.pages.forms import Form, route
from web.pages.language import cite
from web.pages.sheets import Link, Section, Sheet, Table, Tag, does, shown
from web.pages.shown import stated
from web.pages.visit import actor, services
from web.pages.words import codes

EXEMPTIONS = Text(nb="Fritak", en="Exemptions")
STATUS, FROM, TO = (
    Text(nb="Status", en="Status"),
    Text(nb="Fra", en="From"),
    Text(nb="Til", en="To"),
)
NO_PLANS = Text(
    nb="Ingen leger har utdanningsplan i virksomheten ennå. Lederen åpner planene.",
    en="No doctors have a training plan here yet. The leader opens the plans.",
)
COLOURS = {"in-force": "success", "applied-for": "info", "granted": "info", "expired": "warning"}


def of_establishment(role: Role, organisation: Id) -> str:
    rows = services().exemption_cases.of_establishment(organisation, actor(role, organisation))
    return shown(
        Sheet(
            title=EXEMPTIONS,
            beside=beside(role, organisation),
            sections=[
                Section(
                    title=Text(nb="Fritak i virksomheten", en="Exemptions of the establishment"),
                    table=Table(
                        head=(Text(nb="Fritak", en="Exemption"), STATUS, FROM, TO),
                        rows=[
                            (
                                Link(
                                    codes.word("ExemptionKind", one.kind),
                                    f"/{role}/exemptions/{one.case_id}",
                                ),
                                _status(one.status),
                                one.first_day,
                                one.last_day,
                            )
                            for one in rows
                        ],
                    ),
                    none=Text(nb="Ingen fritak er søkt om.", en="No exemption is applied for."),
                    links=[does(f"establishment.{role}-apply", organisation=organisation)],
                )
            ],
        )
    )


def _status(status: str | None) -> Tag | None:
    return Tag(codes.word("Status", status), COLOURS.get(status, "neutral")) if status else None


def exemption(role: Role, exemption: Id) -> str:
    by = actor(role)
    card = services().exemption_cases.exemption(exemption, by)
    named = {card.supervisor} if card.supervisor else set()
    names = services().people.names(named)
    return shown(
        Sheet(
            title=codes.word("ExemptionKind", card.kind),
            beside=beside(role, card.organisation),
            sections=[
                _stands(role, card, names.get(card.supervisor or Id(""), "")),
                _decisions(card),
                *_falls(role, card, by),
            ],
        )
    )


def _stands(role: Role, card: ExemptionCard, supervisor: str) -> Section:
    acts = {
        "applied-for": ("withdraw",),
        "refused": ("notice",),
    }
    return Section(
        title=Text(nb="Hvor det står", en="Where it stands"),
        facts=[
            (STATUS, _status(card.status)),
            (Text(nb="Søkt", en="Applied for"), card.applied_on),
            *([(FROM, card.first_day)] if card.first_day else []),
            *([(TO, card.last_day)] if card.last_day else []),
            *([(Text(nb="Veileder", en="Supervisor"), supervisor)] if supervisor else []),
            (Text(nb="Leger det gjelder", en="Doctors it is about"), str(len(card.plans))),
        ],
        links=[
            does(f"establishment.{role}-{name}-exemption", exemption=card.exemption)
            for name in acts.get(card.status or "", ())
        ],
    )


def _decisions(card: ExemptionCard) -> Section | None:
    if not card.decisions:
        return None
    return Section(
        title=Text(nb="Vedtak", en="Decisions"),
        table=Table(
            head=(
                Text(nb="Dag", en="Day"),
                TO,
                Text(nb="Står i", en="Stated in"),
                Text(nb="Hjemmel", en="Legal basis"),
            ),
            rows=[
                (one.decided_on, one.last_day, stated(one.stated_in), cite(one.basis))
                for one in card.decisions
            ],
        ),
    )


def _falls(role: Role, card: ExemptionCard, by: Actor) -> Iterator[Section]:
    """Tell what falls in each plan when the exemption ends, before it does."""
    if card.last_day is None or role is not Role.LEADER:
        return
    found: ExemptionPreview = services().exemption_previews.preview(card.exemption, by)
    names = services().people.names({one.doctor for one in found.plans})
    yield Section(
        title=Text(nb="Hva som faller når fritaket løper ut", en="What falls when it ends"),
        says=Text(
            nb=f"Fra {found.falls_from} mangler dette grunnlag, hvis ingenting endres. "
            "Søk om forlengelse, eller oppnevn noen andre, før den dagen.",
            en=f"From {found.falls_from} this lacks its basis, if nothing changes. Apply "
            "for an extension, or appoint somebody else, before that day.",
        ),
        table=Table(
            head=(
                Text(nb="Lege", en="Doctor"),
                Text(nb="Oppnevninger", en="Appointments"),
                Text(nb="Samtaler", en="Sessions"),
                Text(nb="Råd", en="Advice"),
                Text(nb="Avgjorte mål", en="Decided goals"),
                Text(nb="Tjeneste", en="Service"),
            ),
            rows=[
                (
                    Link(names.get(one.doctor, "?"), f"/{role}/{one.plan}"),
                    *_counted(one),
                )
                for one in found.plans
            ],
        ),
        none=Text(nb="Ingenting faller.", en="Nothing falls."),
    )


def _counted(one: PlanFalls) -> tuple[int, ...]:
    falls = one.falls
    return (
        len(falls.appointments),
        len(falls.sessions),
        len(falls.advice),
        len(falls.outcomes),
        len(falls.service),
    )


def plans(path: Path, by: Actor) -> Iterator[Option]:
    """Yield the plans of those who train in the establishment, by the doctor's name."""
    rows = services().establishments.register(path["organisation"], by)
    training = [row for row in rows if row.ended_on is None]
    names = services().people.names({row.doctor for row in training})
    yield from sorted(
        ((row.case_id, names.get(row.doctor, "?")) for row in training),
        key=lambda one: one[1].casefold(),
    )


def _forms(role: Role) -> Iterator[Form]:
    back = partial(_to_exemption, role)
    yield Form(
        name=f"{role}-apply",
        role=role,
        route=route(api.ACTS, "/exemptions"),
        title=Text(nb="Søk om fritak", en="Apply for an exemption"),
        then=Text(
            nb="Helsedirektoratet avgjør. Du ser vedtaket her.",
            en="The Directorate of Health decides. You see the decision here.",
        ),
        back=partial(_to_list, role),
        options={"plans": plans},
        none={"plans": NO_PLANS},
        check=True,
    )
    yield Form(
        name=f"{role}-withdraw-exemption",
        role=role,
        route=route(api.ACTS, "/exemptions/<uuid:exemption>/withdraw"),
        title=Text(nb="Trekk søknaden", en="Withdraw the application"),
        then=Text(nb="Søknaden blir ikke avgjort.", en="The application is not decided."),
        back=back,
        check=True,
        case=EXEMPTION,
    )
    yield Form(
        name=f"{role}-notice-exemption",
        role=role,
        route=route(api.ACTS, "/exemptions/<uuid:exemption>/notice"),
        title=Text(nb="Registrer når avslaget kom fram", en="Enter when the refusal arrived"),
        then=Text(
            nb="Klagefristen regnes fra den dagen.", en="The time to appeal runs from that day."
        ),
        back=back,
        check=True,
        case=EXEMPTION,
    )


def _to_list(role: Role, path: Path) -> str:
    return f"/{role}/establishments/{path['organisation']}/exemptions"


def _to_exemption(role: Role, path: Path) -> str:
    return f"/{role}/exemptions/{path['exemption']}"


def _put(role: Role) -> None:
    pages.add_url_rule(
        f"/{role}/establishments/<uuid:organisation>/exemptions",
        f"{role}-exemptions",
        partial(of_establishment, role),
    )
    pages.add_url_rule(
        f"/{role}/exemptions/<uuid:exemption>", f"{role}-exemption", partial(exemption, role)
    )
    add(pages, *_forms(role))


for _role in HOLDERS:
    _put(_role)
