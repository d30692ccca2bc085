"""What each fact of a plan says in words, and which of its days is the legal one."""

from __future__ import annotations

from datetime import date

from application.plans.words import in_words
from domain.plans import (
    activities,
    comments,
    common_goals,
    corrections,
    courses,
    employment,
    evaluations,
    files,
    goals,
    groups,
    guidance,
    invitations,
    opening,
    path,
    programme,
    representatives,
    roles,
    service,
    sharing,
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
    representatives.RepresentativeAuthorised: Text(
        nb="Legen ga fullmakt fra {first_day}, som gjelder: {scopes}",
        en="The doctor gave power of attorney from {first_day}, covering: {scopes}",
    ),
    representatives.RepresentativeRevoked: Text(
        nb="En fullmakt ble avsluttet etter {last_day}",
        en="A power of attorney was ended after {last_day}",
    ),
    programme.PlanVersionProposed: Text(
        nb="Versjon {number} av den individuelle planen ble utarbeidet",
        en="Version {number} of the individual plan was drawn up",
    ),
    programme.PlanVersionAgreed: Text(
        nb="Versjon {number} av den individuelle planen ble godtatt ({party})",
        en="Version {number} of the individual plan was agreed to ({party})",
    ),
    employment.AlisAgreementSigned: Text(
        nb="ALIS-avtale ble underskrevet, gjelder fra {first_day}",
        en="An ALIS agreement was signed, from {first_day}",
    ),
    employment.EmploymentChanged: Text(
        nb="Tilknytningen ble endret fra {first_day}: {employment_model}",
        en="The model of employment was changed from {first_day}: {employment_model}",
    ),
    invitations.InvitationSent: Text(
        nb="En person ble invitert ({invited_as})", en="A person was invited ({invited_as})"
    ),
    invitations.InvitationAccepted: Text(
        nb="En invitasjon ble godtatt", en="An invitation was accepted"
    ),
    invitations.InvitationDeclined: Text(
        nb="En invitasjon ble avslått", en="An invitation was declined"
    ),
    invitations.InvitationWithdrawn: Text(
        nb="En invitasjon ble trukket tilbake", en="An invitation was withdrawn"
    ),
    path.MoveRequested: Text(
        nb="Legen ba om å flytte til en annen virksomhet etter {last_day}",
        en="The doctor asked to move to another establishment after {last_day}",
    ),
    path.MovedAway: Text(
        nb="Utdanningen fortsatte i en annen virksomhet etter {last_day}",
        en="The training went on at another establishment after {last_day}",
    ),
    path.MovedHere: Text(
        nb="Utdanningen kom hit fra en annen virksomhet",
        en="The training came here from another establishment",
    ),
    path.TrainingWithdrawn: Text(
        nb="Utdanningen ble avbrutt etter {last_day}",
        en="The training was withdrawn from after {last_day}",
    ),
    path.TrainingResumed: Text(
        nb="Utdanningen ble tatt opp igjen fra {first_day}",
        en="The training was taken up again from {first_day}",
    ),
    path.ApplicationSubmitted: Text(
        nb="Søknad om spesialistgodkjenning ble sendt {submitted_on}",
        en="The application for specialist approval was submitted on {submitted_on}",
    ),
    path.CompletionConfirmed: Text(
        nb="Søknaden ble innvilget {approved_on}: utdanningen er fullført",
        en="The application was approved on {approved_on}: the training is completed",
    ),
    path.CompletionCleared: Text(
        nb="Søknaden ble avslått {refused_on}: utdanningen fortsetter",
        en="The application was refused on {refused_on}: the training goes on",
    ),
    common_goals.CommonGoalsChanged: Text(
        nb="Planen gikk over til de nye felles kompetansemålene",
        en="The plan went over to the new common goals",
    ),
    evaluations.EstablishmentEvaluated: Text(
        nb="Legen evaluerte utdanningsvirksomheten", en="The doctor evaluated the establishment"
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
    corrections.PlanPersonMerged: Text(
        nb="To registreringer viste seg å være samme person",
        en="Two entries were found to be one person",
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
    comments.CommentAdded: Text(nb="En kommentar ble skrevet", en="A comment was written"),
    files.FileAttached: Text(
        nb="En fil ({media_type}) ble lagt ved", en="A file ({media_type}) was attached"
    ),
    files.FileWithdrawn: Text(
        nb="Et vedlegg ble trukket tilbake", en="An attached file was withdrawn"
    ),
    sharing.MinutesShared: Text(
        nb="Et referat ble delt med en veileder",
        en="Minutes were shared with a supervisor",
    ),
    sharing.MinutesUnshared: Text(
        nb="Et referat er ikke lenger delt med en veileder",
        en="Minutes were no longer shared with a supervisor",
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
    "sent_on",
    "answered_on",
    "withdrawn_on",
    "requested_on",
    "moved_on",
    "changed_on",
    "merged_on",
    "evaluated_on",
    "submitted_on",
    "given_on",
    "approved_on",
    "decided_on",
    "refused_on",
    "returned_on",
    "recalled_on",
    "corrected_on",
    "finalised_on",
    "written_on",
    "attached_on",
    "withdrawn_on",
    "shared_on",
    "unshared_on",
    "signed_on",
    "confirmed_on",
    "issued_on",
    "discarded_on",
    "planned_on",
    "proposed_on",
    "agreed_on",
    "opened_on",
    "appointed_on",
    "joined_on",
    "authorised_on",
    "last_day",
    "days",
)


def told(fact: Fact) -> Text:
    """Return what a fact says."""
    shown = {name: in_words(name, getattr(fact, name)) for name in fact.__struct_fields__}
    sentence = SENTENCES[type(fact)]
    return Text(
        nb=sentence.nb.format(**{name: words.nb for name, words in shown.items()}),
        en=sentence.en.format(**{name: words.en for name, words in shown.items()}),
    )


def legal_day(fact: Fact) -> date | None:
    """Return the day on which what a fact tells happened; of several days the last."""
    day: date | tuple[date, ...] | None = next(
        (getattr(fact, name) for name in LEGAL_DAYS if name in fact.__struct_fields__), None
    )
    return day[-1] if isinstance(day, tuple) else day
