"""Half-yearly reviews, concerns, panels and new assessments."""

from __future__ import annotations

from application.access import Act
from application.plans.progression import ConcernLine
from application.plans.reassessment_views import ReassessmentLine
from domain.shared.texts import Text
from web.pages.file.shelf import At, beside, page
from web.pages.language import short_day
from web.pages.sheets import Press, Section, Sheet, Table, Tag
from web.pages.words import codes

TALKS = Text(nb="Samtaler og vurdering", en="Reviews and assessment")
READ, DO, DAY = (
    Text(nb="Les", en="Read"),
    Text(nb="Gjør", en="Do"),
    Text(nb="Dag", en="Day"),
)
NONE = Text(nb="Ingen ennå.", en="None yet.")


@page("/reviews", Act.SEE_REASSESSMENTS, TALKS)
def talks(at: At) -> Sheet:
    return Sheet(
        title=TALKS,
        beside=beside(at),
        sections=[
            *((_reviews(at), _concerns(at), _panels(at)) if at.may(Act.SEE_HISTORY) else ()),
            _reassessments(at),
        ],
    )


def _reviews(at: At) -> Section:
    found = at.use.plans.reviews(at.asked, at.by)
    return Section(
        title=Text(nb="Halvårssamtaler", en="Half-yearly reviews"),
        says=Text(
            nb=f"Neste bør holdes innen {found.next_due}.",
            en=f"The next is due by {found.next_due}.",
        ),
        table=Table(
            head=(DAY, Text(nb="Til stede", en="Present"), Text(nb="Teller", en="Counts"), DO),
            rows=[
                (
                    one.held_on,
                    [at.name(two.person) for two in one.present],
                    [two.says for two in one.findings] or Text(nb="ja", en="yes"),
                    Press(READ, at.to(f"/words/review/{one.review}"), short_day(one.held_on))
                    if at.may(Act.READ_REVIEW)
                    else None,
                )
                for one in reversed(found.reviews)
            ],
        ),
        none=NONE,
        findings=found.findings,
        links=[at.does("hold-review"), at.does("evaluate-establishment")],
    )


def _concerns(at: At) -> Section:
    return Section(
        title=Text(nb="Bekymringer", en="Concerns"),
        table=Table(
            head=(
                Text(nb="Meldt av", en="Raised by"),
                DAY,
                Text(nb="Svar innen", en="Answer by"),
                Text(nb="Utfall", en="Outcome"),
                DO,
            ),
            rows=[
                (
                    at.name(one.raised_by),
                    one.raised_on,
                    one.due_on,
                    codes.word("ConcernOutcome", one.outcome) if one.outcome else "",
                    _concern_acts(at, one),
                )
                for one in at.use.plans.concerns(at.asked, at.by)
            ],
        ),
        none=NONE,
        links=[at.does("raise-concern")],
    )


def _concern_acts(at: At, one: ConcernLine) -> list[object]:
    day = short_day(one.raised_on)
    found: list[object] = []
    if at.may(Act.READ_CONCERN):
        found.append(Press(READ, at.to(f"/words/concern/{one.concern}"), day))
    if one.closed_on is None:
        found.append(at.does("agree-on-measures", concern=one.concern, of=day))
        found.append(at.does("close-concern", concern=one.concern, of=day))
    return found


def _panels(at: At) -> Section:
    return Section(
        title=Text(nb="Vurderingskollegier", en="Assessment panels"),
        table=Table(
            head=(
                Text(nb="Møtedag", en="Meets on"),
                Text(nb="Medlemmer", en="Members"),
                Text(nb="Konkludert", en="Concluded"),
                DO,
            ),
            rows=[
                (
                    one.meets_on,
                    [at.name(two.person) for two in one.members],
                    one.concluded_on,
                    [
                        Press(READ, at.to(f"/words/panel/{one.panel}"), short_day(one.meets_on))
                        if one.concluded_on and at.may(Act.READ_PANEL)
                        else None,
                        at.does("conclude-panel", panel=one.panel)
                        if one.concluded_on is None
                        else None,
                    ],
                )
                for one in at.use.plans.panels(at.asked, at.by)
            ],
        ),
        none=NONE,
        links=[at.does("convene-panel")],
    )


def _reassessments(at: At) -> Section:
    return Section(
        title=Text(nb="Nye vurderinger", en="New assessments"),
        says=Text(
            nb="Er et læringsmål ikke oppnådd, kan legen be om ny vurdering av andre.",
            en="Where a goal was not achieved, the doctor may ask others to assess it anew.",
        ),
        table=Table(
            head=(
                Text(nb="Læringsmål", en="Learning goal"),
                Text(nb="Bedt om", en="Requested"),
                Text(nb="Status", en="Status"),
                Text(nb="Finner sted", en="Takes place"),
                Text(nb="Hvem som vurderer", en="Who assesses"),
                Text(nb="Utfall", en="Outcome"),
                DO,
            ),
            rows=[
                (
                    one.goal,
                    one.requested_on,
                    Tag(codes.word("ReassessmentStage", one.stage)),
                    [two for two in (one.takes_place_on, one.place) if two],
                    [at.name(two) for two in one.assessors],
                    codes.word("Reassessed", one.outcome) if one.outcome else "",
                    _reassessment_acts(at, one),
                )
                for one in at.use.plans.reassessments(at.asked, at.by)
            ],
        ),
        none=NONE,
        links=[at.does("request-reassessment")],
    )


def _reassessment_acts(at: At, one: ReassessmentLine) -> list[object]:
    found: list[object] = []
    if one.stage == "assessed" and at.may(Act.READ_REASSESSMENT):
        found.append(Press(READ, at.to(f"/words/reassessment/{one.reassessment}"), one.goal))
    if one.stage in ("requested", "arranged"):
        found.append(at.does("withdraw-reassessment", reassessment=one.reassessment, of=one.goal))
        if one.waits_for_confirmation:
            found.append(at.does("confirm-activities", reassessment=one.reassessment, of=one.goal))
    return found
