"""Letters as a municipality, the Directorate and an appeal body write them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from application.letters import forwarding, receipt
from application.letters.against import Appealable, Final
from application.letters.decision import AlsoTold, Appealed, Decision, decision_notice
from application.letters.frame import Frame
from application.letters.letter import Letter
from application.letters.service import Period, service_confirmation
from domain.calendar.appeal_question import AppealQuestion, Channel
from domain.calendar.appeals import appeal_deadline
from domain.calendar.timeliness import Filing, in_time
from domain.law.book import IN_FORCE, LawBook
from domain.law.courts import COUNTED_BY_NAME
from domain.law.new_administration import with_new_act
from domain.law.party_rights import party_rights
from domain.shared.citation import Citation

DECIDED = date(2026, 3, 10)
DIRECTORATE = "Helsedirektoratet"
BOARD = "Statens helsepersonellnemnd"
DOCTOR = "Åse Bjørnø"
MATTER = "spesialistgodkjenning i allmennmedisin"
APPROVAL = (
    Citation(act="spesialistforskriften", section="29", paragraph=1, letter="a"),
    Citation(act="helsepersonelloven", section="51"),
)
REASONS = """Du søkte 2. februar 2026 om godkjenning som spesialist i allmennmedisin.

Godkjenning kan gis når det er dokumentert at alle læringsmål er oppnådd. I Kompetanseportalen er \
86 av 88 læringsmål i allmennmedisin godkjent. ALM-055 og ALM-085 er ikke godkjent; begge \
forutsetter tjeneste i institusjon, og søknaden viser to måneder av de seks som kreves.

