"""The words for what is written as a code, in sentences for people."""

from __future__ import annotations

from collections.abc import Mapping

from domain.calendar.timeliness import Verdict
from domain.law.exemptions import ExemptionKind
from domain.law.remedies import INSTANCE_NAMES, DecisionKind
from domain.law.transition import Scheme
from domain.plans.exemptions import Ending
from domain.plans.goals import Advice
from domain.plans.goals import Stage as GoalStage
from domain.plans.invitations import InvitedAs
from domain.plans.opening import EmploymentModel
from domain.plans.outcomes import Reassessed
from domain.plans.programme import Party
from domain.plans.progression import ConcernOutcome
from domain.plans.representatives import Scope
from domain.plans.service import ServiceKind
from domain.proceedings.appeal import Outcome, Stage
from domain.proceedings.rulings import Decided
from domain.shared.texts import Text

WORDS: Mapping[str, Mapping[str, Text]] = {
    "advice": {
        Advice.ACHIEVED: Text(nb="oppnådd", en="achieved"),
        Advice.NOT_YET: Text(nb="ikke ennå", en="not yet"),
    },
    "outcome": {
        Reassessed.ACHIEVED: Text(nb="oppnådd", en="achieved"),
        Reassessed.NOT_ACHIEVED: Text(nb="ikke oppnådd", en="not achieved"),
        ConcernOutcome.BACK_ON_TRACK: Text(nb="som forventet igjen", en="back on track"),
        ConcernOutcome.PLAN_CHANGED: Text(nb="planen ble endret", en="the plan was changed"),
        ConcernOutcome.TRAINING_ENDED: Text(nb="utdanningen ble avsluttet", en="training ended"),
        ConcernOutcome.UNFOUNDED: Text(nb="grunnløs", en="unfounded"),
        Decided.GRANTED: Text(nb="innvilget", en="granted"),
        Decided.PARTLY_GRANTED: Text(nb="delvis innvilget", en="granted in part"),
        Decided.REFUSED: Text(nb="avslag", en="refused"),
        Outcome.CHANGED: Text(nb="vedtaket ble endret", en="the decision was changed"),
        Outcome.UPHELD: Text(nb="vedtaket ble stadfestet", en="the decision was upheld"),
        Outcome.QUASHED: Text(
            nb="vedtaket ble opphevet og sendt tilbake", en="the decision was quashed and returned"
        ),
        Outcome.DISMISSED: Text(nb="klagen ble avvist", en="the appeal was dismissed"),
        Stage.WITHDRAWN: Text(nb="klagen ble trukket", en="the appeal was withdrawn"),
    },
    "to": {str(one): name for one, name in INSTANCE_NAMES.items()},
    "verdict": {
        Verdict.IN_TIME: Text(nb="i tide", en="in time"),
        Verdict.LATE: Text(nb="for sent", en="late"),
        Verdict.A_PERSON_DECIDES: Text(nb="et menneske avgjør", en="a person decides"),
    },
    "last_day": {
        "None": Text(nb="ingen før begrunnelsen kommer", en="none before the reasons arrive"),
    },
    "party": {
        Party.DOCTOR: Text(nb="legen", en="the doctor"),
        Party.LEADER: Text(nb="lederen", en="the leader"),
        Party.SUPERVISOR: Text(nb="veilederen", en="the supervisor"),
    },
    "invited_as": {
        InvitedAs.LEADER: Text(nb="leder", en="leader"),
        InvitedAs.SUPERVISOR: Text(nb="veileder", en="supervisor"),
        InvitedAs.CLINICAL_SUPERVISOR: Text(nb="supervisør", en="clinical supervisor"),
    },
    "employment_model": {
        EmploymentModel.SELF_EMPLOYED_GP: Text(
            nb="næringsdrivende fastlege", en="self-employed GP"
        ),
        EmploymentModel.SALARIED_GP: Text(nb="fastlege med fast lønn", en="salaried GP"),
        EmploymentModel.SALARIED_OUTSIDE_LIST: Text(
            nb="ansatt lege uten fastlegeliste", en="employed doctor without a list"
        ),
    },
    "scopes": {
        Scope.PLAN: Text(nb="planen", en="the plan"),
        Scope.GROUNDS: Text(nb="begrunnelser", en="grounds"),
        Scope.DECISIONS: Text(nb="vedtak og klage", en="decisions and appeals"),
    },
    "kind": {
        ServiceKind.OPEN_UNSELECTED_PRACTICE: Text(
            nb="åpen uselektert praksis", en="open unselected practice"
        ),
        ServiceKind.OTHER_GENERAL_PRACTICE: Text(
            nb="annen allmennmedisin", en="other general practice"
        ),
        ServiceKind.INSTITUTION: Text(nb="institusjonstjeneste", en="institution"),
        ServiceKind.OTHER_SPECIALTY: Text(
            nb="annen spesialitet, eller i utlandet", en="another specialty, or abroad"
        ),
        DecisionKind.GOAL_OUTCOME: Text(nb="læringsmål", en="learning goal"),
        DecisionKind.SPECIALIST_APPROVAL: Text(
            nb="spesialistgodkjenning", en="specialist approval"
        ),
        DecisionKind.RECOGNITION_OF_GOALS: Text(
            nb="bekreftelse av læringsmål", en="recognition of goals"
        ),
        DecisionKind.SUPERVISOR_EXEMPTION: Text(
            nb="fritak for veileder", en="exemption of a supervisor"
        ),
        DecisionKind.HALF_TIME_EXEMPTION: Text(
            nb="fritak fra halv stilling", en="exemption from half time"
        ),
        DecisionKind.REGISTRATION: Text(nb="registrering", en="registration"),
        DecisionKind.ESTABLISHMENT_APPROVAL: Text(
            nb="godkjenning av virksomhet", en="approval of an establishment"
        ),
        DecisionKind.SERVICE_RECOGNITION: Text(
            nb="bekreftelse av tjeneste", en="recognition of service"
        ),
        DecisionKind.POINTS: Text(nb="poeng", en="points"),
        DecisionKind.MUNICIPAL: Text(nb="kommunens vedtak", en="the municipality's decision"),
        ExemptionKind.SUPERVISOR_SPECIALTY: Text(
            nb="veileder uten spesialiteten", en="supervisor without the specialty"
        ),
        ExemptionKind.HALF_TIME_PRACTICE: Text(
            nb="under halv stilling i åpen uselektert praksis",
            en="less than half time in open unselected practice",
        ),
    },
    "scheme": {
        Scheme.NEW: Text(nb="den gjeldende ordningen", en="the scheme in force"),
        Scheme.OLD: Text(nb="den gamle ordningen", en="the earlier scheme"),
    },
    "ending": {
        Ending.REVOKED: Text(nb="ble trukket tilbake og opphører", en="was revoked and ends"),
        Ending.EXPIRED: Text(nb="løp ut", en="expired"),
    },
}
"""By the field of a fact, and what stands in it."""


def in_words(field: str, value: object) -> Text:
    """Return what a field of a fact is shown as; of several values each, with commas between."""
    several = value if isinstance(value, tuple) else (value,)
    known = WORDS.get(field, {})
    words = [known.get(str(one), Text(nb=str(one), en=str(one))) for one in several]
    return Text(nb=", ".join(one.nb for one in words), en=", ".join(one.en for one in words))


STAGES: Mapping[str, Text] = {
    GoalStage.OPEN: Text(nb="ikke innsendt", en="not submitted"),
    GoalStage.SUBMITTED: Text(nb="venter på avgjørelse", en="waits for a decision"),
    GoalStage.RECALLED: Text(nb="trukket tilbake", en="recalled"),
    GoalStage.RETURNED: Text(nb="sendt i retur", en="returned"),
    GoalStage.APPROVED: Text(nb="godkjent", en="approved"),
    GoalStage.NOT_ACHIEVED: Text(nb="ikke oppnådd", en="not achieved"),
}
"""Where a goal stands."""
