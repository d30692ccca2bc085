"""The letter that confirms a period of service (tjenestebekreftelse): written, kept, handed out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from application.access import Act
from application.actors import Actor, Order
from application.contents import FileContent, FileOpening, Stored, context_of
from application.letters.frame import Frame
from application.letters.letter import Letter
from application.letters.printer import Printer, printed
from application.letters.service import Period, service_confirmation
from application.people.directory import Directory
from application.plans.acting import PlanActing
from application.plans.asking import Asked, PlanAsking
from application.plans.disclosing import Disclosing
from application.plans.standing import Standing
from application.plans.words import in_words
from application.ports import Files, Openings, Receipt
from domain.plans.service import ServiceCertified, ServiceKind
from domain.shared.ids import Id

PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifyService:
    """Write the letter that confirms a period; the leader who writes it signs it."""

    plan: Id
    period: Id
    letter: Id


class CertificateService:
    """A period that was confirmed is certified, as often as somebody asks for it."""

    def __init__(
        self,
        plans: PlanActing,
        *,
        directory: Directory,
        files: Files,
        openings: Openings,
        printer: Printer,
    ) -> None:
        self._plans = plans
        self._directory = directory
        self._files = files
        self._opening = FileOpening(files, openings)
        self._printer = printer
        self._asking = PlanAsking(plans)
        self._disclosing = Disclosing(plans.acting.histories, openings)

    def certify(self, command: CertifyService, actor: Actor, order: Order) -> Receipt:
        """Write it today; raises Unavailable where no letter can be printed."""
        # Printed once, also when the act is tried again because somebody was first.
        kept: list[tuple[int, str]] = []

        def decide(at: Standing) -> ServiceCertified:
            service = at.plan.case.service
            service.be_confirmed(command.period)
            if not kept:
                content = printed(self._printer, self._letter(at, command, actor))
                context = context_of(command.plan, command.letter)
                subject = at.plan.case.subject
                sha256 = self._files.keep(content, subject=subject, context=context)
                kept.append((len(content), sha256))
            ((size, sha256),) = kept
            return service.certify(
                command.period,
                command.letter,
                size_in_bytes=size,
                sha256=sha256,
                by=actor.person,
                on=self._plans.acting.clock.today(),
            )

        return self._plans.on_plan(command.plan, Act.CONFIRM_SERVICE, actor, order, decide)

    def content(self, asked: Asked, letter: Id, actor: Actor) -> FileContent:
        """Hand the letter out, which is noted; raises Gone once its key was shredded."""
        known = self._asking.known(asked, Act.SEE_PLAN, actor)
        plan = known.now.plan.case
        at, issued = plan.service.certificate(letter)
        reason = self._disclosing.reason(
            asked.reason, actor, frozenset({plan.doctor}), writers={issued.issued_by}
        )
        stored = Stored(
            case_id=asked.plan, version=at, file=letter, sha256=issued.sha256, media_type=PDF
        )
        name = f"tjenestebekreftelse-{issued.issued_on}.pdf"
        return self._opening.content(stored, name, subject=plan.subject, actor=actor, reason=reason)

    def _letter(self, at: Standing, command: CertifyService, actor: Actor) -> Letter:
        plan, organisation = at.plan.case, at.organisation.case
        entered, confirmed = plan.service.be_confirmed(command.period)
        today = self._plans.acting.clock.today()
        people = {plan.doctor, actor.person} | (
            {confirmed.confirmed_by} if confirmed.confirmed_by else set()
        )
        names = {one: found.name for one, found in self._directory.people(people).items()}
        sender = organisation.registered.name if organisation.registered else entered.employer
        arenas = organisation.arenas
        arena = arenas[entered.arena].arena.name.nb if entered.arena in arenas else None
        by = confirmed.confirmed_by
        period = Period(
            employer=entered.employer,
            arena=arena or entered.arena or "utenfor virksomhetens læringsarenaer",
            kind=in_words("kind", ServiceKind(entered.kind)).nb,
            percentage=Decimal(entered.percentage),
            first_day=entered.first_day,
            last_day=entered.last_day,
            confirmed_by=names.get(by, "navn ikke lenger kjent") if by else "bekreftet annetsteds",
            confirmed_on=confirmed.confirmed_on,
        )
        doctor = names.get(plan.doctor, "navn ikke lenger kjent")
        frame = Frame(
            sender=sender,
            addressee=doctor,
            reference=command.plan,
            on=today,
            responsible=names.get(actor.person),
        )
        counted = self._plans.law.confirmed_service.on(confirmed.confirmed_on).citation
        basis = next(iter(confirmed.basis), counted)
        return service_confirmation(frame, doctor, (period,), basis)
