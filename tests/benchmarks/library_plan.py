"""A training plan as a user of the library writes it, with ``@event``."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from eventsourcing.domain import event

from tests.benchmarks import library_clock_events as clock
from tests.benchmarks import library_meetings as meetings
from tests.benchmarks import library_records as records
from tests.benchmarks import library_way as way
from tests.benchmarks.library_events import PlanEvents
from tests.benchmarks.library_meetings import MeetingEvents
from tests.benchmarks.library_records import RecordEvents


class LibraryPlan(MeetingEvents):
    """The same state as ours: what stands where, and by which facts."""

    @event(PlanEvents.PlanOpened)
    def __init__(self, doctor: UUID, organisation: UUID, starts_on: date) -> None:
        self.doctor = doctor
        self.organisation = organisation
        self.starts_on = starts_on
        self.arenas: list[str] = []
        self.appointments: list[dict[str, Any]] = []
        self.sessions: dict[UUID, dict[str, Any]] = {}
        self.activities: dict[UUID, dict[str, Any]] = {}
        self.goals: dict[str, dict[str, Any]] = {}
        self.courses: dict[UUID, dict[str, Any]] = {}
        self.visits: dict[UUID, dict[str, Any]] = {}
        self.groups: list[dict[str, Any]] = []
        self.diploma: str | None = None
        self.service: dict[UUID, dict[str, Any]] = {}
        self.absences: dict[UUID, dict[str, Any]] = {}
        self.anew: dict[UUID, dict[str, Any]] = {}
        self.meetings: dict[UUID, dict[str, Any]] = {}
        self.corrected: dict[int, str] = {}
        self.same: dict[UUID, UUID] = {}
        self.documents: dict[UUID, dict[str, Any]] = {}
        self.versions: dict[int, dict[str, Any]] = {}
        self.agreements: list[dict[str, Any]] = []
        self.employment_model = ""
        self.invitations: dict[UUID, dict[str, Any]] = {}
        self.way: dict[str, Any] = {"stage": "running"}
        self.common_goals: dict[str, Any] = {}
        self.evaluations: list[list[dict[str, Any]]] = []
        self.representatives: dict[UUID, list[str]] = {}
        self.begun_before: date | None = None
        self.lapsed: list[tuple[str, str, date]] = []
        self.reminded: list[tuple[str, str, date, int]] = []
        self.exemptions: dict[UUID, tuple[date, date]] = {}
        self.decisions: dict[UUID, tuple[str, date | None]] = {}
        self.withdrawn_applications: dict[UUID, date] = {}
        self.appeals: dict[UUID, UUID] = {}

    @event(PlanEvents.ArenasPlanned)
    def _plan_arenas(self, arenas: list[str]) -> None:
        self.arenas = arenas

    @event(PlanEvents.SupervisorAppointed)
    def _appoint(self, person: UUID, first_day: date, last_day: date | None) -> None:
        self.appointments.append({"person": person, "from": first_day, "to": last_day})

    @event(PlanEvents.ClinicalSupervisorAppointed)
    def _appoint_clinical(
        self, person: UUID, competence_area: str, first_day: date, last_day: date | None
    ) -> None:
        self.appointments.append(
            {"person": person, "area": competence_area, "from": first_day, "to": last_day}
        )

    @event(PlanEvents.SupervisorReleased)
    def _release(self, person: UUID, last_day: date) -> None:
        self._end(person, last_day)

    @event(PlanEvents.ClinicalSupervisorReleased)
    def _release_clinical(self, person: UUID, last_day: date) -> None:
        self._end(person, last_day)

    def _end(self, person: UUID, last_day: date) -> None:
        for held in self.appointments:
            if held["person"] == person:
                held["to"] = last_day

    @event(PlanEvents.SessionDrafted)
    def _draft(
        self,
        session: UUID,
        supervisor: UUID,
        held_on: date,
        duration_minutes: int,
        goals: list[str],
    ) -> None:
        self.sessions[session] = {
            "stage": "draft",
            "supervisor": supervisor,
            "held_on": held_on,
            "minutes": duration_minutes,
            "goals": goals,
        }

    @event(PlanEvents.SessionMinuted)
    def _minute(self, session: UUID, minutes: str, written_by: UUID, written_on: date) -> None:
        self.sessions[session].update(text=minutes, by=written_by, on=written_on)

    @event(PlanEvents.SessionFinalised)
    def _finalise(self, session: UUID) -> None:
        self.sessions[session]["stage"] = "finalised"

    @event(PlanEvents.SessionDiscarded)
    def _discard(self, session: UUID) -> None:
        self.sessions[session]["stage"] = "discarded"

    @event(PlanEvents.ActivityLogged)
    def _log(
        self,
        *,
        activity: UUID,
        kind: str,
        presence: str,
        done_on: date,
        arena: str | None,
        goals: list[str],
        description: str | None,
    ) -> None:
        self.activities[activity] = {
            "stage": "logged",
            "kind": kind,
            "presence": presence,
            "done_on": done_on,
            "arena": arena,
            "goals": goals,
            "description": description,
        }

    @event(PlanEvents.ActivitySubmitted)
    def _submit(self, activity: UUID, to: UUID, submitted_on: date) -> None:
        self.activities[activity].update(stage="submitted", to=to, on=submitted_on)

    @event(PlanEvents.ActivitySigned)
    def _sign(
        self, activity: UUID, signed_by: UUID, capacity: str, channel: str, signed_on: date
    ) -> None:
        self.activities[activity].update(
            stage="signed", by=signed_by, capacity=capacity, channel=channel, signed_on=signed_on
        )

    @event(PlanEvents.ActivityReturned)
    def _return(self, activity: UUID, returned_by: UUID, comment: str) -> None:
        self.activities[activity].update(stage="returned", by=returned_by, comment=comment)

    @event(PlanEvents.GoalSubmitted)
    def _submit_goal(self, goal: str, consulted: UUID, submitted_on: date) -> None:
        found = self.goals.setdefault(goal, {"advice": []})
        found.update(stage="submitted", consulted=consulted, on=submitted_on)

    @event(PlanEvents.GoalRecalled)
    def _recall(self, goal: str) -> None:
        self.goals[goal]["stage"] = "open"

    @event(PlanEvents.GoalRecommended)
    def _recommend(
        self, goal: str, given_by: UUID, capacity: str, advice: str, given_on: date
    ) -> None:
        found = self.goals.setdefault(goal, {"advice": []})
        found["advice"].append(
            {"by": given_by, "capacity": capacity, "advice": advice, "on": given_on}
        )

    @event(PlanEvents.GoalApproved)
    def _approve(
        self,
        *,
        goal: str,
        approved_by: UUID,
        approved_on: date,
        statement: str,
        heard: list[dict[str, Any]],
        evidence: list[dict[str, Any]],
    ) -> None:
        self.goals[goal].update(
            stage="approved",
            by=approved_by,
            on=approved_on,
            statement=statement,
            heard=heard,
            evidence=evidence,
        )

    @event(PlanEvents.GoalNotAchieved)
    def _deny(
        self,
        *,
        goal: str,
        decided_by: UUID,
        decided_on: date,
        reasons: str,
        heard: list[dict[str, Any]],
        evidence: list[dict[str, Any]],
    ) -> None:
        self.goals[goal].update(
            stage="not-achieved",
            by=decided_by,
            on=decided_on,
            reasons=reasons,
            heard=heard,
            evidence=evidence,
        )

    @event(PlanEvents.GoalCarriedOver)
    def _carry_over(self, goal: str, approved_on: date, stated_in: str) -> None:
        found = self.goals.setdefault(goal, {"advice": []})
        found.update(stage="approved", on=approved_on, stated_in=stated_in)

    @event(PlanEvents.PlanPersonMerged)
    def _merge(self, double: UUID, into: UUID) -> None:
        self.same[double] = into

    @event(PlanEvents.CommentAdded)
    def _comment(self, comment: UUID, about_kind: str, about: str, text: str) -> None:
        self.documents[comment] = {"kind": about_kind, "about": about, "text": text}

    @event(PlanEvents.FileAttached)
    def _attach(self, file: UUID, about_kind: str, about: str, sha256: str) -> None:
        self.documents[file] = {"kind": about_kind, "about": about, "sha256": sha256}

    @event(PlanEvents.FileWithdrawn)
    def _withdraw_file(self, file: UUID, reason: str) -> None:
        self.documents[file]["withdrawn"] = reason

    @event(PlanEvents.MinutesShared)
    def _share(self, session: UUID, person: UUID) -> None:
        self.sessions[session].setdefault("readers", set()).add(person)

    @event(PlanEvents.MinutesUnshared)
    def _unshare(self, session: UUID, person: UUID) -> None:
        self.sessions[session]["readers"].discard(person)

    @event(PlanEvents.FactCorrected)
    def _correct(self, corrects: int, reason: str) -> None:
        self.corrected[corrects] = reason

    @event(PlanEvents.GoalReturned)
    def _return_goal(self, goal: str, returned_by: UUID, comment: str) -> None:
        self.goals[goal].update(stage="returned", by=returned_by, comment=comment)

    _enter_course = event(RecordEvents.CourseEntered)(records.enter_course)
    _certify_course = event(RecordEvents.CourseCertified)(records.certify_course)
    _enter_visit = event(RecordEvents.VisitEntered)(records.enter_visit)
    _confirm_visit = event(RecordEvents.VisitConfirmed)(records.confirm_visit)
    _document_visit = event(RecordEvents.VisitDocumented)(records.document_visit)
    _join = event(RecordEvents.GroupJoined)(records.join)
    _attend = event(RecordEvents.GatheringAttended)(records.attend)
    _leave = event(RecordEvents.GroupLeft)(records.leave)
    _receive = event(RecordEvents.DiplomaReceived)(records.receive)
    _enter_service = event(RecordEvents.ServiceEntered)(records.enter_service)
    _confirm_service = event(RecordEvents.ServiceConfirmed)(records.confirm_service)
    _certify_service = event(RecordEvents.ServiceCertified)(records.certify_service)
    _enter_absence = event(MeetingEvents.AbsenceEntered)(meetings.enter_absence)
    _withdraw_absence = event(MeetingEvents.AbsenceWithdrawn)(meetings.withdraw_absence)
    _request_anew = event(MeetingEvents.NewAssessmentRequested)(meetings.request_anew)
    _withdraw_anew = event(MeetingEvents.NewAssessmentWithdrawn)(meetings.withdraw_anew)
    _confirm_since = event(MeetingEvents.ActivitiesSinceConfirmed)(meetings.confirm_since)
    _arrange_anew = event(MeetingEvents.NewAssessmentArranged)(meetings.arrange_anew)
    _reassess = event(MeetingEvents.GoalReassessed)(meetings.reassess)
    _hold_review = event(MeetingEvents.ReviewHeld)(meetings.hold_review)
    _raise_concern = event(MeetingEvents.ConcernRaised)(meetings.raise_concern)
    _agree_measures = event(MeetingEvents.MeasuresAgreed)(meetings.agree_measures)
    _close_concern = event(MeetingEvents.ConcernClosed)(meetings.close_concern)
    _convene_panel = event(MeetingEvents.PanelConvened)(meetings.convene_panel)
    _conclude_panel = event(MeetingEvents.PanelConcluded)(meetings.conclude_panel)
    _authorise = event(RecordEvents.RepresentativeAuthorised)(way.authorise)
    _revoke = event(RecordEvents.RepresentativeRevoked)(way.revoke)
    _propose = event(RecordEvents.PlanVersionProposed)(way.propose)
    _agree = event(RecordEvents.PlanVersionAgreed)(way.agree)
    _sign_agreement = event(RecordEvents.AlisAgreementSigned)(way.sign_agreement)
    _change_employment = event(RecordEvents.EmploymentChanged)(way.change_employment)
    _invite = event(RecordEvents.InvitationSent)(way.invite)
    _accept = event(RecordEvents.InvitationAccepted)(way.accept)
    _decline = event(RecordEvents.InvitationDeclined)(way.decline)
    _withdraw_invitation = event(RecordEvents.InvitationWithdrawn)(way.withdraw_invitation)
    _ask_to_move = event(RecordEvents.MoveRequested)(way.ask_to_move)
    _move_away = event(RecordEvents.MovedAway)(way.move_away)
    _move_here = event(RecordEvents.MovedHere)(way.move_here)
    _withdraw = event(RecordEvents.TrainingWithdrawn)(way.withdraw)
    _resume = event(RecordEvents.TrainingResumed)(way.resume)
    _apply = event(RecordEvents.ApplicationSubmitted)(way.apply)
    _complete = event(RecordEvents.CompletionConfirmed)(way.complete)
    _go_on = event(RecordEvents.CompletionCleared)(way.go_on)
    _change_goals = event(RecordEvents.CommonGoalsChanged)(way.change_goals)
    _evaluate = event(RecordEvents.EstablishmentEvaluated)(way.evaluate)
    _begin_before = event(RecordEvents.OldSchemeStated)(clock.begin_before)
    _go_over = event(RecordEvents.OldSchemeLeft)(clock.go_over)
    _lapse = event(RecordEvents.DeadlineLapsed)(clock.lapse)
    _remind = event(RecordEvents.ReminderSent)(clock.remind)