Du har opplyst at tjenesten ved sykehjemmet bør regnes fra det tidspunktet du hadde vakt der. \
Helsedirektoratet har lagt vekt på at bare tjeneste som er bekreftet av arbeidsgiveren, kan telle \
med, og at det ikke foreligger en slik bekreftelse for de øvrige fire månedene."""


def frame(**changed: object) -> Frame:
    usual: dict[str, object] = {
        "sender": DIRECTORATE,
        "addressee": DOCTOR,
        "address": ("Storgata 7", "7950 Abelvær"),
        "reference": "2026/01234",
        "on": DECIDED,
        "responsible": "Ingrid Sørås",
        "case_handler": "Jørgen Hæreid",
        "contact": "Logg inn og svar i saken, eller ring 810 20 050.",
    }
    return Frame(**(usual | changed))  # type: ignore[arg-type]


def appealable(law: LawBook = IN_FORCE, *, digital: bool = True) -> Appealable:
    return Appealable(
        sent_to=DIRECTORATE,
        heard_by=BOARD,
        heard_by_law=law.specialist_approval_remedy.on(DECIDED).citation,
        period=law.appeal.on(DECIDED),
        by_letter=law.appeal_filing.on(DECIDED),
        digital=law.digital_filing.on(DECIDED),
        arrival=law.digital_notice.on(DECIDED).citation if digital else None,
        counting=(COUNTED_BY_NAME, law.end_of_period.on(DECIDED).citation),
    )


def refusal(text: str = REASONS, *, law: LawBook = IN_FORCE, **changed: object) -> Letter:
    decision = Decision(
        matter=MATTER,
        outcome="Søknaden om spesialistgodkjenning i allmennmedisin er avslått.",
        text=text,
        decided_on=DECIDED,
        basis=APPROVAL,
        conditions="Du kan søke på nytt når ALM-055 og ALM-085 er godkjent.",
    )
    return decision_notice(
        frame(**changed),
        decision,
        appealable(law),
        party_rights(law, DECIDED),
        AlsoTold(
            deferral=True,
            costs=law.cost_claim.on(DECIDED),
            lawsuit_first_appeal=law.lawsuit_despite_appeal.on(DECIDED),
        ),
    )


def appeal_decision() -> Letter:
    rights = party_rights(IN_FORCE, DECIDED)
    decided_on = date(2026, 6, 22)
    decision = Decision(
        matter=MATTER,
        outcome="Klagen er ikke tatt til følge. Helsedirektoratets vedtak opprettholdes.",
        text="Nemnda har prøvd alle sider av saken.\n\nTjenesten må være bekreftet.",
        decided_on=decided_on,
        basis=APPROVAL,
        appealed=Appealed(
            first_body=DIRECTORATE,
            first_decided_on=DECIDED,
            appeal_received_on=date(2026, 4, 7),
        ),
    )
    return decision_notice(
        frame(sender=BOARD, on=decided_on, reference="SHPN 2026/88"),
        decision,
        Final(basis=rights.final),
        rights,
        AlsoTold(
            costs=IN_FORCE.cost_claim.on(DECIDED),
            lawsuit_within=IN_FORCE.lawsuit_after_board.on(DECIDED),
        ),
    )


def appeal_receipt(
    came: date = date(2026, 4, 7), *, lacking: receipt.Lacking | None = None
) -> Letter:
    deadline = appeal_deadline(
        AppealQuestion(
            arrived=None,
            channel=Channel.DIGITAL,
            available=date(2026, 3, 16),
            alerted=date(2026, 3, 16),
            decided=DECIDED,
        ),
        IN_FORCE,
    )
    filing = Filing(channel=Channel.DIGITAL, sent=None, received=came)
    found = in_time(filing, deadline, IN_FORCE)
    return receipt.appeal_receipt(
        frame(on=came),
        receipt.Received(
            matter=MATTER,
            decided_on=DECIDED,
            decided_by=DIRECTORATE,
            appellant=DOCTOR,
            received=datetime(came.year, came.month, came.day, 9, 5),  # noqa: DTZ001
            channel=Channel.DIGITAL,
        ),
        receipt.Judged(
            verdict=found.verdict,
            late=found.late,
            last_day=deadline.last_day,
            steps=(*deadline.steps, *found.steps),
        ),
        receipt.Onward(
            first_body=DIRECTORATE,
            appeal_body=BOARD,
            target=IN_FORCE.appeal_processing.on(came),
            target_on=date(2026, 8, 7),
        ),
        party_rights(IN_FORCE, DECIDED),
        lacking=lacking,
    )


LACKING = receipt.Lacking(
    what=("underskrift", "hvilken endring du ønsker i vedtaket"), answer_by=date(2026, 4, 21)
)


def forwarded(**changed: object) -> Letter:
    said: dict[str, object] = {
        "maintained_because": "Klagen gir ikke grunn til å endre vedtaket.\n\n"
        "Bekreftelsen fra Nærøysund viser tjeneste i halv stilling, og perioden er for kort.",
        "new": ("Tjenestebekreftelse fra Nærøysund kommune, datert 30. mars 2026",),
        "documents": (
            forwarding.Document(title="Søknad om spesialistgodkjenning", on=date(2026, 2, 2)),
            forwarding.Document(title="Underretning om vedtak", on=DECIDED),
            forwarding.Document(title="Klage med vedlegg", on=date(2026, 4, 7)),
            forwarding.Document(title="Utskrift fra Kompetanseportalen"),
        ),
    }
    return forwarding.forwarding_letter(
        frame(addressee=BOARD, address=(), on=date(2026, 5, 4), copies=(DOCTOR,)),
        forwarding.Contested(
            matter=MATTER,
            decided_by=DIRECTORATE,
            decided_on=DECIDED,
            outcome="Søknaden om spesialistgodkjenning i allmennmedisin ble avslått.",
            basis=APPROVAL,
        ),
        forwarding.Appealed(
            appellant=DOCTOR,
            received_on=date(2026, 4, 7),
            in_time="Klagen er fremsatt i tide; siste dag for å klage var 7. april 2026.",
            words="Jeg ber om at søknaden innvilges.\n\nSe vedlegget.",
        ),
        forwarding.Statement(**(said | changed)),  # type: ignore[arg-type]
        party_rights(IN_FORCE, DECIDED),
    )


def confirmation() -> Letter:
    def period(first: date, last: date | None, percentage: str, employer: str) -> Period:
        return Period(
            employer=employer,
            arena="Åsnes legesenter",
            kind="Åpen uselektert allmennpraksis",
            percentage=Decimal(percentage),
            first_day=first,
            last_day=last,
            confirmed_by="Kari Nordmann, virksomhetsleder",
            confirmed_on=date(2026, 3, 2),
        )

    return service_confirmation(
        frame(sender="Åsnes kommune", reference="2026/77"),
        DOCTOR,
        (
            period(date(2025, 1, 1), None, "37.50", "Nærøysund kommune"),
            period(date(2023, 3, 1), date(2024, 12, 31), "100", "Åsnes kommune"),
        ),
        Citation(act="spesialistforskriften", section="25", paragraph=1, letter="e"),
    )


def every_letter() -> dict[str, Letter]:
    return {
        "refusal": refusal(),
        "appeal-decision": appeal_decision(),
        "receipt": appeal_receipt(),
        "receipt-late": appeal_receipt(date(2026, 4, 8), lacking=LACKING),
        "forwarded": forwarded(),
        "confirmation": confirmation(),
    }


def under_the_act_of_2025() -> tuple[Letter, ...]:
    """Return what a notice says if the act of 2025 had come before the decision."""
    return (refusal("Se over.", law=with_new_act(IN_FORCE, date(2026, 1, 1))),)
