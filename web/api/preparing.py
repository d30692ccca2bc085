"""What happens in a proceeding before the decision: told, heard, shown, and by whom."""

from __future__ import annotations

from application.proceedings.before import commands as c
from web.api import acts
from web.api.acts import Route
from web.api.blueprint import ApiBlueprint
from web.api.proceedings import PROCEEDING

blueprint = ApiBlueprint("preparing", __name__, description="Before a decision")

ADVANCE_NOTICE = PROCEEDING + "/advance-notice"
ACCESS = PROCEEDING + "/access"
REQUEST = ACCESS + "/<uuid:request>"
IMPARTIALITY = PROCEEDING + "/impartiality"
QUESTION = IMPARTIALITY + "/<uuid:question>"

ACTS = (
    Route(
        path=PROCEEDING + "/reply",
        command=c.SendProvisionalReply,
        use_case=lambda s: s.preparation.reply,
        summary="Send a provisional reply: why it takes longer, and when an answer is expected.",
    ),
    Route(
        path=ADVANCE_NOTICE,
        command=c.GiveAdvanceNotice,
        use_case=lambda s: s.preparation.give_notice,
        summary="Tell the party what is to be decided, with a day to comment by.",
    ),
    Route(
        path=ADVANCE_NOTICE + "/leave-out",
        command=c.LeaveOutAdvanceNotice,
        use_case=lambda s: s.preparation.leave_notice_out,
        summary="State why no advance notice is given, on a ground of the act that governs.",
    ),
    Route(
        path=PROCEEDING + "/comments",
        command=c.CommentOnCase,
        use_case=lambda s: s.speaking.comment,
        summary="Comment, or enter comments that came in: late, they are taken in and marked.",
    ),
    Route(
        path=PROCEEDING + "/withdraw",
        command=c.WithdrawFromProceeding,
        use_case=lambda s: s.speaking.withdraw,
        summary="Withdraw the application; before the decision that ends the case.",
    ),
    Route(
        path=ACCESS,
        command=c.AskForAccess,
        use_case=lambda s: s.speaking.ask_for_access,
        summary="Ask for access to the documents of the case, before or after the decision.",
        makes="request",
    ),
    Route(
        path=REQUEST + "/give",
        command=c.OnAccess,
        use_case=lambda s: s.access.give,
        summary="Give access: at once, or after all when it had been refused.",
    ),
    Route(
        path=REQUEST + "/refuse",
        command=c.RefuseAccess,
        use_case=lambda s: s.access.refuse,
        summary="Refuse access in whole or part, by the provision that says so, to the letter.",
    ),
    Route(
        path=REQUEST + "/appeal",
        command=c.AppealOverAccess,
        use_case=lambda s: s.speaking.appeal_over_access,
        summary="Appeal over a refusal of access.",
    ),
    Route(
        path=REQUEST + "/forward",
        command=c.OnAccess,
        use_case=lambda s: s.access.forward,
        summary="Maintain the refusal, and send the appeal to the body that hears it.",
    ),
    Route(
        path=REQUEST + "/answer",
        command=c.EnterAccessAnswer,
        use_case=lambda s: s.access.enter_answer,
        summary="Enter what the body that heard the appeal over access came to.",
    ),
    Route(
        path=IMPARTIALITY,
        command=c.QuestionImpartiality,
        use_case=lambda s: s.speaking.question,
        summary="Ask whether one who handles the case is impartial.",
        makes="question",
    ),
    Route(
        path=QUESTION + "/decide",
        command=c.DecideImpartiality,
        use_case=lambda s: s.impartiality.decide,
        summary="Answer the question; one found to be disqualified does nothing more in the case.",
    ),
    Route(
        path=QUESTION + "/substitute",
        command=c.AppointSubstitute,
        use_case=lambda s: s.impartiality.appoint,
        summary="Appoint another in the place of a disqualified official.",
    ),
    Route(
        path=PROCEEDING + "/urgency",
        command=c.StateUrgency,
        use_case=lambda s: s.impartiality.state_urgency,
        summary="Say, disqualified, why something cannot wait; nothing is decided for good so.",
    ),
)

for act in ACTS:
    acts.add(blueprint, act)
