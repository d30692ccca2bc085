"""Writing a letter of a proceeding, keeping it, and handing it out."""

from __future__ import annotations

from dataclasses import dataclass

from application.access import Act
from application.actors import Actor, Order
from application.contents import FileContent, FileOpening, Stored, context_of
from application.letters import forwarding
from application.letters.letter import Letter, LetterKind
from application.letters.printer import Printer, printed
from application.organisations.naming import names_of_establishments
from application.people.directory import Directory
from application.plans.disclosing import Disclosing
from application.ports import Files, Openings, Receipt
from application.proceedings.acting import At, ProceedingActing
from application.proceedings.commands import IssueLetter
from application.proceedings.letters import composing
from application.proceedings.letters.exempted import granted_in
from application.proceedings.letters.material import Material
from application.proceedings.reading import ProceedingReading
from application.proceedings.rooms import act_of_ruling, act_of_who_has
from application.proceedings.trails.new_since import new_since, says_of
from domain.law.notices import NoticeContent
from domain.law.party_rights import party_rights
from domain.law.remedies import Instance
from domain.proceedings.appeal import Appeal
from domain.proceedings.letter_facts import LetterIssued
from domain.proceedings.letter_refusals import not_forwarded
from domain.shared.ids import Id
from domain.shared.refusals import Invalid

PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A letter as it was printed, what it tells of the law's demands, and where it lies."""

    ruling: int
    says: tuple[NoticeContent, ...]
    size_in_bytes: int
    sha256: str


