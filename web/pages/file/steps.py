"""The forms of the way from start to approval: the plan, those around it, the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from application.access import Act
from application.actors import Actor
from application.plans.asking import Asked
from domain.shared.texts import Text
from web.api.plans import (
    acts,
    common_goals,
    invitations,
    old_scheme,
    path,
    programme,
    representatives,
)
from web.pages.cases import PLAN
from web.pages.fields import Path
from web.pages.file import choices
from web.pages.file.forms import put
from web.pages.forms import route
from web.pages.visit import services

PAGE = "/plan"


def _plan_in_force(at: Path, by: Actor) -> Mapping[str, Any]:
    """Return the latest version, to be changed rather than typed anew."""
    versions = services().plans.versions(Asked(plan=at["plan"]), by)
    if not versions:
        return {}
    last = versions[-1]
    return {
        "firstDay": last.first_day,
        "lastDay": last.last_day,
        "guidanceHoursAYear": last.guidance_hours_a_year,
        "rotations": [
            {
                "arena": one.arena,
                "firstDay": one.first_day,
                "lastDay": one.last_day,
                "percentage": one.percentage,
                "goals": list(one.goals),
            }
            for one in last.rotations
        ],
    }


put(
    "draw-up-plan",
    route(programme.ACTS, "/versions"),
    Act.DRAW_UP_PLAN,
    Text(nb="Lag ny versjon av planen", en="Draw up a new version of the plan"),
    Text(
        nb="De andre partene må si seg enige før den gjelder. De får den til seg.",
        en="The other parties must agree before it is in force. It waits for them.",
    ),
    at=PAGE,
    options={"rotations-arena": choices.arenas, "rotations-goals": choices.goals},
    none={"rotations-arena": choices.NO_ARENA},
    case=PLAN,
    begins=_plan_in_force,
    check=True,
)
put(
    "agree-to-plan",
    route(programme.ACTS, "/agree"),
    Act.DRAW_UP_PLAN,
    Text(nb="Si deg enig i planen", en="Agree to the plan"),
    Text(nb="Planen gjelder når alle er enige.", en="It is in force once all agree."),
    at=PAGE,
    check=True,
    case=PLAN,
)
put(
    "plan-arenas",
    route(acts.ACTS, "/plans/<uuid:plan>/arenas"),
    Act.PLAN_ARENAS,
    Text(nb="Velg læringsarenaer", en="Choose the learning arenas"),
    Text(nb="Arenaene vises i matrisen over læringsmål.", en="They show in the goal matrix."),
    at=PAGE,
    options={"arenas": choices.arenas},
    none={"arenas": choices.NO_ARENA},
)
put(
    "sign-agreement",
    route(programme.ACTS, "/agreements"),
    Act.ENTER_EMPLOYMENT,
    Text(nb="Registrer utdanningsavtalen", en="Enter the training agreement"),
    Text(nb="Avtalen vises i planen.", en="The agreement shows in the plan."),
    at=PAGE,
)
put(
    "change-employment",
    route(programme.ACTS, "/employment"),
    Act.ENTER_EMPLOYMENT,
    Text(nb="Endre ansettelsesform", en="Change the form of employment"),
    Text(nb="Endringen gjelder fra dagen du satte.", en="It holds from the day you set."),
    at=PAGE,
    check=True,
)
put(
    "appoint-supervisor",
    route(acts.ACTS, "/supervisors"),
    Act.APPOINT_SUPERVISOR,
    Text(nb="Oppnevn veileder", en="Appoint the supervisor"),
    Text(
        nb="Veilederen ser legens plan fra dagen du satte.",
        en="The supervisor sees the doctor's file from the day you set.",
    ),
    check=True,
    fresh=True,
)
put(
    "appoint-clinical-supervisor",
    route(acts.ACTS, "/clinical-supervisors"),
    Act.APPOINT_CLINICAL_SUPERVISOR,
    Text(nb="Oppnevn supervisør", en="Appoint a clinical supervisor"),
    Text(
        nb="Supervisøren kan signere aktiviteter og gi råd.",
        en="The clinical supervisor can sign activities and advise.",
    ),
    check=True,
    fresh=True,
)
put(
    "invite",
    route(invitations.ACTS, "/invitations"),
    Act.INVITE,
    Text(nb="Inviter noen til planen", en="Invite somebody to the plan"),
    Text(
        nb="Den du inviterte, svarer. Lederen oppnevner den som har sagt ja.",
        en="The one you invited answers. The leader appoints the one who accepted.",
    ),
    at=PAGE,
)
put(
    "withdraw-invitation",
    route(invitations.ACTS, "/withdraw"),
    Act.INVITE,
    Text(nb="Trekk invitasjonen", en="Withdraw the invitation"),
    Text(nb="Invitasjonen kan ikke besvares lenger.", en="It can no longer be answered."),
    at=PAGE,
)
put(
    "authorise-representative",
    route(representatives.ACTS, "/representatives"),
    Act.AUTHORISE_REPRESENTATIVE,
    Text(nb="Gi fullmakt", en="Give power of attorney"),
    Text(
        nb="Fullmektigen ser det fullmakten gjelder, til du trekker den.",
        en="The representative sees what it covers, until you revoke it.",
    ),
    check=True,
    fresh=True,
)
put(
    "revoke-representative",
    route(representatives.ACTS, "/revoke"),
    Act.AUTHORISE_REPRESENTATIVE,
    Text(nb="Trekk fullmakten", en="Revoke the power of attorney"),
    Text(
        nb="Fullmektigen ser ikke lenger saken fra dagen etter.",
        en="The representative sees the file no more from the day after.",
    ),
    check=True,
    fresh=True,
)
put(
    "request-move",
    route(path.ACTS, "/move"),
    Act.END_TRAINING,
    Text(nb="Be om å flytte", en="Ask to move"),
    Text(
        nb="Lederen der du flytter, tar imot. Det du har fått godkjent, følger med.",
        en="The leader where you move receives you. What was approved goes with you.",
    ),
    at=PAGE,
    check=True,
    fresh=True,
    helps={
        "to": Text(
            nb="Virksomheten du flytter til, slik den står i registeret.",
            en="The establishment you move to, as the register has it.",
        )
    },
    options={"to": choices.elsewhere},
    none={"to": choices.NOWHERE_ELSE},
)
put(
    "withdraw",
    route(path.ACTS, "/withdraw"),
    Act.END_TRAINING,
    Text(nb="Avbryt utdanningen", en="Withdraw from the training"),
    Text(
        nb="Det som er godkjent, står. Du kan ta utdanningen opp igjen.",
        en="What was approved stands. You can take the training up again.",
    ),
    at=PAGE,
    check=True,
    fresh=True,
)
put(
    "resume",
    route(path.ACTS, "/resume"),
    Act.END_TRAINING,
    Text(nb="Ta utdanningen opp igjen", en="Take the training up again"),
    Text(nb="Planen løper fra dagen du satte.", en="The plan runs from the day you set."),
    at=PAGE,
    check=True,
)
put(
    "apply-for-approval",
    route(path.ACTS, "/application"),
    Act.END_TRAINING,
    Text(nb="Registrer at du har søkt om godkjenning", en="Record that you applied for approval"),
    Text(
        nb="Helsedirektoratet avgjør. Vedtaket føres her når det kommer.",
        en="The Directorate of Health decides. The decision is entered here when it comes.",
    ),
    check=True,
)
for _name, _ends, _title in (
    ("enter-approved", "/approved", Text(nb="Registrer godkjenningen", en="Enter the approval")),
    ("enter-refused", "/refused", Text(nb="Registrer avslaget", en="Enter the refusal")),
):
    put(
        _name,
        route(path.ACTS, _ends),
        Act.ENTER_COMPLETION,
        _title,
        Text(nb="Legen ser det i planen.", en="The doctor sees it in the plan."),
        at=PAGE,
        check=True,
        fresh=True,
    )
put(
    "change-common-goals",
    route(common_goals.ACTS, "/change"),
    Act.CHANGE_COMMON_GOALS,
    Text(nb="Bytt til nye felles læringsmål", en="Change to the new common goals"),
    Text(nb="Det som er godkjent, står.", en="What was approved stands."),
    at=PAGE,
    check=True,
)
put(
    "state-old-scheme",
    route(old_scheme.ACTS, "/old-scheme"),
    Act.ENTER_OLD_SCHEME,
    Text(
        nb="Registrer at legen følger den gamle ordningen",
        en="State that the old scheme is followed",
    ),
    Text(nb="Overgangsreglene gjelder for legen.", en="The transitional rules hold."),
    at=PAGE,
    check=True,
)
