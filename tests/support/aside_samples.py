"""One of each fact that is recorded beside an appeal; never in one life, only to be folded."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.calendar.deadlines import Step
from domain.proceedings.aside_facts import (
    CostsClaimed,
    CostsDecided,
    CostsSumStated,
    DeferralDecided,
    DeferralRequested,
    LawsuitConditionSet,
    ReviewAnnounced,
)
from domain.proceedings.without_effect_facts import SentWithoutEffect, SentWithoutEffectNoted
from domain.shared.citation import Citation
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.texts import Text
from tests.support.plans import DOCTOR, text

CLAIM, DEFERRAL = Id(f"{UUID(int=0xC057)}"), Id(f"{UUID(int=0xDEF)}")
SENDING = Id(f"{UUID(int=0x5E0)}")
OFFICER = Id(f"{UUID(int=0xCA5E)}")
BASIS = (Citation(act="forvaltningsloven (LOV-1967-02-10)", section="36", paragraph=3),)
LAW = "in-force/2026-07-02"


def aside_samples() -> tuple[Fact, ...]:
    step = Step(rule="L-FVL-11", says=Text(nb="I tide.", en="In time."), basis=BASIS)
    return (
        CostsClaimed(
            claim=CLAIM,
            ruling=2,
            claimant=DOCTOR,
            sent_by=DOCTOR,
            channel="digital",
            sent_on=None,
            received_on=date(2026, 9, 3),
            amount=42_000,
            grounds=text("Advokat."),
            verdict="in-time",
            steps=(step,),
            law=LAW,
            entered_by=DOCTOR,
        ),
        CostsDecided(
            claim=CLAIM,
            ruling=2,
            claimant=DOCTOR,
            outcome="partly-granted",
            amount=30_000,
            because=text("Ikke alt var nødvendig."),
            late_ground=None,
            body="directorate",
            decided_by=OFFICER,
            decided_on=date(2026, 9, 10),
            remedy="appeal",
            heard_by="personnel-board",
            law=LAW,
            basis=BASIS,
        ),
        DeferralRequested(
            deferral=DEFERRAL,
            ruling=2,
            until="appeal-decided",
            grounds=text("Stillingen opphører."),
            sent_by=DOCTOR,
            received_on=date(2026, 9, 3),
            entered_by=DOCTOR,
        ),
        DeferralDecided(
            deferral=DEFERRAL,
            ruling=2,
            deferred=True,
            until="appeal-decided",
            conditions=text("Under veiledning."),
            because=None,
            irreversible=True,
            exception=None,
            body="directorate",
            decided_by=OFFICER,
            decided_on=date(2026, 9, 4),
            law=LAW,
            basis=BASIS,
        ),
        LawsuitConditionSet(ruling=2, set_by=OFFICER, set_on=date(2026, 9, 4), basis=BASIS),
        ReviewAnnounced(
            ruling=2,
            body="personnel-board",
            announced_by=OFFICER,
            announced_on=date(2026, 9, 7),
            in_time_until=date(2026, 9, 22),
            steps=(step,),
            basis=BASIS,
        ),
        CostsSumStated(
            claim=CLAIM,
            amount=43_500,
            sent_by=DOCTOR,
            received_on=date(2026, 9, 4),
            entered_by=DOCTOR,
        ),
        SentWithoutEffect(
            sending=SENDING,
            what="appeal-withdrawn",
            of=DEFERRAL,
            because="unknown",
            stage=None,
            words=text("Jeg trekker klagen."),
            received_on=date(2026, 9, 4),
            entered_by=DOCTOR,
        ),
        SentWithoutEffectNoted(sending=SENDING, noted_by=OFFICER, noted_on=date(2026, 9, 7)),
    )
