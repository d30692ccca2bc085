"""The forms of a case: decided, told of, appealed, heard, and what stands beside it."""

from __future__ import annotations

from typing import Any

from application.actors import Actor, Role
from domain.shared.texts import Text
from web.api.preparing import ACCESS, ADVANCE_NOTICE, IMPARTIALITY, QUESTION, REQUEST
from web.api.proceedings import APPEAL, APPEALS, PROCEEDING
from web.pages.casework.beside import deadlines, facts
from web.pages.casework.giving import DECISION, EXEMPTION_PLANS, WEIGHTY, give
from web.pages.casework.looking import (
    APPEAL_BODIES,
    FIRST_INSTANCE,
    OFFICIALS,
    SPEAKERS,
    trail_of,
)
from web.pages.fields import Path

EVERYBODY = (*OFFICIALS, *SPEAKERS)
SENDERS = (*SPEAKERS, *FIRST_INSTANCE)
FACTS = ("casework/beside.html", facts)
DEADLINES = ("casework/deadlines.html", deadlines)
DECIDES: dict[str, Any] = {**DECISION, "options": EXEMPTION_PLANS, "beside": FACTS}
READ_BY_PARTY = {
    "text": Text(
        nb="Parten får akkurat denne teksten. Si hvilke regler og hvilke fakta den bygger på.",
        en="The party gets exactly this text. Say which rules and which facts it rests on.",
    )
}
MENDED = {"defects": Text(nb="Det som er rettet", en="What is mended")}


def _channel(path: Path, looks: Actor) -> dict[str, Any]:
    """Begin with what is as good as always so: a digital notice that reached the party today."""
    sent = [one for one in trail_of(path["proceeding"], looks).rulings if one.dispatched_on]
    return {"channel": sent[-1].channel} if sent else {}


give(FIRST_INSTANCE, "decide", PROCEEDING + "/decide", helps=READ_BY_PARTY, **DECIDES)
give(FIRST_INSTANCE, "reverse", PROCEEDING + "/reverse", helps=READ_BY_PARTY, **DECIDES)
give(OFFICIALS, "letter", PROCEEDING + "/letters")
give(OFFICIALS, "notice", PROCEEDING + "/notice", begins=_channel, **WEIGHTY)
give(OFFICIALS, "arrival", PROCEEDING + "/arrival", begins=_channel, **WEIGHTY)
give(OFFICIALS, "alert", PROCEEDING + "/alert")
give(OFFICIALS, "reasons", PROCEEDING + "/reasons", helps=READ_BY_PARTY, **DECISION)
give(SENDERS, "reasons-demand", PROCEEDING + "/reasons/demand", **WEIGHTY)
give(OFFICIALS, "extend", PROCEEDING + "/extend", **WEIGHTY)
give(FIRST_INSTANCE, "close", PROCEEDING + "/close", **DECISION)
give(OFFICIALS, "correct", PROCEEDING + "/facts/<int:version>/correct", **DECISION)

give(SPEAKERS, "appeal", APPEALS, beside=DEADLINES, **WEIGHTY)
give((Role.DIRECTORATE_OFFICER,), "appeal", APPEALS, said="enter-appeal", **WEIGHTY)
give((Role.LEADER,), "appeal", APPEALS, said="appeal-or-enter", beside=DEADLINES, **WEIGHTY)
give(SENDERS, "appeal-withdraw", APPEAL + "/withdraw", **DECISION)
give(SENDERS, "rest", APPEAL + "/rest", **WEIGHTY)
give(FIRST_INSTANCE, "correction", APPEAL + "/correction", **WEIGHTY)
give(FIRST_INSTANCE, "mend", APPEAL + "/mend", labels=MENDED)
give(FIRST_INSTANCE, "accept-late", APPEAL + "/accept-late", beside=DEADLINES, **DECISION)
give(FIRST_INSTANCE, "dismiss", APPEAL + "/dismiss", beside=DEADLINES, **DECISION)
give(FIRST_INSTANCE, "review", APPEAL + "/review", helps=READ_BY_PARTY, **DECIDES)
give(FIRST_INSTANCE, "forward", APPEAL + "/forward", **DECISION)
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
give(OFFICIALS, "lawsuit", PROCEEDING + "/lawsuit-condition", **WEIGHTY)
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
