"""What the notice of a decision must say (forvaltningsloven § 27, and § 59 of the act of 2025)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.law.administration import ACT, COMMENCEMENT
from domain.shared.citation import Citation
from domain.shared.dated import Dated, Version
from domain.shared.texts import Text


class NoticeContent(StrEnum):
    """One thing a notice tells the party."""

    RIGHT_TO_APPEAL = "right-to-appeal"
    DEADLINE = "deadline"
    APPEAL_BODY = "appeal-body"
    PROCEDURE = "procedure"
    ACCESS_TO_DOCUMENTS = "access-to-documents"
    CASE_HANDLER = "case-handler"
    RESPONSIBLE = "responsible"
    DEFERRAL = "deferral"
    LAWSUIT = "lawsuit"
    COSTS = "costs"
    GUIDANCE = "guidance"


CONTENT_NAMES = {
    NoticeContent.RIGHT_TO_APPEAL: Text(nb="retten til å klage", en="the right to appeal"),
    NoticeContent.DEADLINE: Text(nb="klagefristen", en="the time to appeal"),
    NoticeContent.APPEAL_BODY: Text(nb="klageinstansen", en="the appeal body"),
    NoticeContent.PROCEDURE: Text(nb="fremgangsmåten ved klage", en="how to appeal"),
    NoticeContent.ACCESS_TO_DOCUMENTS: Text(
        nb="retten til å se sakens dokumenter", en="the right to see the documents"
    ),
    NoticeContent.CASE_HANDLER: Text(nb="saksbehandlerens navn", en="the case handler's name"),
    NoticeContent.RESPONSIBLE: Text(nb="den ansvarliges navn", en="the name of who is responsible"),
    NoticeContent.DEFERRAL: Text(nb="utsatt iverksetting", en="deferral"),
    NoticeContent.LAWSUIT: Text(nb="fristen for søksmål", en="the time to go to court"),
    NoticeContent.COSTS: Text(nb="sakskostnader", en="costs"),
    NoticeContent.GUIDANCE: Text(nb="veiledning", en="guidance"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeContentRule:
    """What the notice of a decision that can be appealed cannot be without.

    ``unless_reasons``: what may be left out when weighty reasons are stated. A decision changed in
    the party's favour has costs to be told of (section 36), one that the personnel board made the
    time to go to court (helsepersonelloven section 71).
    """

    required: tuple[NoticeContent, ...]
    unless_reasons: tuple[NoticeContent, ...] = (NoticeContent.COSTS,)
    if_favourable_change: tuple[NoticeContent, ...] = (NoticeContent.COSTS,)
    if_of_the_board: tuple[NoticeContent, ...] = (NoticeContent.LAWSUIT,)


ALWAYS = (
    NoticeContent.RIGHT_TO_APPEAL,
    NoticeContent.DEADLINE,
    NoticeContent.APPEAL_BODY,
    NoticeContent.PROCEDURE,
    NoticeContent.ACCESS_TO_DOCUMENTS,
)

NOTICE_CONTENT = Dated(
    "content of a notice",
    Version(
        in_force_from=COMMENCEMENT,
        value=NoticeContentRule(required=ALWAYS),
        citation=Citation(act=ACT, section="27", paragraph=3),
    ),
)
NAMES = (NoticeContent.CASE_HANDLER, NoticeContent.RESPONSIBLE)
WITH_NAMES = NoticeContentRule(
    required=(*ALWAYS, *NAMES), unless_reasons=(*NAMES, NoticeContent.COSTS)
)
"""As the act of 2025 has it: names too, unless weighty reasons speak against it."""