class LetterService:
    """Letters are written by the body whose ruling, or turn, it is."""

    def __init__(
        self,
        proceedings: ProceedingActing,
        reading: ProceedingReading,
        *,
        directory: Directory,
        files: Files,
        openings: Openings,
        printer: Printer,
    ) -> None:
        self._proceedings = proceedings
        self._reading = reading
        self._directory = directory
        self._files = files
        self._opening = FileOpening(files, openings)
        self._disclosing = Disclosing(proceedings.acting.histories, openings)
        self._printer = printer

    def issue(self, command: IssueLetter, actor: Actor, order: Order) -> Receipt:
        """Write the letter of what stands now; raises Unavailable where none can be printed."""
        on = self._proceedings.today
        if command.responsible:
            self._proceedings.acting.refuse_unknown(command.responsible, field="responsible")
        # Printed once, also when the act is tried again because somebody was first.
        written: list[_Written] = []

        def decide(at: At) -> LetterIssued:
            if not written:
                written.append(self._write(at, command, actor))
            (found,) = written
            return LetterIssued(
                letter=command.letter,
                kind=command.kind,
                ruling=found.ruling,
                appeal=command.appeal,
                says=found.says,
                size_in_bytes=found.size_in_bytes,
                sha256=found.sha256,
                issued_by=actor.person,
                issued_on=on,
            )

        return self._proceedings.on_proceeding(
            command.proceeding, self._act(command), actor, order, decide
        )

    def content(
        self, proceeding: Id, letter: Id, actor: Actor, *, reason: str | None
    ) -> FileContent:
        """Hand the letter out, which is noted; raises Gone once its key was shredded."""
        at = self._reading.seen(proceeding, actor)
        version, issued = at.case.letter(letter)
        stored = Stored(
            case_id=proceeding,
            version=version,
            file=letter,
            sha256=issued.sha256,
            media_type=PDF,
        )
        return self._opening.content(
            stored,
            f"{issued.kind}-{issued.issued_on}.pdf",
            subject=at.about.subject,
            actor=actor,
            reason=self._reading.reason(at, actor, reason),
        )

    def _act(self, command: IssueLetter) -> Act:
        if command.kind is LetterKind.DECISION_NOTICE:
            return act_of_ruling(self._proceedings, command.proceeding, command.ruling)
        if command.kind is LetterKind.APPEAL_RECEIPT and command.appeal:
            case = self._proceedings.at(command.proceeding, None).case
            return act_of_who_has(case, command.appeal)
        return Act.CONDUCT_PROCEEDING

    def _write(self, at: At, command: IssueLetter, actor: Actor) -> _Written:
        material = self._material(at, command, actor)
        letter, ruling, says = self._composed(material, command)
        content = printed(self._printer, letter)
        return _Written(
            ruling=ruling,
            says=says,
            size_in_bytes=len(content),
            sha256=self._files.keep(
                content,
                subject=at.about.subject,
                context=context_of(at.proceeding.case_id, command.letter),
            ),
        )

    def _composed(
        self, material: Material, command: IssueLetter
    ) -> tuple[Letter, int, tuple[NoticeContent, ...]]:
        case = material.case
        if command.kind is LetterKind.DECISION_NOTICE:
            ruling = case.be_ruled(command.ruling)
            letter, says = composing.notice(material, ruling)
            return letter, ruling.at, says
        appeal = case.appeals.appeal(_named(command.appeal))
        against = case.ruling_against(appeal)
        at = against.at if against else 0
        if command.kind is LetterKind.APPEAL_RECEIPT:
            return composing.appeal_receipt(material, appeal), at, ()
        if command.kind is LetterKind.APPEAL_FORWARDED:
            return self._forwarding(material, appeal), at, ()
        raise Invalid(
            "letter-of-a-plan",
            nb="En tjenestebekreftelse skrives i planen, ikke i saken.",
            en="A confirmation of service is written in the plan, not in the case.",
            field="kind",
        )

    def _forwarding(self, material: Material, appeal: Appeal) -> Letter:
        if appeal.forwarded is None:
            raise not_forwarded()
        own = material.at.about.own.case_id
        told = self._proceedings.acting.histories.history(own)
        new = tuple((one, says_of(told, one)) for one in new_since(material.case, own, told))
        return composing.forwarding_letter(
            material,
            appeal,
            Instance(appeal.forwarded.to),
            new=new,
            documents=_documents(material),
        )

    def _material(self, at: At, command: IssueLetter, actor: Actor) -> Material:
        opened = self._disclosing.words_of(
            at.proceeding.case_id,
            lambda _: True,
            subject=at.about.subject,
            reason=None,
            actor=actor,
            parties=frozenset({actor.person}),
        )
        people = {at.about.party, actor.person}
        people |= {one.filed.appellant for one in at.case.appeals.by_id.values()}
        people |= {one.appellant for one in at.case.rulings if one.appellant}
        people |= {command.responsible} if command.responsible else set()
        known = self._directory.people(people)
        establishments = names_of_establishments(self._proceedings.acting.histories, people)
        return Material(
            at=at,
            law=self._proceedings.law,
            on=self._proceedings.today,
            names={person: found.name for person, found in known.items()},
            establishments=establishments,
            granted=granted_in(self._proceedings.acting.histories, at.case.be_open()),
            texts={(one.version, one.field): one.text for one in opened},
            by=actor.person,
            responsible=command.responsible,
            contact=command.contact,
            deferral=command.deferral,
            left_out=command.names_left_out,
        )


def _named(appeal: Id | None) -> Id:
    if appeal is None:
        raise Invalid(
            "appeal-missing",
            nb="Oppgi hvilken klage brevet gjelder.",
            en="State which appeal the letter is about.",
            field="appeal",
        )
    return appeal


def _notice(material: Material, letter: LetterIssued) -> str:
    """Return the title of a notice, by the word of the act that governs the ruling."""
    ruling = material.case.rulings.by_version.get(letter.ruling)
    says = party_rights(material.law, ruling.decided_on if ruling else letter.issued_on)
    return f"{says.notice.capitalize()} om vedtak"


def _documents(material: Material) -> tuple[forwarding.Document, ...]:
    """Return what goes along: the letters of the case, and the appeal itself."""
    letters = {
        LetterKind.APPEAL_RECEIPT: "Kvittering for klage",
        LetterKind.APPEAL_FORWARDED: "Oversendelse",
    }
    return tuple(
        forwarding.Document(
            title=letters.get(LetterKind(one.kind)) or _notice(material, one), on=one.issued_on
        )
        for one in material.case.letters
    )
