"""The way to go against a decision: which remedy, by whom, to which body, until when (L-SPF-35)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.calendar.ambiguities import Ambiguity
from domain.law.book import LawBook
from domain.law.remedies import RULE_OF, DecisionKind, Instance, Remedy, RemedyRule
from domain.law.timers import TimerRule
from domain.shared.dated import Dated, Version
from domain.shared.texts import Text

GOAL_OUTCOME = Ambiguity(
    id="AMB-29",
    says=Text(
        nb="Forskriften nevner ikke læringsmål blant vedtakene som kan påklages.",
        en="The regulation does not name goals among the decisions that can be appealed.",
    ),
    choice=Text(
        nb="Det er rett til ny vurdering. Den som likevel klager, blir hørt av et menneske.",
        en="There is a right to a new assessment. An appeal is taken in, and a person looks at it.",
    ),
)
MUNICIPAL = Ambiguity(
    id="AMB-40",
    says=Text(
        nb="Kildene avgjør ikke om det kommunen bestemmer om utdanningen, er enkeltvedtak.",
        en="The sources do not settle whether what a municipality decides of a training is a "
        "decision at law.",
    ),
    choice=Text(
        nb="Er det et enkeltvedtak, går klagen til kommunens klageorgan, eller til departementet "
        "der kommunestyret selv har avgjort; det avgjør et menneske.",
        en="If it is one, the municipality's appeal body hears it, or the ministry where the "
        "municipal council itself decided; a person decides.",
    ),
)
HALF_TIME = Ambiguity(
    id="AMB-43",
    says=Text(
        nb="Kravet om halv stilling er opphevet, men § 35 viser fortsatt til fritak fra det.",
        en="The requirement of half a post is repealed, but section 35 still names exemptions.",
    ),
    choice=Text(
        nb="Veien gjelder vedtak til og med 31. desember 2024.",
        en="The way is for decisions to and including 31 December 2024.",
    ),
)
NO_SOURCE = Ambiguity(
    id="AMB-40",
    says=Text(
        nb="Ingen av kildene sier hvem som hører en klage over dette.",
        en="None of the sources says who hears an appeal over this.",
    ),
    choice=Text(nb="Et menneske avgjør.", en="A person decides."),
)

_UNSETTLED = {
    DecisionKind.GOAL_OUTCOME: GOAL_OUTCOME,
    DecisionKind.SERVICE_RECOGNITION: MUNICIPAL,
    DecisionKind.MUNICIPAL: MUNICIPAL,
    DecisionKind.HALF_TIME_EXEMPTION: HALF_TIME,
    DecisionKind.POINTS: NO_SOURCE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """What can be done against a decision: an appeal goes to the body that decided.

    ``period`` is the time there is, None where the law sets none or no way is settled.
    """

    kind: DecisionKind
    remedy: Remedy
    decided_by: Instance | None
    heard_by: Instance | None
    rule: Version[RemedyRule] | None
    period: Version[TimerRule] | None
    ambiguities: tuple[Ambiguity, ...]


def route(kind: DecisionKind, law: LawBook, decided_on: date) -> Route:
    """Return the way against a decision of a day, as the law was then."""
    name = RULE_OF.get(kind)
    dated: Dated[RemedyRule] | None = law.rules()[name] if name else None
    rule = dated.find(decided_on) if dated else None
    remedy = rule.value.remedy if rule else Remedy.A_PERSON_DECIDES
    odd = _UNSETTLED.get(kind)
    return Route(
        kind=kind,
        remedy=remedy,
        decided_by=rule.value.decided_by if rule else None,
        heard_by=rule.value.heard_by if rule else None,
        rule=rule,
        period=law.appeal.on(decided_on) if remedy is Remedy.APPEAL else None,
        ambiguities=(odd,) if odd else (),
    )
