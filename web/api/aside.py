"""Acts beside an appeal: costs, deferral, lawsuits that wait, and the review of the body above."""

from __future__ import annotations

from application.proceedings.beside import commands as c
from application.proceedings.without_effect import OnSending
from web.api import acts
from web.api.acts import Route
from web.api.blueprint import ApiBlueprint
from web.api.proceedings import PROCEEDING

blueprint = ApiBlueprint("aside", __name__, description="Acts beside an appeal")

ACTS = (
    Route(
        path=PROCEEDING + "/costs",
        command=c.ClaimCosts,
        use_case=lambda s: s.speaking.claim_costs,
        summary="Claim the costs of having a decision changed: late or too early, it is taken in.",
        makes="claim",
    ),
    Route(
        path=PROCEEDING + "/costs/<uuid:claim>/sum",
        command=c.StateSum,
        use_case=lambda s: s.speaking.state_sum,
        summary="State the sum of a claim for costs that lacked it.",
    ),
    Route(
        path=PROCEEDING + "/without-effect/<uuid:sending>/note",
        command=OnSending,
        use_case=lambda s: s.speaking.noting.note,
        summary="Say that what a party sent without effect was seen.",
    ),
    Route(
        path=PROCEEDING + "/costs/<uuid:claim>/decide",
        command=c.DecideCosts,
        use_case=lambda s: s.aside.decide_costs,
        summary="Decide a claim for costs, by the body that made the new ruling.",
    ),
    Route(
        path=PROCEEDING + "/deferrals",
        command=c.RequestDeferral,
        use_case=lambda s: s.speaking.request_deferral,
        summary="Ask that a decision is not carried out yet.",
        makes="deferral",
    ),
    Route(
        path=PROCEEDING + "/deferrals/<uuid:deferral>/decide",
        command=c.DecideDeferral,
        use_case=lambda s: s.aside.decide_deferral,
        summary="Decide a request to defer, by the body that has the case.",
    ),
    Route(
        path=PROCEEDING + "/defer",
        command=c.DecideDeferral,
        use_case=lambda s: s.aside.defer,
        summary="Defer a decision of the body's own accord.",
        makes="deferral",
    ),
    Route(
        path=PROCEEDING + "/lawsuit-condition",
        command=c.SetLawsuitCondition,
        use_case=lambda s: s.aside.set_condition,
        summary="Have a lawsuit wait for the appeal; set before the notice, which tells of it.",
    ),
    Route(
        path=PROCEEDING + "/superior/announce",
        command=c.AnnounceReview,
        use_case=lambda s: s.aside.announce_review,
        summary="Tell the party that the body which hears appeals will review the decision.",
    ),
    Route(
        path=PROCEEDING + "/superior/reverse",
        command=c.ReverseAsSuperior,
        use_case=lambda s: s.aside.reverse,
        summary="Reverse without an appeal, by the body that hears appeals.",
    ),
)

for act in ACTS:
    acts.add(blueprint, act)
