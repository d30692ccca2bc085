"""Something that came in, acted out step by step, in few words."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from domain.calendar.appeal_question import Channel
from domain.calendar.timeliness import Filing
from domain.incoming.documents import Kept, keep_document, place_document
from domain.incoming.facts import IncomingFactCorrected, IncomingPersonMerged
from domain.incoming.incoming import Aside, Incoming, Room, Why
from domain.law.book import IN_FORCE
from domain.law.remedies import Instance
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.texts import Text
from tests.support.plans import DOCTOR, text
from tests.support.proceedings import CASE_HANDLER, COLLEAGUE

PROCEEDING = Id(f"{UUID(int=0x9C0)}")
DOCUMENT = Id(f"{UUID(int=0xD0C)}")
INCOMING = Id(f"{UUID(int=0x1C0)}")
SENT_ON, RECEIVED_ON = date(2026, 4, 20), date(2026, 4, 21)


class Arrived:
    """One thing that came in and the acts on it; an act that is refused leaves it as it was."""

    def __init__(self) -> None:
        self.case = Incoming()

    def told(self, fact: Fact) -> Arrived:
        self.case.apply(fact)
        return self

    def received(
        self,
        at: Instance = Instance.HELSEKLAGE,
        *,
        sent: date | None = SENT_ON,
        on: date = RECEIVED_ON,
        channel: Channel = Channel.LETTER,
        **changed: Any,
    ) -> Arrived:
        asked: dict[str, Any] = {
            "sender": DOCTOR,
            "sender_told": text("Kari Nordmann"),
            "to": at,
            "by": Room(at),
            "organisation": None,
            "about": text("Avslaget i mars"),
            "because": Why.WRONG_BODY,
            "entered_by": CASE_HANDLER,
            "on": on,
        } | changed
        filing = Filing(channel=channel, sent=sent, received=on)
        return self.told(self.case.receive(text("Jeg klager."), filing=filing, **asked))

    def changed(self, received: date, *, sent: date | None = None, on: date) -> Arrived:
        filing = Filing(channel=Channel.LETTER, sent=sent, received=received)
        return self.told(self.case.change_days(filing, reason=text(), by=CASE_HANDLER, on=on))

    def redirected(
        self,
        to: Instance = Instance.DIRECTORATE,
        organisation: Id | None = None,
        *,
        on: date = date(2026, 4, 24),
    ) -> Arrived:
        fact = self.case.redirect(
            to, organisation, told=text("Sendt rett."), by=CASE_HANDLER, on=on, law=IN_FORCE
        )
        return self.told(fact)

    def placed(self, on: date = date(2026, 4, 27)) -> Arrived:
        return self.told(self.case.place(PROCEEDING, INCOMING, version=5, by=CASE_HANDLER, on=on))

    def kept(self, *, names_no_patient: bool = True, places: tuple[Text, ...] = ()) -> Arrived:
        """Tell that what came in is a document."""
        asked = Kept(
            document=DOCUMENT,
            proceeding=PROCEEDING,
            appeal=None,
            name=text("attest.pdf"),
            media_type="application/pdf",
            size_in_bytes=1234,
            places=places,
            names_no_patient=names_no_patient,
        )
        return self.told(keep_document(asked, sha256="ab" * 32))

    def taken_in(self, on: date = date(2026, 4, 27)) -> Arrived:
        fact = place_document(self.case, PROCEEDING, version=5, by=CASE_HANDLER, on=on)
        return self.told(fact)

    def set_aside(
        self, on: date = date(2026, 4, 27), ground: Aside = Aside.NOT_AN_APPEAL
    ) -> Arrived:
        return self.told(
            self.case.put_aside(ground, reason=text("Et spørsmål."), by=CASE_HANDLER, on=on)
        )

    def corrected(self, version: int | None = None, *, on: date = date(2026, 4, 28)) -> Arrived:
        marked = self.case.mark(
            IncomingFactCorrected,
            version or self.case.version,
            by=CASE_HANDLER,
            on=on,
            reason=text(),
        )
        return self.told(marked)


def incoming_story() -> tuple[Fact, ...]:
    """Return one life in which every fact there is occurs."""
    story = Arrived().received().changed(RECEIVED_ON, sent=SENT_ON, on=date(2026, 4, 22))
    story.redirected().set_aside().corrected().placed()
    merged = IncomingPersonMerged(
        double=COLLEAGUE, into=CASE_HANDLER, merged_by=CASE_HANDLER, merged_on=date(2026, 5, 4)
    )
    story.told(merged)
    return (*story.case.facts, *Arrived().received().kept().taken_in().case.facts[1:])
