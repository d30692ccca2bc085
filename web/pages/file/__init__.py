"""The file of a doctor in training, as each of those around the doctor may see it."""

from web.pages.file import (
    course,
    daily,
    files,
    front,
    goals,
    guidance,
    history,
    meetings,
    records,
    shelf,
    steps,
    talks,
    work,
)

PARTS = (
    front,
    goals,
    guidance,
    work,
    course,
    talks,
    files,
    history,
    daily,
    records,
    steps,
    meetings,
)
"""The pages in the order they stand beside each other, and the forms that lead from them."""
pages = shelf.pages
