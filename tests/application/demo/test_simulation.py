"""The demo does what the product does, and knows nothing before it was recorded."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

import pytest

from application.actors import Role
from application.demo import simulation
from application.demo.people import person_id
from application.demo.world import NEW_LEADER_FROM, World, at_eight, make_world
from application.groups.views import group_card
from application.organisations.municipality_file.file import aasnes
from domain.catalogue.catalogue import CATALOGUE
from domain.exemptions.exemption import Exemption
from domain.law.book import IN_FORCE
from domain.law.remedies import DecisionKind
from domain.organisations.facts import OfficerAppointed, OfficerReleased
from domain.organisations.organisation import Organisation
from domain.plans.goals import GoalApproved, GoalNotAchieved, GoalReturned
from domain.plans.plan import TrainingPlan
from domain.plans.rules.exemption_falls import falls
from domain.plans.rules.without_basis import without_basis
from domain.shared.days import OSLO
from domain.shared.facts import Recorded, Seen, tag_of
from domain.shared.ids import Id, parsed_id
from tests.support.plans import ORGANISATION

UNTIL = datetime(2026, 1, 1, tzinfo=OSLO)
DECIDED = (GoalApproved, GoalNotAchieved, GoalReturned)


class PlainScribe:
    """Seals nothing and hashes nothing."""

    def sealed(self, recorded: Recorded, subject: Id | None) -> Recorded:  # noqa: ARG002
        return recorded

    def kept(self, content: bytes, *, subject: Id, context: str) -> str:  # noqa: ARG002
        return "ab" * 32

    def seen(self, recorded: Recorded) -> Seen:
        return Seen(case=recorded.case_id, version=recorded.version, sha256="")


@pytest.fixture(scope="module")
def world() -> World:
    return make_world(aasnes(), CATALOGUE, PlainScribe())


def test_the_new_leader_is_known_of_in_the_summer_of_2023(world: World) -> None:
    new, old = person_id("leder-2"), person_id("leder-1")
    before, after = datetime(2023, 6, 30, 12, tzinfo=OSLO), datetime(2023, 8, 1, 12, tzinfo=OSLO)
    assert new not in world.setting(set(), before).leaders
    assert world.setting(set(), before).leader_on(old, date(2030, 1, 1))
    assert world.setting(set(), after).leader_on(new, NEW_LEADER_FROM)
    assert not world.setting(set(), after).leader_on(old, NEW_LEADER_FROM)
    assert (world.leader(before), world.leader(after)) == (old, new)
    assert world.leader(datetime(2023, 7, 20, 12, tzinfo=OSLO)) == person_id("stedfortreder")


def test_an_office_is_recorded_near_its_own_day(world: World) -> None:
    for recorded in world.organisation.recorded:
        assert recorded.recorded_at is not None
        match recorded.fact:
            case OfficerAppointed(first_day=day) | OfficerReleased(last_day=day):
                assert abs((day - recorded.recorded_at.date()).days) < 60


def test_books_are_in_the_order_of_time(world: World) -> None:
    for book in world.books():
        instants = [recorded.recorded_at for recorded in book.recorded if recorded.recorded_at]
        assert instants == sorted(instants)
        assert len(instants) == book.case.version


def test_a_case_is_known_as_its_facts_by_an_instant_leave_it(world: World) -> None:
    first = date(2019, 3, 1)
    early = world.organisation.known_at(at_eight(first))
    assert isinstance(early, Organisation)
    assert early.version == world.organisation.case.version - 2
    assert world.organisation.known_at(at_eight(first)) is early
    nothing_yet = datetime(2019, 1, 1, tzinfo=OSLO)
    assert world.organisation.known_at(nothing_yet).version == 0
    assert world.organisation.last_seen(nothing_yet) == ()
    assert world.setting(set(), nothing_yet).leant_on == ()


def test_lives_are_lived_within_the_rules_by_those_in_office(world: World) -> None:
    decided = 0
    for book in simulation.careers(world, range(1, 9), until=UNTIL):
        assert isinstance(book.case, TrainingPlan)
        for recorded in book.recorded:
            assert recorded.recorded_at is not None
            assert recorded.recorded_at <= UNTIL
            if recorded.acting_as == Role.LEADER:
                by, day = parsed_id(recorded.recorded_by), recorded.recorded_at.date()
                assert world.setting(set(), recorded.recorded_at).leader_on(by, day)
            decided += isinstance(recorded.fact, DECIDED)
    assert decided > 100


def test_groups_and_plans_tell_the_same_of_attendance_and_diplomas() -> None:
    around = make_world(aasnes(), CATALOGUE, PlainScribe())
    plans = {
        book.case.doctor: book.case
        for book in simulation.careers(around, range(1, 13), until=UNTIL)
    }
    groups = [group.tell().case for group in around.groups.values()]
    cards = [group_card(ORGANISATION, case) for case in groups if case.formed]
    attended: Counter[Id] = Counter()
    for member in (member for card in cards for member in card.members):
        attended[member.doctor] += member.minutes
    assert sum(attended.values()) > 12 * 3600
    assert attended == Counter({doctor: plan.groups.minutes for doctor, plan in plans.items()})
    diplomas = {doctor for group in groups for doctor in group.diplomas}
    assert diplomas == {doctor for doctor, plan in plans.items() if plan.groups.diploma}
    assert len(diplomas) > 4


def test_books_of_groups_are_told_once_and_in_the_order_of_time() -> None:
    around = make_world(aasnes(), CATALOGUE, PlainScribe())
    list(simulation.careers(around, range(1, 13), until=UNTIL))
    for group in around.groups.values():
        instants = [one.recorded_at for one in group.tell().recorded if one.recorded_at]
        assert instants == sorted(instants)
        assert len(instants) == len(group.tell().recorded)


def test_doctors_take_courses_and_make_visits_that_others_confirm() -> None:
    around = make_world(aasnes(), CATALOGUE, PlainScribe())
    (book,) = simulation.careers(around, [1], until=UNTIL)
    courses, visits = book.case.courses.by_id.values(), book.case.visits.by_id.values()
    assert any(course.certified for course in courses)
    assert all(visit.shown for visit in visits)
    by = {recorded.acting_as for recorded in book.recorded}
    assert {Role.COLLEAGUE, Role.GROUP_ORGANISER} <= by


def test_a_life_has_its_comments_and_a_file(world: World) -> None:
    (book,) = simulation.careers(world, [1], until=UNTIL)
    (file,) = book.case.files.by_id.values()
    assert file.attached.about == book.case_id
    kinds = {comment.added.about_kind for comment in book.case.comments.by_id.values()}
    assert kinds == {"plan", "session"}


def test_those_who_trained_elsewhere_brought_it_in_with_its_source(world: World) -> None:
    brought = {
        number: [recorded for recorded in book.recorded if recorded.source.startswith("import:")]
        for number, book in enumerate(simulation.careers(world, range(1, 6), until=UNTIL), start=1)
    }
    assert [number for number, found in brought.items() if found] == [1, 5]
    tags = [tag_of(recorded.fact) for recorded in brought[1]]
    assert tags == [
        "plan.service-entered",
        "plan.service-confirmed",
        "plan.goal-carried-over",
        "plan.goal-carried-over",
    ]


def test_trainings_are_evaluated_go_over_to_new_goals_and_end(world: World) -> None:
    until = datetime(2026, 11, 20, 12, tzinfo=OSLO)
    plans = [book.case for book in simulation.careers(world, range(1, 37), until=until)]
    assert all(plan.evaluations.all for plan in plans if plan.opened.starts_on.year < 2025)
    changed = [plan for plan in plans if plan.common_goals.changed]
    assert 0 < len(changed) < len(plans)
    assert any(held.stage == "sent" for p in plans for held in p.invitations.by_id.values())
    ended = [plan for plan in plans if plan.path.stage == "completed"]
    assert ended
    assert all(plan.path.stops_on and plan.path.stops_on < until.date() for plan in ended)


def test_some_are_away_all_are_reviewed_and_what_was_refused_is_assessed_anew() -> None:
    around = make_world(aasnes(), CATALOGUE, PlainScribe())
    plans = [book.case for book in simulation.careers(around, range(1, 13), until=UNTIL)]
    assert any(plan.absences.by_id for plan in plans)
    assert all(plan.reviews.by_id for plan in plans)
    held = [one for plan in plans for one in plan.reviews.by_id.values()]
    assert len(held) / 2 < sum(one.fulfils for one in held) < len(held)
    assert any(found.closed for plan in plans for found in plan.progression.by_id.values())
    assert any(found.concluded for plan in plans for found in plan.panels.by_id.values())
    anew = [one for plan in plans for one in plan.reassessments.by_id.values()]
    assert any(one.outcome and one.outcome.achieved for one in anew)


def test_one_doctor_is_supervised_by_exemption_which_ends_some_time_ahead() -> None:
    until = datetime(2026, 11, 20, 12, tzinfo=OSLO)
    around = make_world(aasnes(), CATALOGUE, PlainScribe())
    plans = {
        book.case_id: book.case for book in simulation.careers(around, range(1, 7), until=until)
    }
    (exemption,) = (book.case for book in around.exemptions.values() if not book.case.taken_up)
    assert isinstance(exemption, Exemption)
    granted = exemption.be_granted()
    plan = plans[granted.plans[0]]
    supervisor = person_id("veileder-med-fritak")
    assert plan.roles.supervisor_on(until.date()) == supervisor
    assert [span.last_day for span in plan.exemptions.of_supervisor(supervisor)] == [
        exemption.last_day
    ]
    assert 30 < (exemption.last_day - until.date()).days < 420
    setting = around.setting({supervisor}, until)
    assert not setting.specialist_on(supervisor, until.date())
    assert without_basis(plan, setting, IN_FORCE).minutes == 0
    (told,) = plan.exemptions.by_id
    fallen = falls(plan, setting, IN_FORCE, told, granted.first_day)
    assert fallen.minutes > 600


def test_nobody_elses_name_depends_on_who_is_exempted() -> None:
    with_them, without = (make_world(aasnes(), CATALOGUE, PlainScribe()) for _ in range(2))
    with_them.person("veileder-med-fritak")
    for around in (with_them, without):
        around.person("lege-1")
    assert with_them.people["lege-1"] == without.people["lege-1"]


@pytest.mark.parametrize("until", [datetime(2027, 6, 1, tzinfo=OSLO), UNTIL], ids=["2027", "2026"])
def test_an_approval_is_refused_appealed_and_granted_by_the_board(until: datetime) -> None:
    """Also as the demo will be on a later day."""
    around = make_world(aasnes(), CATALOGUE, PlainScribe())
    plans = {book.case_id: book for book in simulation.careers(around, range(40), until=until)}
    decided = {
        proceeding: book.case
        for proceeding, book in around.proceedings.items()
        if book.case.decided and book.case.kind is DecisionKind.SPECIALIST_APPROVAL
    }
    assert decided
    verdicts: set[str] = set()
    for proceeding, case in decided.items():
        assert case.decided
        assert case.opened
        assert case.opened.plan
        assert case.decided.findings
        told = plans[case.opened.plan].case.decisions.by_id[proceeding]
        first = case.rulings.first
        assert first
        assert first.notice.last_day
        assert told.last_day == first.notice.last_day
        for appeal in case.appeals.by_id.values():
            days_late = (appeal.filed.received_on - first.notice.last_day).days
            assert appeal.filed.verdict == {0: "in-time", 1: "late"}[days_late]
            verdicts.add(appeal.filed.verdict)
    assert verdicts == {"in-time", "late"}
    stages = {one.stage for case in decided.values() for one in case.appeals.by_id.values()}
    assert "decided" in stages
