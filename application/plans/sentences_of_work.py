"""What is said of the work in a plan: what is done, shown, assessed and confirmed."""

from __future__ import annotations

from domain.plans import (
    absences,
    activities,
    courses,
    enforced,
    goals,
    groups,
    guidance,
    outcomes,
    panels,
    progression,
    reassessment,
    reviews,
    service,
    visits,
)
from domain.shared.facts import Fact
from domain.shared.texts import Text

WORK: dict[type[Fact], Text] = {
    guidance.SessionDrafted: Text(
        nb="Veiledning på {duration_minutes} minutter ble ført",
        en="Guidance of {duration_minutes} minutes was entered",
    ),
    guidance.SessionMinuted: Text(
        nb="Referat ble skrevet", en="Minutes of a guidance session were written"
    ),
    guidance.SessionFinalised: Text(
        nb="Veiledningen ble ferdigstilt", en="A guidance session was finalised"
    ),
    guidance.SessionDiscarded: Text(
        nb="En ført veiledning ble forkastet", en="A drafted guidance session was discarded"
    ),
    activities.ActivityLogged: Text(
        nb="Læringsaktivitet ble registrert", en="A learning activity was logged"
    ),
    activities.ActivitySubmitted: Text(
        nb="Læringsaktivitet ble sendt til signering", en="A learning activity was submitted"
    ),
    activities.ActivitySigned: Text(
        nb="Læringsaktivitet ble signert", en="A learning activity was signed"
    ),
    activities.ActivityReturned: Text(
        nb="Læringsaktivitet ble sendt tilbake", en="A learning activity was sent back"
    ),
    goals.GoalSubmitted: Text(nb="{goal} ble sendt inn", en="{goal} was submitted"),
    goals.GoalRecalled: Text(nb="{goal} ble trukket tilbake", en="{goal} was recalled"),
    goals.GoalRecommended: Text(
        nb="Det ble gitt råd om {goal}: {advice}", en="Advice was given on {goal}: {advice}"
    ),
    goals.GoalApproved: Text(nb="{goal} ble godkjent", en="{goal} was approved"),
    goals.GoalNotAchieved: Text(
        nb="{goal} ble vurdert som ikke oppnådd", en="{goal} was found not achieved"
    ),
    goals.GoalReturned: Text(nb="{goal} ble sendt tilbake", en="{goal} was sent back"),
    goals.GoalCarriedOver: Text(
        nb="{goal} ble ført over som oppnådd, etter {stated_in}",
        en="{goal} was carried over as achieved, by {stated_in}",
    ),
    outcomes.GoalReassessed: Text(
        nb="{goal} ble vurdert på nytt: {outcome}", en="{goal} was assessed anew: {outcome}"
    ),
    reassessment.NewAssessmentRequested: Text(
        nb="Legen ba om ny vurdering av {goal}",
        en="The doctor asked for a new assessment of {goal}",
    ),
    reassessment.NewAssessmentWithdrawn: Text(
        nb="Legen trakk tilbake at {goal} skulle vurderes på nytt",
        en="The doctor withdrew the request for a new assessment of {goal}",
    ),
    reassessment.ActivitiesSinceConfirmed: Text(
        nb="Det ble bekreftet at læringsaktiviteter dekker tiden før ny vurdering av {goal}",
        en="It was confirmed that activities cover the time before a new assessment of {goal}",
    ),
    reassessment.NewAssessmentArranged: Text(
        nb="Statsforvalteren avtalte ny vurdering av {goal} den {takes_place_on}, {place}",
        en="The county governor arranged a new assessment of {goal} on {takes_place_on}, {place}",
    ),
    courses.CourseEntered: Text(
        nb="Kurset «{title}» fra {first_day} til {last_day} ble registrert",
        en="The course “{title}” from {first_day} to {last_day} was entered",
    ),
    courses.CourseCertified: Text(
        nb="Kursbevis utstedt {issued_on} av {issued_by} ble registrert",
        en="A course certificate issued on {issued_on} by {issued_by} was entered",
    ),
    visits.VisitEntered: Text(
        nb="Et praksisbesøk ble registrert: {days}", en="A practice visit was entered: {days}"
    ),
    visits.VisitConfirmed: Text(
        nb="Praksisbesøket ble bekreftet av kollegaen",
        en="The practice visit was confirmed by the colleague",
    ),
    visits.VisitDocumented: Text(
        nb="Dokument for praksisbesøket ble oppgitt, utstedt {issued_on}",
        en="The document of the practice visit was stated, issued on {issued_on}",
    ),
    groups.GroupJoined: Text(
        nb="Legen ble tatt opp i {name} fra {joined_on}",
        en="The doctor was admitted to {name} from {joined_on}",
    ),
    groups.GatheringAttended: Text(
        nb="Legen var til stede på en gruppesamling på {duration_minutes} minutter",
        en="The doctor attended a group gathering of {duration_minutes} minutes",
    ),
    groups.GroupLeft: Text(
        nb="Legen sluttet i veiledningsgruppen etter {last_day}",
        en="The doctor left the guidance group after {last_day}",
    ),
    groups.DiplomaReceived: Text(
        nb="Legen fikk diplom for to år i veiledningsgruppe",
        en="The doctor was given the diploma for two years in a guidance group",
    ),
    service.ServiceEntered: Text(
        nb="Tjeneste ({kind}, {percentage} %) fra {first_day} til {last_day} ble ført",
        en="Service ({kind}, {percentage} %) from {first_day} to {last_day} was entered",
    ),
    enforced.DeadlineLapsed: Text(
        nb="En frist løp ut {last_day} ({kind}); det ble lagt merke til {noticed_on}",
        en="A deadline ran out on {last_day} ({kind}); noticed on {noticed_on}",
    ),
    enforced.ReminderSent: Text(
        nb="Den {reminded_on} ble det minnet om {due_on} ({kind})",
        en="People were reminded on {reminded_on} of {due_on} ({kind})",
    ),
    reviews.ReviewHeld: Text(
        nb="Halvårsmøte ble holdt {held_on}", en="A half-yearly review was held on {held_on}"
    ),
    progression.ConcernRaised: Text(
        nb="Veilederen meldte bekymring for progresjonen",
        en="The supervisor raised a concern about progression",
    ),
    progression.MeasuresAgreed: Text(
        nb="Tiltak ble avtalt, med oppfølging {follow_up_on}",
        en="Measures were agreed, to be followed up on {follow_up_on}",
    ),
    progression.ConcernClosed: Text(
        nb="Bekymringen for progresjonen ble lukket: {outcome}",
        en="The concern about progression was closed: {outcome}",
    ),
    panels.PanelConvened: Text(
        nb="Vurderingskollegium ble innkalt til {meets_on}",
        en="An assessment panel was convened for {meets_on}",
    ),
    panels.PanelConcluded: Text(
        nb="Vurderingskollegiet konkluderte", en="The assessment panel concluded"
    ),
    # Not the kind, which fewer see than see what happened.
    absences.AbsenceEntered: Text(
        nb="Fravær ({percentage} %) fra {first_day} til {last_day} ble ført",
        en="Absence ({percentage} %) from {first_day} to {last_day} was entered",
    ),
    absences.AbsenceWithdrawn: Text(
        nb="Et ført fravær ble trukket tilbake", en="An absence entered was withdrawn"
    ),
    service.ServiceConfirmed: Text(nb="Tjeneste ble bekreftet", en="Service was confirmed"),
    service.ServiceCertified: Text(
        nb="En tjenestebekreftelse ble skrevet", en="A confirmation of service was written"
    ),
}
