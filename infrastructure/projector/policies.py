"""Which kept rows a person sees, in the database's own words; every view has one.

A municipality's rows are seen by those who hold an office in it, a person's by that person, and
what goes across municipalities by those who hold one in a body of the state, the appeal bodies or
the audit. Who holds which office, the kept rows say themselves (``views.held_by_reader``). Each
question is a subquery, so that it is asked once a statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import LiteralString

ME: LiteralString = "(SELECT views.reader())"
IN_OFFICE: LiteralString = (
    "organisation = ANY ((SELECT views.held_by_reader("
    "'{leader,administrator,appeals-member}'))::uuid[])"
)
LEADS: LiteralString = (
    "organisation = ANY ((SELECT views.held_by_reader('{leader,administrator}'))::uuid[])"
)
OFFICIAL: LiteralString = (
    "(SELECT views.held_by_reader('{directorate-officer,county-governor-officer,"
    "helseklage-officer,personnel-board-officer,auditor}')) <> '{}'::uuid[]"
)
ORGANISES: LiteralString = (
    "(SELECT views.held_by_reader('{group-organiser,auditor}')) <> '{}'::uuid[]"
)
REPRESENTS: LiteralString = "plan = ANY ((SELECT views.held_by_reader('{representative}'))::uuid[])"
AROUND: LiteralString = (
    "case_id = ANY ((SELECT views.held_by_reader("
    "'{supervisor,clinical-supervisor,representative}'))::uuid[])"
)
"""Those who have to do with one plan, who must see whose it is."""
SIGNED_IN: LiteralString = f"{ME} IS NOT NULL"
OWN: LiteralString = f"person = {ME}"


def _either(conditions: Iterable[LiteralString]) -> LiteralString:
    return " OR ".join(conditions)


POLICIES: Mapping[str, LiteralString] = MappingProxyType(
    {
        "tasks": OWN,
        # The other policies ask it: it must not ask them.
        "offices": OWN,
        "deadlines": _either((OWN, f"other = {ME}", LEADS)),
        "docket": _either((IN_OFFICE, OFFICIAL)),
        "proceedings": _either((f"party = {ME}", IN_OFFICE, REPRESENTS, OFFICIAL)),
        "decisions_made": _either((IN_OFFICE, OFFICIAL)),
        "incoming": _either((f"sender = {ME}", IN_OFFICE, f"organisation IS NULL AND {OFFICIAL}")),
        "guidance_groups": ORGANISES,
        "exemptions": _either((LEADS, OFFICIAL)),
        "plan_register": _either((f"doctor = {ME}", AROUND, LEADS, OFFICIAL)),
        "invitations": _either((OWN, f"doctor = {ME}", LEADS)),
        # What an establishment lacks as a whole is told to whoever is signed in.
        "coverage": _either((f"case_id = organisation AND {SIGNED_IN}", LEADS, OFFICIAL)),
    }
)
