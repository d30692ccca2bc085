"""What parties sent that could change nothing: kept, told to them, and seen by a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.proceedings.appeal import STAGE_NAMES, Stage
from domain.proceedings.without_effect_facts import SentWithoutEffect, SentWithoutEffectNoted
from domain.shared.case import Effects
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed, NotFound
from domain.shared.texts import Text


class Meant(StrEnum):
    """What a party meant to do."""

    APPEAL_WITHDRAWN = "appeal-withdrawn"
    REST_MAINTAINED = "rest-maintained"
    REST_NOT_MAINTAINED = "rest-not-maintained"
    ACCESS_APPEALED = "access-appealed"
    DOCUMENT_WITHDRAWN = "document-withdrawn"


class Because(StrEnum):
    """Why nothing came of it."""

    OVER = "over"
    NOT_ASKED = "not-asked"
    UNKNOWN = "unknown"
    ANOTHERS = "anothers"


OF_APPEALS = frozenset({Meant.APPEAL_WITHDRAWN, Meant.REST_MAINTAINED, Meant.REST_NOT_MAINTAINED})


@dataclass(slots=True)
class Sending:
    """One thing that was sent without effect, and whether somebody saw it."""

    sent: SentWithoutEffect
    noted: SentWithoutEffectNoted | None = None

    @property
    def appeal(self) -> Id | None:
        """Return the appeal it names, where it names one."""
        return self.sent.of if self.sent.what in OF_APPEALS else None


@dataclass(slots=True)
class WithoutEffect:
    """Everything that was sent without effect in one case, oldest first."""

    by_id: dict[Id, Sending] = field(default_factory=dict)

    def note(self, sending: Id, *, by: Id, on: date) -> SentWithoutEffectNoted:
        """Say that it was seen; raises NotFound, and NotAllowed for what was seen before."""
        found = self.sending(sending)
        if found.noted:
            raise NotAllowed(
                "sending-noted",
                nb=f"Dette ble sett {found.noted.noted_on} og venter ikke på noen.",
                en=f"This was seen on {found.noted.noted_on} and waits for nobody.",
                field="sending",
            )
        return SentWithoutEffectNoted(sending=sending, noted_by=by, noted_on=on)

    def sending(self, sending: Id) -> Sending:
        """Return what was sent; raises NotFound."""
        if sending not in self.by_id:
            raise NotFound(
                "unknown-sending",
                nb="Saken har ikke noe slikt som er sendt uten virkning.",
                en="The case has nothing such that was sent without effect.",
                field="sending",
            )
        return self.by_id[sending]

    @property
    def waiting(self) -> list[Sending]:
        return [one for one in self.by_id.values() if one.noted is None]

    # effects

    def effects(self) -> Effects:
        return {SentWithoutEffect: self._sent, SentWithoutEffectNoted: self._noted}

    def _sent(self, fact: SentWithoutEffect, _: int) -> None:
        self.by_id[fact.sending] = Sending(fact)

    def _noted(self, fact: SentWithoutEffectNoted, _: int) -> None:
        self.by_id[fact.sending].noted = fact


NOTHING: Mapping[str, Text] = {
    Meant.APPEAL_WITHDRAWN: Text(nb="ingenting ble trukket", en="nothing was withdrawn"),
    Meant.REST_MAINTAINED: Text(nb="svaret endrer ingenting", en="the answer changes nothing"),
    Meant.REST_NOT_MAINTAINED: Text(nb="svaret endrer ingenting", en="the answer changes nothing"),
    Meant.ACCESS_APPEALED: Text(nb="ingenting ble påklaget", en="nothing was appealed"),
    Meant.DOCUMENT_WITHDRAWN: Text(nb="ingenting ble trukket", en="nothing was withdrawn"),
}
UNKNOWN: Mapping[str, Text] = {
    Meant.ACCESS_APPEALED: Text(
        nb="Saken har ikke noe slikt innsynskrav", en="The case has no such request for access"
    )
}


def told_of(fact: SentWithoutEffect) -> Text:
    """Return what the sender is told: why nothing came of it, and that a person looks at it."""
    why, nothing = _why(fact), NOTHING[fact.what]
    return Text(
        nb=f"{why.nb}; {nothing.nb}. Saksbehandleren ser det du sendte.",
        en=f"{why.en}; {nothing.en}. The case handler sees what you sent.",
    )


def _why(fact: SentWithoutEffect) -> Text:
    where = STAGE_NAMES[Stage(fact.stage)] if fact.stage else None
    match Because(fact.because):
        case Because.UNKNOWN:
            no_appeal = Text(nb="Saken har ingen slik klage", en="The case has no such appeal")
            return UNKNOWN.get(fact.what, no_appeal)
        case Because.ANOTHERS if fact.what == Meant.DOCUMENT_WITHDRAWN:
            return Text(nb="Dokumentet er en annens", en="The document is another's")
        case Because.ANOTHERS:
            return Text(nb="Klagen er en annens", en="The appeal is another's")
        case Because.OVER if where:
            return Text(nb=f"Klagen er allerede {where.nb}", en=f"The appeal is already {where.en}")
        case Because.NOT_ASKED if where:
            return Text(
                nb=f"Ingen har spurt om resten opprettholdes; klagen er {where.nb}",
                en=f"Nobody asked whether the rest is maintained; the appeal is {where.en}",
            )
    return Text(nb="Dokumentet er allerede trukket tilbake", en="The document is already withdrawn")
