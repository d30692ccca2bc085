"""What is said of a plan's way: who is around the doctor, what is agreed, where it goes."""

from __future__ import annotations

from domain.plans import (
    comments,
    common_goals,
    corrections,
    decisions,
    employment,
    evaluations,
    exemptions,
    files,
    invitations,
    old_scheme,
    opening,
    path,
    programme,
    representatives,
    roles,
    sharing,
)
from domain.shared.facts import Fact
from domain.shared.texts import Text

WAY: dict[type[Fact], Text] = {
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
    old_scheme.OldSchemeStated: Text(
        nb="Utdanningen begynte etter den gamle ordningen {begun_on}, etter {stated_in}",
        en="The training began under the earlier scheme on {begun_on}, by {stated_in}",
    ),
    old_scheme.OldSchemeLeft: Text(
        nb="Utdanningen går over i ny ordning, avtalt {agreed_on}",
        en="The training goes over to the new scheme, agreed on {agreed_on}",
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
        nb="Søknad om spesialistgodkjenning etter {scheme} ble sendt {submitted_on}",
        en="The application for specialist approval under {scheme} was submitted on {submitted_on}",
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
    decisions.DecisionTold: Text(
        nb="Vedtak ({kind}): {outcome}", en="Decision ({kind}): {outcome}"
    ),
    decisions.AppealPeriodTold: Text(
        nb="Siste dag for å klage: {last_day}", en="The last day to appeal: {last_day}"
    ),
    decisions.AppealTold: Text(
        nb="En klage kom inn {received_on} ({verdict})",
        en="An appeal came in on {received_on} ({verdict})",
    ),
    decisions.ForwardingTold: Text(
        nb="Klagen ble sendt til {to}", en="The appeal was forwarded to {to}"
    ),
    decisions.AppealConcludedTold: Text(
        nb="Klagesaken endte: {outcome}", en="The appeal ended: {outcome}"
    ),
    decisions.WithdrawalTold: Text(
        nb="Søknaden ({kind}) ble trukket {withdrawn_on}",
        en="The application ({kind}) was withdrawn on {withdrawn_on}",
    ),
    exemptions.PlanExemptionGranted: Text(
        nb="Det ble gitt fritak ({kind}) fra {first_day} til og med {last_day}",
        en="An exemption ({kind}) was granted from {first_day} to {last_day}",
    ),
    exemptions.PlanExemptionExtended: Text(
        nb="Helsedirektoratet forlenget et fritak til og med {last_day}",
        en="The Directorate extended an exemption to {last_day}",
    ),
    exemptions.PlanExemptionEnded: Text(
        nb="Et fritak {ending} etter {last_day}", en="An exemption {ending} after {last_day}"
    ),
    corrections.PlanPersonMerged: Text(
        nb="To registreringer viste seg å være samme person",
        en="Two entries were found to be one person",
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
    corrections.FactCorrected: Text(
        nb="Versjon {corrects} ble rettet: den var registrert ved en feil",
        en="Version {corrects} was corrected: it had been recorded in error",
    ),
}
