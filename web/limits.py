"""How often one may ask: generous to who clicks, narrow for a program that runs wild.

Reading is not counted, but where each answer costs: files, letters, statistics.
"""

from __future__ import annotations

from datetime import timedelta
from ipaddress import IPv6Address, ip_address
from typing import cast

import flask

from application.limiting import Counting, Limit, TooMany
from domain.shared.ids import Id

DOOR = Limit(name="door", most=1200, within=timedelta(minutes=10))
"""Each address, at the pages of those who are not signed in: a whole town may share one."""
CALENDAR = Limit(name="calendar", most=1200, within=timedelta(minutes=10))
"""Each address, at calendars; a calendar service asks for many people."""
ACT = Limit(name="act", most=300, within=timedelta(minutes=1))
"""Each person, for whatever changes something."""
HEAVY = Limit(name="heavy", most=300, within=timedelta(minutes=10))
"""Each person, for what is printed, sealed, opened or counted as a whole."""
PROGRAM = Limit(name="program", most=1200, within=timedelta(minutes=10))
"""Each program with a token of its own, for whatever it reads."""
NAMED = Limit(name="named", most=30, within=timedelta(hours=1))
"""Each person, for naming others by identity number: there is no going through them all."""
LIMITS = (DOOR, CALENDAR, ACT, HEAVY, PROGRAM, NAMED)

AT_CALENDARS = "own-days.get_calendars_ics"
AT_HEAVY = frozenset(
    {
        "histories.post_organisations_history_imports",
        "incoming.get_incoming_document",
        "plan-files.get_plans_files_content",
        "plan-service.get_plans_service_letters",
        "plan-service.post_plans_service_letters",
        "proceeding-documents.get_proceedings_documents",
        "proceedings.get_proceedings_letters",
        "proceedings.post_proceedings_letters",
        "statistics.get_statistics_appeals",
    }
)
HEAVY_PAGES = (
    "-content",
    "-service_letter",
    "-certify-service-do",
    "own-file.export",
    ".one-letter",
    ".one-document",
    ".incoming-document",
    ".letter-do",
    ".numbers",
)
"""How the names of pages end that hand out or print such things, whoever's pages they are."""
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
NETWORK = 64
"""How much of an IPv6 address is one household's or office's: within it, one has them all."""
COUNTING = "alis-counting"


def keep_stranger_within(limit: Limit) -> None:
    """Count a request nobody is known behind; raises TooMany."""
    _count(limit, _network())


def keep_program_within(client: str) -> None:
    """Count the request of a program; raises TooMany."""
    _count(PROGRAM, client)


def keep_person_within(person: Id) -> None:
    """Count the request of somebody, if it is of those that are counted; raises TooMany."""
    at = flask.request.endpoint or ""
    if at in AT_HEAVY or at.endswith(HEAVY_PAGES):
        _count(HEAVY, str(person))
    elif flask.request.method not in SAFE:
        _count(ACT, str(person))


def keep_naming_within(person: Id) -> None:
    """Count that somebody names another by identity number, known or not; raises TooMany."""
    _count(NAMED, str(person))


def _count(limit: Limit, whose: str) -> None:
    counting = cast("Counting | None", flask.current_app.extensions[COUNTING])
    wait = counting.count(limit, whose) if counting else None
    if wait is not None:
        raise TooMany(limit, wait)


def _network() -> str:
    """Return where the request comes from, as far as one who asks cannot choose it freely."""
    told = flask.request.remote_addr or ""
    try:
        address = ip_address(told)
    except ValueError:
        return told
    if isinstance(address, IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped) if mapped else str(int(address) >> (128 - NETWORK))
    return str(address)
