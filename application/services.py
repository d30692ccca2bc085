"""Everything that can be asked for, put together over the ports."""

from __future__ import annotations

from dataclasses import dataclass

from application.acting import Acting
from application.bodies.service import BodyService
from application.contents import Contents
from application.corrections import CaseCorrectionService
from application.enforcement.own import OwnDays
from application.enforcement.post import Calendars, Postbox
from application.enforcement.sweep import Enforcement
from application.exemptions.acting import ExemptionActing
from application.exemptions.correcting import ExemptionCorrections
from application.exemptions.expiring import ExpiryService
from application.exemptions.preview import ExemptionPreviews
from application.exemptions.service import ExemptionService
from application.exemptions.views import ExemptionReading
from application.groups.acting import GroupActing
from application.groups.service import GroupService
from application.groups.views import GroupReading
from application.incoming.acting import IncomingActing
from application.incoming.documents import IncomingDocuments
from application.incoming.handling import HandlingService
from application.incoming.placing import PlacingService
from application.incoming.reading import IncomingReading
from application.incoming.receiving import ReceivingService
from application.incoming.speaking import SpeakingService
from application.inspection import Inspection
from application.letters.printer import Printer
from application.organisations.service import OrganisationService
from application.organisations.views import OrganisationReading
from application.people.directory import Directory
from application.people.doubles import DoubleService
from application.people.service import PeopleService
from application.plans.absences import AbsenceService
from application.plans.account_reading import AccountReading
from application.plans.acting import PlanActing
from application.plans.activities import ActivityService
from application.plans.certificates import CertificateService
from application.plans.comments import CommentService
from application.plans.common_goals import CommonGoalsService
from application.plans.corrections import CorrectionService
from application.plans.courses import CourseService
from application.plans.documents import DocumentReading
from application.plans.evaluations import EvaluationService
from application.plans.files import FileService
from application.plans.goals import GoalService
from application.plans.guidance import GuidanceService
from application.plans.history_file.export import HistoryExport
from application.plans.history_file.service import HistoryImport
from application.plans.invitations import InvitationService
from application.plans.old_scheme import OldSchemeService
from application.plans.opening import OpeningService
from application.plans.panels import PanelService
from application.plans.path import PathService
from application.plans.programme import ProgrammeService
from application.plans.progression import ProgressionService
from application.plans.reading import PlanReading
from application.plans.reassessment import ReassessmentService
from application.plans.representatives import RepresentativeService
from application.plans.reviews import ReviewService
from application.plans.service import ServiceService
from application.plans.sharing import SharingService
from application.plans.text_reading import TextReading
from application.plans.visits import VisitService
from application.ports import Clock, Examiner, Files, Histories, Openings, Views
from application.practitioners.service import PractitionerService
from application.practitioners.views import PractitionerReading
from application.proceedings.acting import ProceedingActing
from application.proceedings.appealing import AppealService
from application.proceedings.before.access import AccessService
from application.proceedings.before.preparing import PreparationService
from application.proceedings.before.questioning import ImpartialityService
from application.proceedings.beside.service import AsideService
from application.proceedings.correcting import ProceedingCorrections
from application.proceedings.counted.statistics import Statistics
from application.proceedings.docket import Docket
from application.proceedings.documents.reading import ProceedingDocumentReading
from application.proceedings.documents.service import ProceedingDocuments
from application.proceedings.letters.service import LetterService
from application.proceedings.listing import CaseListing
from application.proceedings.notifying import NoticeService
from application.proceedings.reading import ProceedingReading
from application.proceedings.service import DecisionService
from application.sessions import Sessions
from application.waiting import Waiting
from domain.catalogue.catalogue import CATALOGUE, Catalogue
from domain.law.book import IN_FORCE, LawBook
from domain.shared.identifiers import Synthetic


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The use cases and views, by subject."""

    opening: OpeningService
    representatives: RepresentativeService
    programme: ProgrammeService
    invitations: InvitationService
    path: PathService
    common_goals: CommonGoalsService
    evaluations: EvaluationService
    guidance: GuidanceService
    activities: ActivityService
    courses: CourseService
    visits: VisitService
    goals: GoalService
    comments: CommentService
    files: FileService
    sharing: SharingService
    corrections: CorrectionService
    case_corrections: CaseCorrectionService
    service: ServiceService
    certificates: CertificateService
    old_scheme: OldSchemeService
    absences: AbsenceService
    reassessments: ReassessmentService
    reviews: ReviewService
    progression: ProgressionService
    panels: PanelService
    history_import: HistoryImport
    history_export: HistoryExport
    plans: PlanReading
    plan_texts: TextReading
    accounts: AccountReading
    groups: GroupService
    guidance_groups: GroupReading
    exemptions: ExemptionService
    exemption_corrections: ExemptionCorrections
    exemption_cases: ExemptionReading
    exemption_previews: ExemptionPreviews
    expiry: ExpiryService
    preparation: PreparationService
    access: AccessService
    impartiality: ImpartialityService
    decisions: DecisionService
    notices: NoticeService
    letters: LetterService
    appeals: AppealService
    aside: AsideService
    proceeding_corrections: ProceedingCorrections
    receiving: ReceivingService
    speaking: SpeakingService
    incoming_handling: HandlingService
    placing: PlacingService
    incoming: IncomingReading
    trails: ProceedingReading
    proceeding_documents: ProceedingDocuments
    incoming_documents: IncomingDocuments
    proceeding_document_contents: ProceedingDocumentReading
    docket: Docket
    cases: CaseListing
    statistics: Statistics
    documents: DocumentReading
    organisations: OrganisationService
    establishments: OrganisationReading
    practitioners: PractitionerService
    public_records: PractitionerReading
    bodies: BodyService
    people: PeopleService
    doubles: DoubleService
    waiting: Waiting
    enforcement: Enforcement
    own_days: OwnDays
    inspection: Inspection
    catalogue: Catalogue
    histories: Histories
    views: Views
    clock: Clock


def services_over(
    *,
    histories: Histories,
    directory: Directory,
    views: Views,
    files: Files,
    openings: Openings,
    examiner: Examiner,
    printer: Printer,
    postbox: Postbox,
    calendars: Calendars,
    sessions: Sessions,
    clock: Clock,
    synthetic: Synthetic,
    catalogue: Catalogue = CATALOGUE,
    law: LawBook = IN_FORCE,
) -> Services:
    """Return the services; ``synthetic`` tells whether invented identity numbers are let in."""
    acting = Acting(histories, clock, directory)
    plans = PlanActing(acting=acting, catalogue=catalogue, law=law)
    exempting = ExemptionActing(acting)
    expiry = ExpiryService(exempting, views)
    proceeding = ProceedingActing(acting=acting, catalogue=catalogue, law=law)
    trails = ProceedingReading(proceeding, openings)
    incoming = IncomingActing(acting=acting, law=law)
    appeals = AppealService(proceeding)
    preparation, access = PreparationService(proceeding), AccessService(proceeding)
    impartiality, notices = ImpartialityService(proceeding), NoticeService(proceeding)
    aside = AsideService(proceeding)
    receiving = ReceivingService(incoming, proceeding, appeals)
    contents = Contents(files, examiner)
    inbox = IncomingReading(incoming, views, openings)
    documents = ProceedingDocuments(proceeding, contents)
    exemption_cases = ExemptionReading(histories, views, clock)
    return Services(
        opening=OpeningService(plans),
        representatives=RepresentativeService(plans),
        programme=ProgrammeService(plans),
        invitations=InvitationService(plans),
        path=PathService(plans),
        common_goals=CommonGoalsService(plans),
        evaluations=EvaluationService(plans),
        guidance=GuidanceService(plans),
        activities=ActivityService(plans),
        courses=CourseService(plans),
        visits=VisitService(plans),
        goals=GoalService(plans),
        comments=CommentService(plans),
        files=FileService(plans, contents),
        sharing=SharingService(plans),
        plans=PlanReading(plans, openings),
        plan_texts=TextReading(plans, openings),
        accounts=AccountReading(plans, openings),
        documents=DocumentReading(plans, files, openings),
        corrections=CorrectionService(plans),
        case_corrections=CaseCorrectionService(acting),
        service=ServiceService(plans),
        certificates=CertificateService(
            plans, directory=directory, files=files, openings=openings, printer=printer
        ),
        old_scheme=OldSchemeService(plans),
        absences=AbsenceService(plans),
        reassessments=ReassessmentService(plans),
        reviews=ReviewService(plans),
        progression=ProgressionService(plans),
        panels=PanelService(plans),
        history_import=HistoryImport(acting, directory, catalogue),
        history_export=HistoryExport(histories, directory, openings),
        groups=GroupService(GroupActing(acting), law),
        guidance_groups=GroupReading(histories, views, clock),
        exemptions=ExemptionService(exempting, law),
        exemption_corrections=ExemptionCorrections(exempting),
        exemption_cases=exemption_cases,
        exemption_previews=ExemptionPreviews(histories, exemption_cases, law),
        expiry=expiry,
        preparation=preparation,
        access=access,
        impartiality=impartiality,
        decisions=DecisionService(proceeding),
        notices=notices,
        letters=LetterService(
            proceeding, trails, directory=directory, files=files, openings=openings, printer=printer
        ),
        appeals=appeals,
        aside=aside,
        receiving=receiving,
        speaking=SpeakingService(
            receiving,
            preparation=preparation,
            access=access,
            impartiality=impartiality,
            notices=notices,
            appeals=appeals,
            aside=aside,
            documents=documents,
            contents=contents,
        ),
        incoming_handling=HandlingService(incoming),
        placing=PlacingService(incoming, proceeding, openings),
        incoming=inbox,
        proceeding_corrections=ProceedingCorrections(proceeding),
        trails=trails,
        proceeding_documents=documents,
        incoming_documents=IncomingDocuments(incoming, proceeding, inbox, files, openings),
        proceeding_document_contents=ProceedingDocumentReading(proceeding, files, openings),
        docket=Docket(histories, views, clock),
        cases=CaseListing(proceeding, views),
        statistics=Statistics(histories, views, clock),
        organisations=OrganisationService(acting, catalogue),
        establishments=OrganisationReading(histories, views, clock, catalogue),
        practitioners=PractitionerService(acting),
        public_records=PractitionerReading(histories, clock),
        bodies=BodyService(acting),
        doubles=DoubleService(acting, directory, sessions),
        people=PeopleService(directory, histories, clock, synthetic, openings),
        enforcement=Enforcement(acting, views, postbox, expiry, law),
        own_days=OwnDays(views, clock, postbox, calendars),
        waiting=Waiting(views, histories, clock, law),
        inspection=Inspection(histories, clock, catalogue, law),
        catalogue=catalogue,
        histories=histories,
        views=views,
        clock=clock,
    )
