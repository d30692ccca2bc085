"""One short life of every kind of case, in which every fact there is occurs."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from domain.bodies.body import Body, BodyKind
from domain.bodies.facts import (
    BodyEstablished,
    BodyFactCorrected,
    BodyOfficerAppointed,
    BodyOfficerReleased,
    BodyPersonMerged,
)
from domain.catalogue.arenas import Arena, ArenaKind
from domain.catalogue.arenas import Presence as Reach
from domain.groups.facts import GroupFactCorrected, GroupPersonMerged
from domain.groups.group import Group
from domain.incoming.incoming import Incoming
from domain.organisations.facts import (
    ArenaClosed,
    ArenaOpened,
    DirectorateNotified,
    OfficerAppointed,
    OfficerReleased,
    OrganisationFactCorrected,
    OrganisationPersonMerged,
    OrganisationRegistered,
    ProgrammePublished,
)
from domain.organisations.organisation import Office, Organisation
from domain.plans.corrections import PlanPersonMerged
from domain.plans.plan import TrainingPlan
from domain.practitioners.facts import (
    AuthorisationEnded,
    PractitionerAuthorised,
    PractitionerFactCorrected,
    SpecialistApprovalEnded,
    SpecialistApproved,
    SupervisorCourseCompleted,
)
from domain.practitioners.practitioner import Authorisation, Practitioner
from domain.proceedings.proceeding import Proceeding
from domain.shared.case import Case
from domain.shared.confidential import Confidential
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.texts import Text
from tests.support import (
    clockwork,
    documents,
    groups,
    later,
    plans,
    programme,
    records,
    represented,
    way,
)
from tests.support.exemptions import EXEMPTION_STORY
from tests.support.incoming import incoming_story
from tests.support.proceeding_story import proceeding_story
from tests.support.stored_forms import CITATION
from tests.support.told_of_establishment import TOLD_OF_ESTABLISHMENT

OFFICER = Id(f"{UUID(int=0x0FF)}")
FIRST_DAY = date(2019, 3, 1)
LAST_DAY = date(2026, 6, 30)

ARENA = Arena(
    code="ARE-04",
    name=Text(nb="Helsestasjon", en="Child health centre"),
    kind=ArenaKind.CHILD_HEALTH_AND_SCHOOL,
    location="Fjellvik",
    external=False,
    goals=("ALM-001", "ALM-002"),
    printed="ALM 001-002",
    common_goals=("FKM-001",),
    printed_common="FKM 001",
    supervision=(Reach.ON_SITE, Reach.REMOTE),
)


def in_error(version: int, fact: str) -> dict[str, Any]:
    """Return what every correction holds."""
    return {
        "corrects": version,
        "corrected_fact": fact,
        "corrected_by": OFFICER,
        "corrected_on": LAST_DAY,
        "reason": Confidential("feil"),
    }


def one_person() -> dict[str, Any]:
    """Return what every merging holds."""
    return {
        "double": Id(f"{UUID(int=0xD0B)}"),
        "into": OFFICER,
        "merged_by": OFFICER,
        "merged_on": LAST_DAY,
    }


REGISTERED = OrganisationRegistered(
    name="Fjellvik kommune",
    organisation_number="123456785",
    registered_from=date(2019, 2, 1),
    decided_on=FIRST_DAY,
    stated_in="vedtak 2019/1",
    basis=(CITATION,),
)
OFFICER_APPOINTED = OfficerAppointed(
    person=OFFICER, office=Office.LEADER, first_day=FIRST_DAY, last_day=None
)
ARENA_OPENED = ArenaOpened(arena=ARENA, first_day=FIRST_DAY)
ORGANISATION_STORY: tuple[Fact, ...] = (
    REGISTERED,
    OFFICER_APPOINTED,
    ARENA_OPENED,
    ProgrammePublished(
        number=1,
        first_day=FIRST_DAY,
        arenas=("ARE-04",),
        guidance="Hver uke.",
        assessment="Hvert halvår.",
        supervision="Hver dag.",
        basis=(CITATION,),
    ),
    ArenaClosed(arena="ARE-04", last_day=LAST_DAY),
    DirectorateNotified(
        upto=5, notified_by=OFFICER, notified_on=LAST_DAY, reference="26/1", basis=(CITATION,)
    ),
    OfficerReleased(person=OFFICER, office=Office.LEADER, last_day=LAST_DAY),
    OrganisationPersonMerged(**one_person()),
    OrganisationFactCorrected(**in_error(7, "organisation.officer-released")),
    *TOLD_OF_ESTABLISHMENT,
)

PRACTITIONER_STORY: tuple[Fact, ...] = (
    PractitionerAuthorised(
        kind=Authorisation.AUTHORISATION, first_day=FIRST_DAY, last_day=None, stated_in="HPR"
    ),
    AuthorisationEnded(last_day=LAST_DAY, stated_in="vedtak 2026/3"),
    SpecialistApproved(
        specialty="allmennmedisin", first_day=FIRST_DAY, last_day=None, stated_in="HPR"
    ),
    SpecialistApprovalEnded(
        specialty="allmennmedisin", last_day=LAST_DAY, stated_in="vedtak 2026/4"
    ),
    SupervisorCourseCompleted(
        course="Veilederkurs", completed_on=FIRST_DAY, stated_in="kursbevis 12"
    ),
    PractitionerFactCorrected(**in_error(5, "practitioner.supervisor-course-completed")),
)

BODY_STORY: tuple[Fact, ...] = (
    BodyEstablished(kind=BodyKind.DIRECTORATE, name="Helsedirektoratet"),
    BodyOfficerAppointed(person=OFFICER, first_day=FIRST_DAY, last_day=None),
    BodyOfficerReleased(person=OFFICER, last_day=LAST_DAY),
    BodyPersonMerged(**one_person()),
    clockwork.OUTAGE,
    BodyFactCorrected(**in_error(3, "body.officer-released")),
)

GROUP_STORY: tuple[Fact, ...] = (
    *groups.PLANNED,
    groups.admitted(),
    groups.held(),
    groups.admitted(groups.SECOND),
    groups.member_left(groups.SECOND, last_day=groups.ISSUED_ON),
    groups.diploma_issued(),
    GroupPersonMerged(**one_person()),
    GroupFactCorrected(**in_error(8, "group.diploma-issued")),
)

PLAN_STORY: tuple[Fact, ...] = (
    plans.OPENED,
    plans.arenas_planned("ARE-04", "ARE-06"),
    plans.supervisor_appointed(),
    plans.clinical_supervisor_appointed(),
    plans.drafted(plans.SESSION, plans.GOAL),
    plans.minuted(),
    plans.finalised(),
    plans.drafted(plans.OTHER_SESSION),
    plans.discarded(plans.OTHER_SESSION),
    plans.logged(plans.ACTIVITY, plans.GOAL),
    plans.sent(),
    plans.sent_back(),
    plans.sent(),
    plans.signed(),
    plans.recommended(),
    plans.clinically_recommended(),
    plans.submitted(),
    plans.recalled(),
    plans.submitted(),
    plans.returned(),
    plans.submitted(),
    plans.not_achieved(),
    # The golden fact corrects version 22, so what is new in the story comes after it.
    plans.corrected(22, "plan.goal-not-achieved"),
    *plans.PLANNED,
    programme.agreement_signed(),
    programme.employment_changed(),
    way.sent(),
    way.accepted(),
    way.sent(way.OTHER_INVITATION),
    way.declined(way.OTHER_INVITATION),
    way.sent(way.THIRD_INVITATION),
    way.withdrawn(way.THIRD_INVITATION),
    way.moved_here(),
    way.common_goals_changed(),
    way.evaluated(),
    PlanPersonMerged(**one_person()),
    represented.authorised(),
    represented.revoked(last_day=LAST_DAY),
    plans.approved(),
    plans.carried_over(plans.OTHER_GOAL),
    documents.commented(),
    documents.attached(),
    documents.withdrawn(),
    documents.minutes_shared(),
    documents.minutes_unshared(),
    way.applied(),
    way.cleared(),
    way.applied(),
    way.confirmed(),
    records.course_entered(),
    records.course_certified(),
    records.visit_entered(),
    records.visit_confirmed(),
    records.visit_entered(records.OTHER_VISIT, colleague=None),
    records.visit_documented(records.OTHER_VISIT),
    *groups.BOTH_YEARS,
    groups.group_left(groups.SECOND, last_day=groups.ISSUED_ON),
    groups.diploma_received(),
    *later.STORY,
    plans.supervisor_released(last_day=LAST_DAY),
    plans.clinical_supervisor_released(last_day=LAST_DAY),
    way.move_requested(),
    way.moved_away(),
    way.training_withdrawn(),
    way.training_resumed(),
)

STORIES: dict[type[Case], tuple[Fact, ...]] = {
    Organisation: ORGANISATION_STORY,
    Practitioner: PRACTITIONER_STORY,
    Body: BODY_STORY,
    Group: GROUP_STORY,
    **EXEMPTION_STORY,
    TrainingPlan: PLAN_STORY,
    Proceeding: proceeding_story(),
    Incoming: incoming_story(),
}
