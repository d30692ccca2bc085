"""What each fact of a plan says in words, and which of its days is the legal one."""

from __future__ import annotations

from domain.plans import (
    activities,
    corrections,
    courses,
    goals,
    groups,
    guidance,
    opening,
    roles,
    service,
    visits,
)
from domain.shared.facts import Fact
from domain.shared.texts import Text

SENTENCES: dict[type[Fact], Text] = {
    opening.PlanOpened: Text(nb="Utdanningsplanen ble åpnet", en="The training plan was opened"),
    opening.ArenasPlanned: Text(
        nb="Læringsarenaer ble planlagt: {arenas}", en="Arenas were planned: {arenas}"
    ),
    roles.SupervisorAppointed: Text(
        nb="Veileder ble oppnevnt fra {first_day}", en="A supervisor was appointed from {first_day}"
    ),
    roles.SupervisorReleased: Text(
        nb="Veileder sluttet etter {last_day}", en="The supervisor stepped down after {last_day}"
    ),
    roles.ClinicalSupervisorAppointed: Text(
        nb="Supervisør innen {competence_area} ble oppnevnt fra {first_day}",
        en="A clinical supervisor in {competence_area} was appointed from {first_day}",
    ),
    roles.ClinicalSupervisorReleased: Text(
        nb="Supervisør sluttet etter {last_day}",
        en="A clinical supervisor stepped down after {last_day}",
    ),
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
    service.ServiceConfirmed: Text(nb="Tjeneste ble bekreftet", en="Service was confirmed"),
    corrections.FactCorrected: Text(
        nb="Versjon {corrects} ({corrected_fact}) ble rettet: den var registrert ved en feil",
        en="Version {corrects} ({corrected_fact}) was corrected: it had been recorded in error",
    ),
}

LEGAL_DAYS = (
    "held_on",
    "done_on",
    "submitted_on",
    "given_on",
    "approved_on",
    "decided_on",
    "returned_on",
    "recalled_on",
    "corrected_on",
    "finalised_on",
    "written_on",
    "signed_on",
    "confirmed_on",
    "issued_on",
    "discarded_on",
    "planned_on",
    "opened_on",
    "appointed_on",
    "joined_on",
    "last_day",
    "days",
)
