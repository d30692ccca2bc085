"""The forms of reviews, concerns, panels and the doctor's evaluation of the establishment."""

from __future__ import annotations

from collections.abc import Iterator

from application.access import Act
from application.actors import Actor
from domain.shared.texts import Text
from web.api.plans import evaluations, meetings
from web.pages.fields import Option, Path
from web.pages.file import choices
from web.pages.file.forms import put
from web.pages.forms import route
from web.pages.words import codes


def _aspects(_: Path, __: Actor) -> Iterator[Option]:
    yield from codes.table("Aspect").items()


put(
    "hold-review",
    route(meetings.ACTS, "/reviews"),
    Act.HOLD_REVIEW,
    Text(nb="Registrer halvårssamtale", en="Record the half-yearly review"),
    Text(nb="Bare de som var til stede, leser referatet.", en="Only those present read it."),
    at="/reviews",
    helps={
        "present": Text(
            nb="Møtet teller som halvårssamtale når legen, leder og veileder alle var til stede.",
            en="It counts as the half-yearly review where doctor, leader and supervisor were all "
            "present.",
        )
    },
    options={"present": choices.around},
)
put(
    "raise-concern",
    route(meetings.ACTS, "/concerns"),
    Act.RAISE_CONCERN,
    Text(nb="Meld en bekymring", en="Raise a concern"),
    Text(
        nb="Lederen får den til seg og svarer. Legen blir hørt før tiltak avtales.",
        en="It waits for the leader, who answers. The doctor is heard before measures are agreed.",
    ),
    at="/reviews",
    check=True,
)
put(
    "agree-on-measures",
    route(meetings.ACTS, "/measures"),
    Act.ANSWER_CONCERN,
    Text(nb="Avtal tiltak", en="Agree on measures"),
    Text(nb="De følges opp på dagen du satte.", en="They are followed up on the day you set."),
    at="/reviews",
    check=True,
)
put(
    "close-concern",
    route(meetings.ACTS, "/close"),
    Act.ANSWER_CONCERN,
    Text(nb="Avslutt bekymringen", en="Close the concern"),
    Text(nb="Den som meldte fra, ser utfallet.", en="The one who raised it sees the outcome."),
    at="/reviews",
    check=True,
)
put(
    "convene-panel",
    route(meetings.ACTS, "/panels"),
    Act.CONVENE_PANEL,
    Text(nb="Kall inn vurderingskollegium", en="Convene an assessment panel"),
    Text(nb="Medlemmene ser møtedagen.", en="The members see the day of the meeting."),
    at="/reviews",
    options={"members-person": choices.around, "goals": choices.goals},
)
put(
    "conclude-panel",
    route(meetings.ACTS, "/conclude"),
    Act.CONVENE_PANEL,
    Text(nb="Skriv kollegiets konklusjon", en="Write the panel's conclusion"),
    Text(nb="Legen kan lese den nå.", en="The doctor can read it now."),
    at="/reviews",
    check=True,
)
put(
    "evaluate-establishment",
    route(evaluations.ACTS, "/evaluations"),
    Act.EVALUATE_ESTABLISHMENT,
    Text(nb="Evaluer virksomheten", en="Evaluate the establishment"),
    Text(nb="Lederen ser evalueringen i halvårssamtalen.", en="The leader sees it in the review."),
    at="/reviews",
    options={"scores-aspect": _aspects},
)
