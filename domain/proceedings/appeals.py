"""The appeals against a decision, and what the parties send; nothing a party sends is kept out."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.calendar.deadlines import Deadline, Step
from domain.calendar.timeliness import Filing, Timeliness, Verdict, in_time
from domain.law.book import LawBook
from domain.law.remedies import Instance
from domain.proceedings import refusals
from domain.proceedings.appeal import Appeal, Defect, Stage
from domain.proceedings.appeal_facts import (
    AppealDecided,
    AppealDismissed,
    AppealFiled,
    AppealForwarded,
    AppealMended,
    AppealReviewed,
    AppealSupplemented,
    AppealWithdrawn,
    CorrectionDemanded,
    DetrimentNotified,
    LateAppealAccepted,
    RestAnswered,
)
from domain.shared.case import Effects
from domain.shared.confidential import Confidential
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(slots=True)
class Appeals:
    """Every appeal against one decision, as the facts so far leave them."""

    by_id: dict[Id, Appeal] = field(default_factory=dict)

    # what parties send

    def file(
        self,
        appeal: Id,
        filing: Filing,
        *,
        appellant: Id,
        sent_by: Id,
        received_by: Instance,
        defects: Collection[Defect],
        grounds: Confidential | None,
        deadline: Deadline | None,
        by: Id,
        law: LawBook,
    ) -> AppealFiled | AppealSupplemented:
        """Take in what a party sent; raises Invalid only for days that cannot be."""
        assert filing.received
        running = self.of(appellant)
        if running and running.running:
            return AppealSupplemented(
                appeal=running.filed.appeal,
                grounds=grounds,
                sent_by=sent_by,
                received_on=filing.received,
                entered_by=by,
            )
        found = in_time(filing, deadline, law) if deadline else _not_begun()
        heard = {Defect.ALREADY_HEARD} if running and running.decided else set()
        return AppealFiled(
            appeal=appeal,
            appellant=appellant,
            sent_by=sent_by,
            channel=filing.channel,
            sent_on=filing.sent,
            received_on=filing.received,
            received_by=received_by,
            defects=tuple(sorted({*defects, *heard})),
            grounds=grounds,
            verdict=found.verdict,
            late=found.late,
            steps=found.steps,
            law=law.version,
            entered_by=by,
        )

    def mend(
        self, appeal: Id, defects: Collection[Defect], *, received_on: date, by: Id
    ) -> AppealMended:
        found = self.appeal(appeal)
        found.be(Stage.AWAITING_AUTHORITY, Stage.AWAITING_CORRECTION)
        mended = tuple(sorted(found.lacking & set(defects) - {Defect.ALREADY_HEARD}))
        return AppealMended(appeal=appeal, defects=mended, received_on=received_on, entered_by=by)

    def withdraw(self, appeal: Id, *, by: Id, on: date) -> AppealWithdrawn:
        found = self.appeal(appeal)
        if not found.running:
            raise refusals.in_wrong_stage(found.stage, "running")
        return AppealWithdrawn(appeal=appeal, withdrawn_by=by, withdrawn_on=on)

    def answer_rest(self, appeal: Id, *, maintained: bool, by: Id, on: date) -> RestAnswered:
        self.appeal(appeal).be(Stage.PARTLY_CHANGED)
        return RestAnswered(appeal=appeal, maintained=maintained, answered_on=on, entered_by=by)

    # questions

    def appeal(self, appeal: Id) -> Appeal:
        """Return the appeal; raises NotFound."""
        try:
            return self.by_id[appeal]
        except KeyError:
            raise refusals.unknown_appeal() from None

    def of(self, appellant: Id) -> Appeal | None:
        """Return the appellant's last appeal, if there is one."""
        own = [one for one in self.by_id.values() if one.filed.appellant == appellant]
        return own[-1] if own else None

    @property
    def running(self) -> list[Appeal]:
        return [one for one in self.by_id.values() if one.running]

    # effects

    def effects(self) -> Effects:
        return {
            AppealFiled: self._filed,
            AppealSupplemented: lambda fact, _: self.by_id[fact.appeal].supplements.append(fact),
            CorrectionDemanded: lambda fact, _: self.by_id[fact.appeal].demands.append(fact),
            AppealMended: self._mended,
            LateAppealAccepted: self._note("accepted"),
            AppealDismissed: self._note("dismissed"),
            AppealWithdrawn: self._note("withdrawn"),
            AppealReviewed: self._note("reviewed"),
            RestAnswered: self._note("rest"),
            AppealForwarded: self._note("forwarded"),
            DetrimentNotified: self._note("detriment"),
            AppealDecided: self._note("decided"),
        }

    def _filed(self, fact: AppealFiled, _: int) -> None:
        self.by_id[fact.appeal] = Appeal(filed=fact, lacking=set(map(Defect, fact.defects)))

    def _mended(self, fact: AppealMended, _: int) -> None:
        self.by_id[fact.appeal].lacking -= set(map(Defect, fact.defects))

    def _note(self, what: str) -> Callable[[Any, int], None]:
        """Return the effect of a fact that is kept with its appeal under a name."""
        return lambda fact, _: setattr(self.by_id[fact.appeal], what, fact)


def _not_begun() -> Timeliness:
    says = Text(
        nb="Underretningen er ikke kommet fram; klagefristen er ikke begynt å løpe.",
        en="The notice has not arrived; the time to appeal has not begun.",
    )
    return Timeliness(verdict=Verdict.IN_TIME, steps=(Step(rule="L-FVL-01", says=says),))
