"""What the doctor has done: activities, courses, practice visits, service and absences."""

from __future__ import annotations

from application.access import Act
from application.plans.record_views import VisitLine
from application.plans.work_views import ActivityLine, ServiceLine
from domain.shared.texts import Text
from web.pages.file.shelf import At, beside, page
from web.pages.language import short_day
from web.pages.sheets import Link, Press, Section, Sheet, Table, Tag
from web.pages.subject.facts import visited
from web.pages.words import codes

WORK = Text(nb="Aktivitet og tjeneste", en="Activities and service")
DAY, GOALS, STANDS, DO, FROM, TO, KIND = (
    Text(nb="Dag", en="Day"),
    Text(nb="Læringsmål", en="Learning goals"),
    Text(nb="Status", en="Status"),
    Text(nb="Gjør", en="Do"),
    Text(nb="Fra", en="From"),
    Text(nb="Til", en="To"),
    Text(nb="Slag", en="Kind"),
)
COLOURS = {"signed": "success", "submitted": "info", "returned": "warning", "logged": "neutral"}


@page("/work", Act.SEE_PLAN, WORK)
def work(at: At) -> Sheet:
    return Sheet(
        title=WORK,
        beside=beside(at),
        sections=[
            _activities(at),
            _courses(at) if at.may(Act.SEE_HISTORY) else None,
            _visits(at) if at.may(Act.SEE_VISITS) else None,
            _service(at),
            _absences(at) if at.may(Act.SEE_ABSENCES) else None,
        ],
    )


def _activities(at: At) -> Section:
    return Section(
        title=Text(nb="Læringsaktiviteter", en="Learning activities"),
        table=Table(
            head=(DAY, KIND, GOALS, STANDS, DO),
            rows=at.use.plans.activities(at.asked, at.by)[::-1],
            each=lambda one: (
                one.done_on,
                codes.word("ActivityKind", one.kind),
                ", ".join(one.goals),
                Tag(codes.word("ActivityStage", one.stage), COLOURS[one.stage]),
                _activity_acts(at, one),
            ),
        ),
        none=Text(nb="Ingen ennå.", en="None yet."),
        links=[at.does("log-activity")],
    )


def _activity_acts(at: At, one: ActivityLine) -> list[object]:
    found: list[object] = []
    day = short_day(one.done_on)
    if at.may(Act.READ_ACTIVITY):
        read = Text(nb="Les beskrivelsen", en="Read the description")
        found.append(Press(read, at.to(f"/words/activity/{one.activity}"), day))
    if one.stage in ("logged", "returned"):
        found.append(at.does("submit-activity", activity=one.activity, of=day))
    if one.stage == "submitted" and one.sent_to == at.by.person:
        found.append(at.does("sign-activity", activity=one.activity, of=day))
        found.append(at.does("return-activity", activity=one.activity, of=day))
    return found


def _courses(at: At) -> Section:
    return Section(
        title=Text(nb="Kurs", en="Courses"),
        table=Table(
            head=(Text(nb="Kurs", en="Course"), FROM, TO, GOALS, STANDS),
            rows=[
                (
                    one.title,
                    one.first_day,
                    one.last_day,
                    ", ".join(one.goals),
                    Tag(Text(nb="Kursbevis", en="Certificate"), "success")
                    if one.certificate
                    else [
                        Tag(Text(nb="Mangler kursbevis", en="No certificate yet"), "warning"),
                        at.does("certify-course", course=one.course, of=one.title),
                    ],
                )
                for one in at.use.plans.courses(at.asked, at.by)
            ],
        ),
        none=Text(nb="Ingen ennå.", en="None yet."),
        links=[at.does("enter-course")],
    )


def _visits(at: At) -> Section:
    return Section(
        title=Text(nb="Praksisbesøk", en="Practice visits"),
        table=Table(
            head=(
                Text(nb="Dager", en="Days"),
                Text(nb="Hvem besøkte hvem", en="Who visited whom"),
                Text(nb="Sted", en="Place"),
                STANDS,
                DO,
            ),
            rows=[
                (
                    one.days,
                    visited(one.direction, at.role),
                    codes.word("VisitSetting", one.setting),
                    _confirmed(one),
                    [
                        at.does("document-visit", visit=one.visit, of=short_day(one.days[0]))
                        if one.shown_on is None
                        else None
                    ],
                )
                for one in at.use.plans.visits(at.asked, at.by)
            ],
        ),
        none=Text(nb="Ingen ennå.", en="None yet."),
        links=[at.does("enter-visit")],
    )


def _confirmed(one: VisitLine) -> Tag:
    if one.shown_on:
        return Tag(Text(nb="Bekreftet", en="Confirmed"), "success")
    return Tag(Text(nb="Ikke bekreftet", en="Not confirmed"), "warning")


def _service(at: At) -> Section:
    return Section(
        title=Text(nb="Tjeneste", en="Service"),
        table=Table(
            head=(
                Text(nb="Arbeidsgiver", en="Employer"),
                KIND,
                FROM,
                TO,
                Text(nb="Prosent", en="Per cent"),
                STANDS,
                DO,
            ),
            rows=[
                (
                    one.employer,
                    codes.word("ServiceKind", one.kind),
                    one.first_day,
                    one.last_day,
                    one.percentage,
                    Tag(Text(nb="Bekreftet", en="Confirmed"), "success")
                    if one.confirmed_on
                    else Tag(Text(nb="Ikke bekreftet", en="Not confirmed"), "warning"),
                    [
                        _service_act(at, one),
                        *(
                            Press(
                                Text(nb="Åpne brevet", en="Open the letter"),
                                at.to(f"/service-letters/{letter}"),
                                one.employer,
                            )
                            for letter in one.letters
                        ),
                    ],
                )
                for one in at.use.plans.service(at.asked, at.by)
            ],
        ),
        none=Text(nb="Ingen ennå.", en="None yet."),
        links=[at.does("enter-service")],
    )


def _service_act(at: At, one: ServiceLine) -> Link | None:
    """Return what can be done: service is confirmed from its last day."""
    if one.confirmed_on:
        return at.does("certify-service", period=one.period, of=one.employer)
    if at.use.clock.today() < one.last_day:
        return None
    return at.does("confirm-service", period=one.period, of=one.employer)


def _absences(at: At) -> Section:
    return Section(
        title=Text(nb="Fravær", en="Absences"),
        table=Table(
            head=(FROM, TO, Text(nb="Prosent", en="Per cent"), KIND, DO),
            rows=[
                (
                    one.first_day,
                    one.last_day,
                    one.percentage,
                    codes.word("AbsenceKind", one.kind) if one.kind else "",
                    Tag(Text(nb="Trukket", en="Withdrawn"))
                    if one.withdrawn_on
                    else at.does(
                        "withdraw-absence", absence=one.absence, of=short_day(one.first_day)
                    ),
                )
                for one in at.use.plans.absences(at.asked, at.by)
            ],
        ),
        none=Text(nb="Ingen ennå.", en="None yet."),
        links=[at.does("enter-absence")],
    )
