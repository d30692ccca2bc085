"""The forms of every week: sessions, activities, goals."""

from __future__ import annotations

from application.access import Act
from application.actors import Role
from domain.shared.texts import Text
from web.api.plans import acts, documents, reassessment
from web.pages.cases import PLAN
from web.pages.file import choices
from web.pages.file.forms import put
from web.pages.file.goals import before_submitting
from web.pages.forms import route

_SESSION = {"supervisor": choices.supervisors, "goals": choices.goals}
A_GOAL = "/goals/{goal}"

put(
    "log-session",
    route(acts.ACTS, "/sessions"),
    Act.ENTER_SESSION,
    Text(nb="Registrer en veiledningssamtale", en="Log a guidance session"),
    Text(
        nb="Veilederen ser samtalen og kan godkjenne referatet. Timene teller når det er godkjent.",
        en="The supervisor sees the session and can finalise it. The hours count once it is.",
    ),
    at="/guidance",
    only=("supervisor", "held_on", "duration_minutes", "goals", "minutes", "patients_not_named"),
    options=_SESSION,
    none={"supervisor": choices.NO_SUPERVISOR},
)
put(
    "write-minutes",
    route(acts.ACTS, "/minutes"),
    Act.ENTER_SESSION,
    Text(nb="Skriv referat", en="Write the minutes"),
    Text(
        nb="Veilederen leser referatet og godkjenner samtalen.",
        en="The supervisor reads the minutes and finalises the session.",
    ),
    at="/guidance",
)
put(
    "finalise-session",
    route(acts.ACTS, "/finalise"),
    Act.FINALISE_SESSION,
    Text(nb="Godkjenn samtalen", en="Finalise the session"),
    Text(
        nb="Timene teller nå, og referatet kan ikke skrives om.",
        en="The hours count now, and the minutes cannot be rewritten.",
    ),
    at="/guidance",
    check=True,
    fresh=True,
    case=PLAN,
)
put(
    "discard-session",
    route(acts.ACTS, "/discard"),
    Act.ENTER_SESSION,
    Text(nb="Forkast utkastet", en="Discard the draft"),
    Text(nb="Samtalen teller ikke.", en="The session does not count."),
    at="/guidance",
    check=True,
)
for _name, _ends, _title, _then in (
    (
        "share-minutes",
        "/share",
        Text(nb="Del referatet", en="Share the minutes"),
        Text(nb="Den du valgte, kan nå lese referatet.", en="The one you chose can read it now."),
    ),
    (
        "unshare-minutes",
        "/unshare",
        Text(nb="Slutt å dele referatet", en="Stop sharing the minutes"),
        Text(nb="Den du valgte, kan ikke lese referatet lenger.", en="They can read it no more."),
    ),
):
    put(
        _name,
        route(documents.ACTS, _ends),
        Act.SHARE_MINUTES,
        _title,
        _then,
        at="/guidance",
        options={"person": choices.signers},
        none={"person": choices.NO_SIGNER},
    )
put(
    "log-activity",
    route(acts.ACTS, "/activities"),
    Act.LOG_ACTIVITY,
    Text(nb="Registrer en læringsaktivitet", en="Log a learning activity"),
    Text(
        nb="Send den til en veileder eller supervisør som kan signere.",
        en="Send it to a supervisor or clinical supervisor who can sign.",
    ),
    at="/work",
    only=("kind", "done_on", "arena", "goals", "description"),
    options={"arena": choices.arenas, "goals": choices.goals},
)
put(
    "submit-activity",
    route(acts.ACTS, "/activities/<uuid:activity>/submit"),
    Act.LOG_ACTIVITY,
    Text(nb="Send til signering", en="Send to be signed"),
    Text(nb="Den du valgte, får oppgaven.", en="It waits for the one you chose."),
    at="/work",
    options={"to": choices.signers},
    none={"to": choices.NO_SIGNER},
)
put(
    "sign-activity",
    route(acts.ACTS, "/sign"),
    Act.SIGN_ACTIVITY,
    Text(nb="Signer aktiviteten", en="Sign the activity"),
    Text(nb="Den teller nå for læringsmålene.", en="It counts for the goals now."),
    at="/work",
    check=True,
    fresh=True,
    case=PLAN,
    labels={"channel": Text(nb="Hvordan du var til stede", en="How you were present")},
)
put(
    "return-activity",
    route(acts.ACTS, "/activities/<uuid:activity>/return"),
    Act.SIGN_ACTIVITY,
    Text(nb="Send aktiviteten i retur", en="Send the activity back"),
    Text(nb="Legen ser hva som må rettes.", en="The doctor sees what must be mended."),
    at="/work",
)
put(
    "submit-goal",
    route(acts.ACTS, "/goals/<goal>/submit"),
    Act.SUBMIT_GOAL,
    Text(nb="Send inn læringsmålet", en="Submit the learning goal"),
    Text(
        nb="Lederen hører veileder og minst én supervisør, og avgjør. Du får beskjed.",
        en="The leader hears the supervisor and a clinical supervisor, and decides. You are told.",
    ),
    at=A_GOAL,
    check=True,
    needs=("consulted_on",),
    beside=("subject.html", before_submitting),
)
put(
    "recall-goal",
    route(acts.ACTS, "/recall"),
    Act.SUBMIT_GOAL,
    Text(nb="Trekk læringsmålet tilbake", en="Recall the learning goal"),
    Text(nb="Du kan sende det inn igjen.", en="You can submit it again."),
    at=A_GOAL,
)
put(
    "recommend-goal",
    route(acts.ACTS, "/recommend"),
    Act.RECOMMEND_GOAL,
    Text(nb="Gi råd om læringsmålet", en="Advise on the learning goal"),
    Text(
        nb="Lederen og legen ser rådet. Lederen avgjør.",
        en="The leader and the doctor see the advice. The leader decides.",
    ),
    at=A_GOAL,
    check=True,
    fresh=True,
    case=PLAN,
)
put(
    "request-reassessment",
    route(reassessment.ACTS, "/reassessments"),
    Act.REQUEST_REASSESSMENT,
    Text(nb="Be om ny vurdering", en="Ask for a new assessment"),
    Text(
        nb="Statsforvalteren ordner vurderingen med andre enn de som vurderte sist.",
        en="The county governor arranges it, with others than those who assessed last.",
    ),
    at="/reviews",
    options={"goal": choices.failed_goals},
    none={"goal": choices.NO_FAILED_GOAL},
    check=True,
)
put(
    "withdraw-reassessment",
    route(reassessment.ACTS, "/reassessments/<uuid:reassessment>/withdraw"),
    Act.REQUEST_REASSESSMENT,
    Text(nb="Trekk kravet om ny vurdering", en="Withdraw the request for a new assessment"),
    Text(nb="Avgjørelsen om målet står.", en="The decision on the goal stands."),
    at="/reviews",
    check=True,
)
put(
    "confirm-activities",
    route(reassessment.ACTS, "/reassessments/<uuid:reassessment>/activities"),
    (Role.LEADER,),
    Text(nb="Bekreft aktivitet siden sist", en="Confirm activities since the last one"),
    Text(nb="Den nye vurderingen kan ordnes.", en="The new assessment can be arranged."),
    at="/reviews",
    check=True,
)
