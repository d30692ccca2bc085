"""Guidance sessions: hours by year against what is required, and each session."""

from __future__ import annotations

from application.access import Act
from application.plans.work_views import SessionLine
from domain.shared.texts import Text
from web.pages.file.shelf import At, beside, page
from web.pages.language import short_day
from web.pages.pictures import hours
from web.pages.sheets import Press, Section, Sheet, Table, Tag
from web.pages.words import codes

GUIDANCE = Text(nb="Veiledning", en="Guidance")
COLOURS = {"finalised": "success", "discarded": "neutral", "draft": "warning"}


@page("/guidance", Act.SEE_HISTORY, GUIDANCE)
def guidance(at: At) -> Sheet:
    account = at.use.accounts.guidance(at.asked, at.by)
    group = at.use.plans.group_guidance(at.asked, at.by)
    return Sheet(
        title=GUIDANCE,
        beside=beside(at),
        sections=[
            Section(
                title=Text(nb="Timer hvert år", en="Hours each year"),
                picture=hours.by_year(account) if account.years else None,
                findings=account.findings,
            ),
            _sessions(at),
            Section(
                title=Text(nb="Gruppeveiledning", en="Group guidance"),
                table=Table(
                    head=(
                        Text(nb="Gruppe", en="Group"),
                        Text(nb="År", en="Year"),
                        Text(nb="Samlinger", en="Gatherings"),
                        Text(nb="Timer", en="Hours"),
                    ),
                    rows=[
                        (
                            one.name,
                            codes.word("GroupYear", one.year),
                            f"{one.gatherings_attended} / {one.gatherings_planned}",
                            one.minutes_attended // 60,
                        )
                        for one in group.years
                    ],
                ),
                none=Text(nb="Ikke med i noen gruppe ennå.", en="In no group yet."),
                findings=group.findings,
            ),
        ],
    )


def _sessions(at: At) -> Section:
    return Section(
        title=Text(nb="Samtaler", en="Sessions"),
        table=Table(
            head=(
                Text(nb="Dag", en="Day"),
                Text(nb="Veileder", en="Supervisor"),
                Text(nb="Minutter", en="Minutes"),
                Text(nb="Læringsmål", en="Learning goals"),
                Text(nb="Status", en="Status"),
                Text(nb="Gjør", en="Do"),
            ),
            rows=at.use.plans.sessions(at.asked, at.by)[::-1],
            each=lambda one: (
                one.held_on,
                at.name(one.supervisor),
                one.duration_minutes,
                ", ".join(one.goals),
                Tag(codes.word("SessionStage", one.stage), COLOURS[one.stage]),
                _acts(at, one),
            ),
        ),
        none=Text(nb="Ingen samtaler er ført ennå.", en="No session is entered yet."),
        links=[at.does("log-session")],
    )


def _acts(at: At, one: SessionLine) -> list[object]:
    day = short_day(one.held_on)
    found: list[object] = []
    if one.has_minutes and at.may(Act.READ_MINUTES):
        read = Text(nb="Les referatet", en="Read the minutes")
        found.append(Press(read, at.to(f"/words/session/{one.session}"), day))
    if one.stage == "draft":
        found += [
            at.does("write-minutes", session=one.session, of=day),
            at.does("finalise-session", session=one.session, of=day) if one.has_minutes else None,
            at.does("discard-session", session=one.session, of=day),
        ]
    if one.has_minutes and one.stage == "finalised":
        found.append(at.does("share-minutes", session=one.session, of=day))
    if one.shared_with:
        found.append(at.does("unshare-minutes", session=one.session, of=day))
    return found
