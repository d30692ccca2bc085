"""Whatever anybody sends about a case, in any order, nothing breaks and all can be read after."""

from __future__ import annotations

import random
import re
from datetime import timedelta

import pytest

from tests.support.anything import Anything
from tests.support.town import Town
from tests.web.api.test_preparing import COLLEAGUE, with_colleague
from tests.web.api.test_proceedings import BOARD, DIRECTORATE, DOCTOR, Room, applied
from web.api import aside, document_acts, incoming, preparing, proceedings
from web.api.acts import Route

ROUTES = [
    one
    for module in (proceedings, preparing, aside, incoming, document_acts)
    for one in module.ACTS
    if "<uuid:proceeding>" in one.path or "incoming" in one.path
]
AUDITOR, REPRESENTATIVE = ("auditor", "auditor"), ("stranger", "representative")
WHO = {
    DOCTOR: 4,
    DIRECTORATE: 5,
    COLLEAGUE: 3,
    BOARD: 3,
    ("leader", "leader"): 1,
    ("stranger", "doctor"): 1,
    REPRESENTATIVE: 2,
}
ENDS = re.compile(r"impartiality|>/withdraw$|>/close$")
"""What keeps most other acts from being done, and so is tried less often."""
IN_PATH = re.compile(r"<(?:\w+:)?(\w+)>")
STEPS = 100


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_nothing_that_is_sent_breaks_a_case(aasnes: Town, seed: int) -> None:
    chance = random.Random(seed)
    town = with_colleague(aasnes)
    room = applied(town)
    scopes = {"scopes": ["decisions"], "firstDay": "2026-02-02"}
    given = {"person": str(town.people["stranger"]), **scopes}
    town.done(f"{room.plan}/representatives", *DOCTOR, given)
    if seed % 3:
        room.notified()
    people = [str(person) for person in town.people.values()]
    said = Anything(chance=chance, people=people, today=town.clock.day)
    recorded = 0
    for _ in range(STEPS):
        town.clock.day += timedelta(days=chance.choice((0, 0, 0, 0, 1, 3, 10, 30)))
        said.today = town.clock.day
        (route,) = chance.choices(ROUTES, [1 if ENDS.search(one.path) else 6 for one in ROUTES])
        (who,) = chance.choices(list(WHO), list(WHO.values()))
        recorded += _sent(room, route, who, said)
    assert recorded


def _sent(room: Room, route: Route, who: tuple[str, str], said: Anything) -> bool:
    """Send something; return whether it was recorded, when all must be readable."""
    last = room.trail()["version"]
    ids = {"proceeding": room.path.rpartition("/")[2], "version": str(said.chance.randint(1, last))}
    path = IN_PATH.sub(lambda found: ids.get(found[1]) or said.id_of(found[1]), route.path)
    hidden = {*IN_PATH.findall(route.path), *([route.makes] if route.makes else [])}
    answer = room.town.post(path, *who, said.body(route.command, without=hidden))
    assert answer.status_code < 500, (path, who, answer.json)
    if answer.status_code != 201:
        return False
    if route.makes and "made" in answer.json:
        said.made.setdefault(route.makes, []).append(answer.json["made"])
    for where, reader in (
        (room.path, DOCTOR),
        (room.path, DIRECTORATE),
        (room.path, AUDITOR),
        (room.plan, DOCTOR),
        (f"{room.plan}/timeline", DOCTOR),
        ("/docket", DIRECTORATE),
        ("/incoming", DIRECTORATE),
        ("/me/incoming", DOCTOR),
    ):
        read = room.town.get(where, *reader)
        assert read.status_code == 200, (where, reader, read.json)
    return True
