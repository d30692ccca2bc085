"""Letters to an establishment: a refused registration, the appeal over it, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from application.letters import receipt
from application.letters.addressed import establishment
from application.letters.against import Against, Appealable, Final, NewAssessment, Unsettled
from application.letters.decision import AlsoTold, Decision, decision_notice
from application.letters.letter import Letter
from domain.calendar.appeal_question import Channel
from domain.calendar.timeliness import Late, Verdict
from domain.law.book import IN_FORCE
from domain.law.party_rights import party_rights
from domain.shared.citation import Citation
from tests.support.letters import DECIDED, DIRECTORATE, appealable, frame

MUNICIPALITY = "Abelvær kommune"
MATTER = "registrering som utdanningsvirksomhet"
RIGHTS = party_rights(IN_FORCE, DECIDED)
TO = frame(
    addressee=MUNICIPALITY,
    address=("Rådhuset", "7950 Abelvær"),
    to=establishment(MUNICIPALITY),
)


def way() -> Appealable:
    law = IN_FORCE.registration_remedy.on(DECIDED).citation
    return replace(appealable(), heard_by="Helseklage", heard_by_law=law)


def refused(against: Against | None = None, *, text: str = "Planen mangler vurdering.") -> Letter:
    """Return the notice of a refusal that tells everything there is to tell."""
    return decision_notice(
        TO,
        Decision(
            matter=MATTER,
            outcome=f"Søknaden om {MATTER} er avslått.",
            text=text,
            decided_on=DECIDED,
            basis=(Citation(act="spesialistforskriften", section="21", paragraph=1),),
        ),
        against or way(),
        RIGHTS,
        AlsoTold(
            deferral=True,
            costs=IN_FORCE.cost_claim.on(DECIDED),
            lawsuit_first_appeal=IN_FORCE.lawsuit_despite_appeal.on(DECIDED),
            lawsuit_within=IN_FORCE.lawsuit_after_board.on(DECIDED),
        ),
    )


def received() -> Letter:
    """Return the receipt for an appeal that was late and lacks something."""
    came = date(2026, 4, 8)
    return receipt.appeal_receipt(
        replace(TO, on=came),
        receipt.Received(
            matter=MATTER,
            decided_on=DECIDED,
            decided_by=DIRECTORATE,
            appellant=MUNICIPALITY,
            received=came,
            channel=Channel.DIGITAL,
        ),
        receipt.Judged(
            verdict=Verdict.LATE, late=Late.MAY_BE_TREATED, last_day=date(2026, 4, 7), steps=()
        ),
        receipt.Onward(
            first_body=DIRECTORATE,
            appeal_body="Helseklage",
            target=IN_FORCE.appeal_processing.on(came),
            target_on=date(2026, 8, 7),
        ),
        RIGHTS,
        lacking=receipt.Lacking(what=("underskrift",), answer_by=date(2026, 4, 21)),
    )


def to_establishments() -> dict[str, Letter]:
    law = IN_FORCE.registration_remedy.on(DECIDED).citation
    return {
        "refused": refused(),
        "refused-reasons-later": refused(text=""),
        "final": refused(Final(basis=RIGHTS.final)),
        "new-assessment": refused(NewAssessment(asked_of="statsforvalteren", basis=law)),
        "unsettled": refused(Unsettled(says="Loven sier ikke hvem.", ask=DIRECTORATE)),
        "received": received(),
    }
