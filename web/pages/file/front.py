"""Where a doctor stands: bars with the law behind each, what is missing, and who is around."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import islice, takewhile

from application.access import Act
from application.actors import Role
from application.plans.accounts.guidance import GuidanceView
from application.plans.accounts.service import ServiceView
from application.plans.group_views import GroupAccount
from application.plans.sentences import told_in
from application.plans.views import PlanCard
from application.role_names import ROLES
from domain.shared.texts import Text
from web.pages.bars import Bar
from web.pages.file.shelf import At, beside, page
from web.pages.pictures import goals, rotations
from web.pages.sheets import Link, Section, Sheet, Table
from web.pages.words import codes

HOURS, MONTHS, GOALS = (
    Text(nb="timer", en="hours"),
    Text(nb="måneder", en="months"),
    Text(nb="mål", en="goals"),
)
MINUTES = Decimal(60)
LATELY, MOST = timedelta(days=14), 10
STANDS = Text(nb="Hvor står jeg", en="Where I stand")
THEY_STAND = Text(nb="Hvor legen står", en="Where the doctor stands")


@page("", Act.SEE_PLAN, Text(nb="Oversikt", en="Overview"))
def front(at: At) -> Sheet:
    own = at.role is Role.DOCTOR
    return Sheet(
        title=STANDS if own else Text(nb=at.name(at.card.doctor), en=at.name(at.card.doctor)),
        lead=None if own else THEY_STAND,
        beside=beside(at),
        sections=[_news(at) if own else None, *_accounts(at), _around(at), _represented(at)],
    )


def _news(at: At) -> Section | None:
    """Return what others recorded lately, the latest first, or None where nothing was."""
    history = at.use.plans.history(at.asked, at.by)
    since = at.use.clock.now() - LATELY
    late = takewhile(lambda one: one.recorded_at and one.recorded_at >= since, reversed(history))
    others = (one for one in late if one.recorded_by != at.by.person)
    found = list(islice(others, MOST))
    if not found:
        return None
    return Section(
        title=Text(
            nb=f"Nytt fra andre de siste {LATELY.days} dagene",
            en=f"New from others in the last {LATELY.days} days",
        ),
        table=Table(
            head=(Text(nb="Ført", en="Recorded"), Text(nb="Hva", en="What")),
            rows=[(one.recorded_at, told_in(history, one)) for one in found],
        ),
        links=[Link(Text(nb="Hele historien", en="The whole history"), at.to("/history"))],
    )


def _accounts(at: At) -> Iterator[Section]:
    card = at.card
    bars = list(_goal_bars(card))
    findings = []
    if at.may(Act.SEE_HISTORY):
        guidance = at.use.accounts.guidance(at.asked, at.by)
        service = at.use.accounts.service(at.asked, at.by)
        group = at.use.plans.group_guidance(at.asked, at.by)
        bars += [*_guidance_bars(guidance), *_service_bars(service), *_group_bars(group)]
        findings = [*guidance.findings, *service.findings, *group.findings]
    yield Section(
        title=Text(nb="Krav og hva som er gjort", en="What is required, and what is done"),
        bars=bars,
        findings=findings,
        links=[at.does("log-session"), at.does("log-activity")],
    )
    if at.may(Act.SEE_HISTORY):
        yield Section(
            title=Text(nb="Læringsmål over tid", en="Learning goals over time"),
            picture=goals.over_time(at),
        )
        if card.plan_version:
            yield Section(
                title=Text(nb="Planen etter perioder", en="The plan by rotation"),
                picture=rotations.timeline(at),
            )
    if at.may(Act.SEE_HISTORY):
        yield _readiness(at)


def _readiness(at: At) -> Section:
    found = at.use.accounts.readiness(at.asked, at.by)
    day = found.earliest
    if found.ready:
        says = Text(nb="Ingenting mangler for å søke.", en="Nothing is missing to apply.")
    elif day:
        says = Text(
            nb=f"Det kan tidligst være på plass {day}.",
            en=f"It can be in place on {day} at the earliest.",
        )
    else:
        says = Text(
            nb="Når det kan være på plass, avhenger av hva som avgjøres.",
            en="When it can be in place depends on what is decided.",
        )
    return Section(
        title=Text(nb="Til spesialistgodkjenning", en="Towards specialist approval"),
        says=says,
        findings=[gap.finding for gap in found.missing],
        links=[at.does("apply-for-approval")],
    )


def _around(at: At) -> Section:
    return Section(
        title=Text(nb="De rundt legen", en="Those around the doctor"),
        table=Table(
            head=(
                Text(nb="Navn", en="Name"),
                Text(nb="Oppgave", en="Capacity"),
                Text(nb="Fagområde", en="Field"),
                Text(nb="Fra", en="From"),
                Text(nb="Til", en="To"),
            ),
            rows=[
                (
                    at.name(one.person),
                    ROLES[Role(one.capacity)],
                    one.competence_area or "",
                    one.first_day,
                    one.last_day,
                )
                for one in at.card.appointed
            ],
        ),
        none=Text(nb="Ingen er oppnevnt ennå.", en="Nobody is appointed yet."),
        links=[
            at.does("appoint-supervisor"),
            at.does("appoint-clinical-supervisor"),
            at.does("invite"),
        ],
    )


def _represented(at: At) -> Section | None:
    """Tell the doctor whom they have let act for them; others are not told of it here."""
    if at.role is not Role.DOCTOR:
        return None
    today = at.use.clock.today()
    return Section(
        title=Text(nb="Fullmakter", en="Powers of attorney"),
        table=Table(
            head=(
                Text(nb="Navn", en="Name"),
                Text(nb="Gjelder", en="Covers"),
                Text(nb="Fra", en="From"),
                Text(nb="Til", en="To"),
                Text(nb="Gjør", en="Do"),
            ),
            rows=[
                (
                    at.name(one.person),
                    codes.word("Scope", one.scope),
                    one.first_day,
                    one.last_day,
                    at.does("revoke-representative", person=one.person, of=at.name(one.person))
                    if one.last_day is None or one.last_day >= today
                    else None,
                )
                for one in at.use.plans.representatives(at.asked, at.by)
            ],
        ),
        none=Text(nb="Ingen har fullmakt.", en="Nobody has power of attorney."),
        links=[at.does("authorise-representative")],
    )


def _goal_bars(card: PlanCard) -> Iterator[Bar]:
    yield Bar(
        says=Text(nb="Læringsmål godkjent", en="Learning goals approved"),
        had=Decimal(card.goals_approved),
        of=Decimal(card.goals_in_force),
        unit=GOALS,
    )


def _guidance_bars(found: GuidanceView) -> Iterator[Bar]:
    for year in found.years[-2:]:
        yield Bar(
            says=Text(nb=f"Individuell veiledning {year.year}", en=f"Guidance in {year.year}"),
            had=year.held,
            of=year.owed,
            unit=HOURS,
            basis=tuple(dict.fromkeys(month.citation for month in year.months))[:1],
            confidence=max((month.confidence for month in year.months), default="A"),
        )


def _service_bars(found: ServiceView) -> Iterator[Bar]:
    yield Bar(
        says=Text(nb="Tjeneste", en="Service"),
        had=found.credited,
        of=found.needed,
        unit=MONTHS,
        basis=found.basis[:1],
    )
    yield Bar(
        says=Text(nb="Åpen uselektert allmennpraksis", en="Open unselected general practice"),
        had=found.open_practice,
        of=found.open_practice_needed,
        unit=MONTHS,
        basis=found.basis[:1],
    )


def _group_bars(found: GroupAccount) -> Iterator[Bar]:
    for year in found.years:
        yield Bar(
            says=Text(
                nb=f"Gruppeveiledning, {codes.word('GroupYear', year.year).nb.lower()}",
                en=f"Group guidance, {codes.word('GroupYear', year.year).en.lower()}",
            ),
            had=Decimal(year.minutes_attended) / MINUTES,
            of=Decimal(year.hours_recommended),
            unit=HOURS,
            basis=(year.citation,),
        )
