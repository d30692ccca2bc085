"""What the body that hears an appeal does: it decides, and nobody decides twice (§ 34)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from domain.calendar.periods import period
from domain.law.administration import ACT
from domain.law.book import LawBook
from domain.proceedings import refusals
from domain.proceedings.appeal import Appeal, Outcome, Stage
from domain.proceedings.appeal_facts import AppealDecided, DetrimentNotified
from domain.proceedings.appeals import Appeals
from domain.proceedings.rules.first_instance import FINAL
from domain.shared.citation import Citation
from domain.shared.confidential import Confidential
from domain.shared.facts import Seen
from domain.shared.findings import Confidence
from domain.shared.ids import Id

HEAR = Citation(act=ACT, section="34")
DETRIMENT = Citation(act=ACT, section="34", paragraph=3)
IMPARTIAL = Citation(act=ACT, section="6", paragraph=2)


def notify_detriment(appeals: Appeals, appeal: Id, *, by: Id, on: date) -> DetrimentNotified:
    appeals.appeal(appeal).be(Stage.FORWARDED)
    return DetrimentNotified(appeal=appeal, notified_by=by, notified_on=on, basis=(DETRIMENT,))


def decide(
    appeals: Appeals,
    appeal: Id,
    outcome: Outcome,
    *,
    to_detriment: bool,
    text: Confidential,
    first_instance: Collection[Id],
    seen: tuple[Seen, ...],
    by: Id,
    on: date,
    law: LawBook,
) -> AppealDecided:
    """Decide; raises RuleBroken for one who decided before, or a detriment not told in time."""
    found = appeals.appeal(appeal)
    found.be(Stage.FORWARDED)
    earlier = {found.reviewed.reviewed_by} if found.reviewed else set()
    if by in {*first_instance, *earlier}:
        raise refusals.broken(
            "L-FVL-15",
            IMPARTIAL,
            nb="Den som avgjorde saken i første instans, avgjør ikke klagen.",
            en="Whoever decided the case at first instance does not decide the appeal.",
            confidence=Confidence.C,
        )
    if to_detriment and not _other_well_founded(appeals, appeal):
        _refuse_untold_detriment(found, law)
    return AppealDecided(
        appeal=appeal,
        outcome=outcome,
        to_detriment=to_detriment,
        text=text,
        decided_by=by,
        decided_on=on,
        seen=seen,
        law=law.version,
        basis=(HEAR, FINAL),
    )


def _other_well_founded(appeals: Appeals, appeal: Id) -> bool:
    """Return whether another appellant's appeal was found to be right (section 34)."""
    return any(
        other.decided and other.decided.outcome == Outcome.CHANGED
        for key, other in appeals.by_id.items()
        if key != appeal
    )


def _refuse_untold_detriment(found: Appeal, law: LawBook) -> None:
    latest = period("detriment_notice", found.filed.received_on, law).last_day
    assert latest
    told = found.detriment
    if told is None or told.notified_on > latest:
        raise refusals.broken(
            "L-FVL-09",
            DETRIMENT,
            nb="Vedtaket kan ikke endres til skade for klageren uten at det er meldt senest "
            f"{latest}, tre måneder etter at klagen kom inn.",
            en="The decision cannot be changed to the appellant's detriment unless that was "
            f"told by {latest}, three months after the appeal came in.",
        )
