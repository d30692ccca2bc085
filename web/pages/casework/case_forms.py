"""The forms of a case: decided, told of, appealed, heard, and what stands beside it."""

from __future__ import annotations

from typing import Any

from application.actors import Role
from domain.shared.texts import Text
from web.api.preparing import ACCESS, ADVANCE_NOTICE, IMPARTIALITY, QUESTION, REQUEST
from web.api.proceedings import APPEAL, APPEALS, PROCEEDING
from web.pages.casework import beginning
from web.pages.casework.beside import deadlines, entered_appeal, facts
from web.pages.casework.giving import DECISION, EXEMPTION_PLANS, WEIGHTY, give, may_hear
from web.pages.casework.helps import ARRIVAL, ENTERED_APPEAL, NOTICE, READ_BY_PARTY
from web.pages.casework.looking import (
    APPEAL_BODIES,
    FIRST_INSTANCE,
    OFFICIALS,
    SPEAKERS,
)

EVERYBODY = (*OFFICIALS, *SPEAKERS)
SENDERS = (*SPEAKERS, *FIRST_INSTANCE)
FACTS = ("casework/beside.html", facts)
DEADLINES = ("casework/deadlines.html", deadlines)
DECIDES: dict[str, Any] = {**DECISION, "options": EXEMPTION_PLANS, "beside": FACTS}
MENDED = {"defects": Text(nb="Det som er rettet", en="What is mended")}
ON_RULING: dict[str, Any] = {"begins": beginning.ruling}
ENTERS: dict[str, Any] = {
    **WEIGHTY,
    "begins": beginning.appeal,
    "beside": ("casework/entered_appeal.html", entered_appeal),
    "helps": ENTERED_APPEAL,
}

give(FIRST_INSTANCE, "decide", PROCEEDING + "/decide", helps=READ_BY_PARTY, **DECIDES)
give(FIRST_INSTANCE, "reverse", PROCEEDING + "/reverse", helps=READ_BY_PARTY, **DECIDES)
give(OFFICIALS, "letter", PROCEEDING + "/letters", **ON_RULING)
give(OFFICIALS, "notice", PROCEEDING + "/notice", begins=beginning.notice, helps=NOTICE, **WEIGHTY)
give(
    OFFICIALS,
    "arrival",
    PROCEEDING + "/arrival",
    begins=beginning.arrival,
    helps=ARRIVAL,
    **WEIGHTY,
)
give(OFFICIALS, "alert", PROCEEDING + "/alert", **ON_RULING)
give(OFFICIALS, "reasons", PROCEEDING + "/reasons", helps=READ_BY_PARTY, **ON_RULING, **DECISION)
give(SENDERS, "reasons-demand", PROCEEDING + "/reasons/demand", begins=beginning.demand, **WEIGHTY)
give(OFFICIALS, "extend", PROCEEDING + "/extend", **ON_RULING, **WEIGHTY)
give(FIRST_INSTANCE, "close", PROCEEDING + "/close", **DECISION)
give(OFFICIALS, "correct", PROCEEDING + "/facts/<int:version>/correct", **DECISION)

give(SPEAKERS, "appeal", APPEALS, beside=DEADLINES, begins=beginning.appeal, **WEIGHTY)
give((Role.DIRECTORATE_OFFICER,), "appeal", APPEALS, said="enter-appeal", **ENTERS)
give((Role.LEADER,), "appeal", APPEALS, said="appeal-or-enter", **ENTERS)
give(SENDERS, "appeal-withdraw", APPEAL + "/withdraw", **DECISION)
give(SENDERS, "rest", APPEAL + "/rest", **WEIGHTY)
give(FIRST_INSTANCE, "correction", APPEAL + "/correction", **WEIGHTY)
give(FIRST_INSTANCE, "mend", APPEAL + "/mend", labels=MENDED)
give(FIRST_INSTANCE, "accept-late", APPEAL + "/accept-late", beside=DEADLINES, **DECISION)
give(FIRST_INSTANCE, "dismiss", APPEAL + "/dismiss", beside=DEADLINES, **DECISION)
give(FIRST_INSTANCE, "review", APPEAL + "/review", helps=READ_BY_PARTY, **DECIDES)
give(
    FIRST_INSTANCE,
    "forward",
    APPEAL + "/forward",
    begins=beginning.hearing,
    options={"to": may_hear},
    **DECISION,
)
give(APPEAL_BODIES, "detriment", APPEAL + "/detriment", **DECISION)
give(APPEAL_BODIES, "appeal-decide", APPEAL + "/decide", helps=READ_BY_PARTY, **DECIDES)

give(FIRST_INSTANCE, "reply", PROCEEDING + "/reply", **WEIGHTY)
give(FIRST_INSTANCE, "advance-notice", ADVANCE_NOTICE, helps=READ_BY_PARTY, **WEIGHTY)
give(FIRST_INSTANCE, "leave-out", ADVANCE_NOTICE + "/leave-out", **WEIGHTY)
give(SENDERS, "comment", PROCEEDING + "/comments", **WEIGHTY)
give(SENDERS, "withdraw", PROCEEDING + "/withdraw", **DECISION)
give(SENDERS, "access", ACCESS)
give(FIRST_INSTANCE, "access-give", REQUEST + "/give", **WEIGHTY)
give(FIRST_INSTANCE, "access-refuse", REQUEST + "/refuse", **DECISION)
give(SENDERS, "access-appeal", REQUEST + "/appeal", **WEIGHTY)
give(FIRST_INSTANCE, "access-forward", REQUEST + "/forward", **WEIGHTY)
give(FIRST_INSTANCE, "access-answer", REQUEST + "/answer", **WEIGHTY)
give(EVERYBODY, "impartial", IMPARTIALITY, **WEIGHTY)
give(OFFICIALS, "impartial-decide", QUESTION + "/decide", **DECISION)
give(OFFICIALS, "substitute", QUESTION + "/substitute", **WEIGHTY)
give(OFFICIALS, "urgency", PROCEEDING + "/urgency")

give(SENDERS, "costs", PROCEEDING + "/costs", **WEIGHTY)
give(SENDERS, "sum", PROCEEDING + "/costs/<uuid:claim>/sum", **WEIGHTY)
give(OFFICIALS, "costs-decide", PROCEEDING + "/costs/<uuid:claim>/decide", **DECISION)
give(SENDERS, "deferral", PROCEEDING + "/deferrals", **WEIGHTY)
give(OFFICIALS, "deferral-decide", PROCEEDING + "/deferrals/<uuid:deferral>/decide", **DECISION)
give(OFFICIALS, "defer", PROCEEDING + "/defer", **DECISION)
give(OFFICIALS, "lawsuit", PROCEEDING + "/lawsuit-condition", **ON_RULING, **WEIGHTY)
give(APPEAL_BODIES, "superior-announce", PROCEEDING + "/superior/announce", **DECISION)
give(
    APPEAL_BODIES,
    "superior-reverse",
    PROCEEDING + "/superior/reverse",
    helps=READ_BY_PARTY,
    **DECIDES,
)
give(OFFICIALS, "sending-note", PROCEEDING + "/without-effect/<uuid:sending>/note")
DOCUMENT = PROCEEDING + "/documents/<uuid:document>"
give(EVERYBODY, "attach", PROCEEDING + "/documents", upload=True)
give(EVERYBODY, "document-withdraw", DOCUMENT + "/withdraw", **WEIGHTY)
give(FIRST_INSTANCE, "document-forward", DOCUMENT + "/forward", **WEIGHTY)
give(OFFICIALS, "document-note", DOCUMENT + "/note")
