"""The appeals against a decision, and what the parties send; nothing a party sends is kept out."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.calendar.timeliness import BEST_FIRST, Verdict
from domain.proceedings import refusals
from domain.proceedings.appeal import MENDED, Appeal, Defect, Stage
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
    TimelinessJudged,
)
from domain.proceedings.without_effect import WithoutEffect
from domain.shared.case import Effects
from domain.shared.ids import Id


@dataclass(slots=True)
class Appeals:
    """Every appeal against one decision, as the facts so far leave them."""

    by_id: dict[Id, Appeal] = field(default_factory=dict)
    without_effect: WithoutEffect = field(default_factory=WithoutEffect)

    # what parties send

    def mend(
        self, appeal: Id, defects: Collection[Defect], *, received_on: date, by: Id
    ) -> AppealMended:
        found = self.appeal(appeal)
        found.be(Stage.AWAITING_AUTHORITY, Stage.AWAITING_CORRECTION)
        mended = tuple(sorted(found.lacking & set(defects) - {Defect.ALREADY_HEARD}))
        return AppealMended(appeal=appeal, defects=mended, received_on=received_on, entered_by=by)

    # questions

    def appeal(self, appeal: Id) -> Appeal:
        """Return the appeal; raises NotFound."""
        try:
            return self.by_id[appeal]
        except KeyError:
            raise refusals.unknown_appeal() from None

    def of(self, appellant: Id) -> list[Appeal]:
        return [one for one in self.by_id.values() if one.filed.appellant == appellant]

    def against(self, ruling: int) -> list[Appeal]:
        return [one for one in self.by_id.values() if one.filed.against == ruling]

    @property
    def running(self) -> list[Appeal]:
        return [one for one in self.by_id.values() if one.running]

    # effects

    def effects(self) -> Effects:
        return {
            AppealFiled: self._filed,
            AppealSupplemented: self._supplemented,
            TimelinessJudged: lambda fact, _: self.by_id[fact.appeal].said.append(fact),
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
            **self.without_effect.effects(),
        }

    def _filed(self, fact: AppealFiled, _: int) -> None:
        self.by_id[fact.appeal] = Appeal(filed=fact, lacking=set(map(Defect, fact.defects)))

    def _supplemented(self, fact: AppealSupplemented, _: int) -> None:
        appeal = self.by_id[fact.appeal]
        appeal.supplements.append(fact)
        if fact.entered_by == fact.sent_by:
            # Sent by one who signed in and may speak for the appellant, it is their appeal too.
            appeal.lacking -= set(MENDED) - set(map(Defect, fact.defects))
        # An appeal is as much in time as the best of its sendings.
        if fact.verdict and BEST_FIRST.index(Verdict(fact.verdict)) < BEST_FIRST.index(
            appeal.verdict
        ):
            appeal.said.append(fact)

    def _mended(self, fact: AppealMended, _: int) -> None:
        self.by_id[fact.appeal].lacking -= set(map(Defect, fact.defects))

    def _note(self, what: str) -> Callable[[Any, int], None]:
        """Return the effect of a fact that is kept with its appeal under a name."""
        return lambda fact, _: setattr(self.by_id[fact.appeal], what, fact)
