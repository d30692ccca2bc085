"""What a letter of a proceeding is written from: the facts, their opened words, and names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.letters.addressed import A_PERSON, Addressed, establishment
from application.letters.frame import Frame
from application.plans.words import in_words
from application.proceedings.acting import At
from domain.law.book import LawBook
from domain.law.party_rights import PartyRights, party_rights
from domain.law.remedies import DecisionKind, Instance
from domain.proceedings.appeal import Appeal
from domain.proceedings.proceeding import Proceeding
from domain.proceedings.rulings import Ruling
from domain.shared.citation import Citation
from domain.shared.facts import Fact
from domain.shared.ids import Id

MATTERS = {
    DecisionKind.SPECIALIST_APPROVAL: "spesialistgodkjenning i allmennmedisin",
    DecisionKind.RECOGNITION_OF_GOALS: "bekreftelse av læringsmål",
    DecisionKind.SERVICE_RECOGNITION: "bekreftelse av tjeneste",
    DecisionKind.MUNICIPAL: "utdanningen i virksomheten",
    DecisionKind.REGISTRATION: "registrering som utdanningsvirksomhet",
    DecisionKind.ESTABLISHMENT_APPROVAL: "godkjenning som utdanningsvirksomhet",
    DecisionKind.SUPERVISOR_EXEMPTION: "fritak fra kravet om at veilederen er spesialist",
    DecisionKind.HALF_TIME_EXEMPTION: "fritak fra kravet om minst halv stilling",
}
SIGN_IN = "Logg inn og svar i saken."
FIELDS_OF_REASONS = ("text", "because")


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything a letter may need; ``texts`` are the opened words by version and field.

    ``left_out``: the names of those behind it are not given.
    """

    at: At
    law: LawBook
    on: date
    names: Mapping[Id, str]
    establishments: Mapping[Id, str]
    # For which days an exemption was granted, by where it is stated.
    granted: Mapping[str, str]
    texts: Mapping[tuple[int, str], str | None]
    by: Id
    responsible: Id | None
    contact: str | None
    deferral: bool
    left_out: bool

    @property
    def case(self) -> Proceeding:
        return self.at.case

    @property
    def party(self) -> str:
        return self.name(self.at.about.party)

    @property
    def matter(self) -> str:
        """Return what the case is about as a noun phrase, such as læringsmål ALM-012."""
        opened = self.case.be_open()
        kind = DecisionKind(opened.kind)
        noun = MATTERS.get(kind) or in_words("kind", kind).nb
        # Only a goal is known to anybody by its code.
        return f"{noun} {opened.about}".strip() if opened.plan else noun

    def name(self, person: Id) -> str:
        """Return a name; a person whose name is no more is named by the role alone."""
        if person in self.establishments:
            return self.establishments[person]
        return self.names.get(person, "navn ikke lenger kjent")

    def body(self, instance: str) -> str:
        """Return the name of a body; an establishment has one of its own."""
        if instance == Instance.ESTABLISHMENT:
            registered = self.at.about.organisation.case.registered
            return registered.name if registered else in_words("to", Instance(instance)).nb
        return in_words("to", Instance(instance)).nb

    def to(self, person: Id) -> Addressed:
        """Return how one is addressed: an establishment is no «du»."""
        name = self.establishments.get(person)
        return establishment(name) if name else A_PERSON

    def fact(self, version: int) -> Fact:
        return self.case.facts[version - 1]

    def reasons(self, version: int) -> str:
        """Return what was written of a ruling; empty where nothing, or nothing now, is readable."""
        for field in FIELDS_OF_REASONS:
            if found := self.texts.get((version, field)):
                return found
        return ""

    def rights(self, decided_on: date) -> PartyRights:
        return party_rights(self.law, decided_on)

    def basis(self, ruling: Ruling) -> tuple[Citation, ...]:
        fact: Any = self.fact(ruling.at)
        found: tuple[Citation, ...] = fact.basis
        return found

    def frame(
        self,
        *,
        sender: str,
        addressee: str,
        copies: tuple[str, ...] = (),
        to: Addressed = A_PERSON,
    ) -> Frame:
        responsible = self.responsible or self.by
        return Frame(
            sender=sender,
            addressee=addressee,
            reference=str(self.at.proceeding.case_id),
            on=self.on,
            responsible=None if self.left_out else self.name(responsible),
            case_handler=None if self.left_out else self.name(self.by),
            contact=self.contact or SIGN_IN,
            copies=copies,
            to=to,
        )


def appealed_ruling(material: Material, appeal: Appeal) -> Ruling:
    """Return the ruling an appeal is against; raises NotAllowed where there is none yet."""
    return material.case.ruling_against(appeal) or material.case.be_ruled()
