"""Every fact there is: all of the subjects that infrastructure may import."""

from __future__ import annotations

from domain.bodies.facts import BodyFact
from domain.exemptions.facts import ExemptionFact
from domain.exemptions.notice import NoticeFact
from domain.groups.facts import GroupFact
from domain.incoming.facts import IncomingFact
from domain.organisations.decisions import OrganisationDecisionFact
from domain.organisations.facts import OrganisationFact
from domain.plans.kinds import PlanFact
from domain.practitioners.facts import PractitionerFact
from domain.proceedings.access_facts import AccessFact
from domain.proceedings.appeal_facts import AppealFact
from domain.proceedings.aside_facts import AsideFact
from domain.proceedings.document_facts import DocumentFact
from domain.proceedings.facts import DecisionFact
from domain.proceedings.impartiality_facts import ImpartialityFact
from domain.proceedings.letter_facts import LetterFact
from domain.proceedings.preparation_facts import PreparationFact
from domain.proceedings.without_effect_facts import WithoutEffectFact

StoredFact = (
    OrganisationFact
    | OrganisationDecisionFact
    | PractitionerFact
    | BodyFact
    | GroupFact
    | ExemptionFact
    | NoticeFact
    | PlanFact
    | DecisionFact
    | AppealFact
    | LetterFact
    | AsideFact
    | IncomingFact
    | PreparationFact
    | AccessFact
    | ImpartialityFact
    | DocumentFact
    | WithoutEffectFact
)
