"""All pages of casework: the modules give each role its own."""

from __future__ import annotations

from web.pages.casework import (  # noqa: F401
    auditor,
    case_forms,
    directorate,
    docket,
    governor,
    inbox,
    numbers,
    party,
    room,
)
from web.pages.casework.looking import PAGES

CASEWORK = tuple(PAGES.values())
