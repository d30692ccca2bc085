"""What is said in a case for a party; from one without authority it is taken in for a person."""

from __future__ import annotations

from typing import Protocol, TypeVar

from application.actors import Actor, Order
from application.contents import Contents
from application.incoming.applying import ApplyingService
from application.incoming.documents import SendingDocuments
from application.incoming.receiving import ReceivingService
from application.ports import Receipt
from application.proceedings import commands as c
from application.proceedings.appealing import AppealService
from application.proceedings.before import commands as p
from application.proceedings.before.access import AccessService
from application.proceedings.before.preparing import PreparationService
from application.proceedings.before.questioning import ImpartialityService
from application.proceedings.beside import commands as b
from application.proceedings.beside.service import AsideService
from application.proceedings.documents import commands as d
from application.proceedings.documents.service import ProceedingDocuments
from application.proceedings.notifying import NoticeService
from application.proceedings.without_effect import NotingService, with_what_came_of_it
from domain.shared.ids import Id, derived_id


class InCase(Protocol):
    """Something asked to have done in a proceeding."""

    @property
    def proceeding(self) -> Id: ...


C_contra = TypeVar("C_contra", bound=InCase, contravariant=True)


class UseCase(Protocol[C_contra]):
    def __call__(self, command: C_contra, actor: Actor, order: Order, /) -> Receipt: ...


class SpeakingService:
    """Each is the act itself for those who may; from others it waits in the inbox, in words."""

    def __init__(
        self,
        receiving: ReceivingService,
        *,
        preparation: PreparationService,
        access: AccessService,
        impartiality: ImpartialityService,
        notices: NoticeService,
        appeals: AppealService,
        aside: AsideService,
        documents: ProceedingDocuments,
        contents: Contents,
    ) -> None:
        self._receiving = receiving
        self._proceedings = receiving.proceedings
        self._preparation = preparation
        self._access = access
        self._impartiality = impartiality
        self._notices = notices
        self._appeals = appeals
        self._aside = aside
        self._documents = documents
        self._sending = SendingDocuments(receiving, documents, contents)
        self.noting = NotingService(receiving.proceedings)
        self.applying = ApplyingService(receiving)

    def comment(self, command: p.CommentOnCase, actor: Actor, order: Order) -> Receipt:
        return self._said(self._preparation.comment, command, actor, order, command.text)

    def withdraw(self, command: p.WithdrawFromProceeding, actor: Actor, order: Order) -> Receipt:
        words = f"Trekker søknaden. {command.reason or ''}"
        return self._said(self._preparation.withdraw, command, actor, order, words)

    def ask_for_access(self, command: p.AskForAccess, actor: Actor, order: Order) -> Receipt:
        words = f"Krever innsyn i saken. {command.text or ''}"
        return self._said(self._access.ask, command, actor, order, words)

    def appeal_over_access(
        self, command: p.AppealOverAccess, actor: Actor, order: Order
    ) -> Receipt:
        words = f"Klager over nektet innsyn. {command.grounds or ''}"
        return self._said(self._access.appeal, command, actor, order, words)

    def question(self, command: p.QuestionImpartiality, actor: Actor, order: Order) -> Receipt:
        words = f"Gjør gjeldende at en tjenestemann er inhabil. {command.reason}"
        return self._said(self._impartiality.raise_question, command, actor, order, words)

    def claim_costs(self, command: b.ClaimCosts, actor: Actor, order: Order) -> Receipt:
        words = f"Krever dekning av sakskostnader. {command.grounds or ''}"
        return self._said(self._aside.claim_costs, command, actor, order, words)

    def state_sum(self, command: b.StateSum, actor: Actor, order: Order) -> Receipt:
        words = f"Sakskostnadene i kravet {command.claim} er {command.amount} kroner."
        return self._said(self._aside.state_sum, command, actor, order, words)

    def request_deferral(self, command: b.RequestDeferral, actor: Actor, order: Order) -> Receipt:
        words = f"Ber om utsatt iverksetting. {command.grounds or ''}"
        return self._said(self._aside.request_deferral, command, actor, order, words)

    def demand_reasons(self, command: c.DemandReasons, actor: Actor, order: Order) -> Receipt:
        words = "Krever begrunnelse for vedtaket."
        return self._said(self._notices.demand_reasons, command, actor, order, words)

    def withdraw_appeal(self, command: c.OnAppeal, actor: Actor, order: Order) -> Receipt:
        words = f"Trekker klagen {command.appeal}."
        return self._said(self._appeals.withdraw, command, actor, order, words)

    def answer_rest(self, command: c.AnswerRest, actor: Actor, order: Order) -> Receipt:
        says = "Opprettholder" if command.maintained else "Opprettholder ikke"
        words = f"{says} resten av klagen {command.appeal}."
        return self._said(self._appeals.answer_rest, command, actor, order, words)

    def attach_document(self, command: d.AttachDocument, actor: Actor, order: Order) -> Receipt:
        return self._sending.attach(command, actor, order)

    def withdraw_document(self, command: d.WithdrawDocument, actor: Actor, order: Order) -> Receipt:
        words = f"Trekker dokumentet {command.document}. {command.reason}"
        return self._said(self._documents.withdraw, command, actor, order, words)

    def _said(
        self, act: UseCase[C_contra], command: C_contra, actor: Actor, order: Order, words: str
    ) -> Receipt:
        return self._receiving.unless_without_authority(
            lambda: with_what_came_of_it(
                self._proceedings, command.proceeding, act(command, actor, order)
            ),
            derived_id(order.command_id, "incoming"),
            command.proceeding,
            words,
            actor=actor,
            order=order,
        )
