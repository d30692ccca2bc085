"""What is wrong with a field, in the reader's language, and what would be right."""

from __future__ import annotations

import re
from typing import Any

from domain.shared.texts import Text
from web.api.language import in_language

WORDS: tuple[tuple[re.Pattern[str], Text], ...] = tuple(
    (re.compile(pattern), Text(nb=nb, en=en))
    for pattern, nb, en in (
        (r"Missing data for required field\.", "Feltet må være med.", "The field is needed."),
        (r"Field may not be null\.", "Feltet kan ikke være null.", "The field cannot be null."),
        (r"Unknown field\.", "Feltet finnes ikke her.", "There is no such field here."),
        (r"Not a valid string\.", "Skal være tekst.", "Must be text."),
        (
            r"Not a valid date\.",
            "Skal være en dag, skrevet som 2026-03-01.",
            "Must be a day, written like 2026-03-01.",
        ),
        (
            r"Not a day from (\S+) to (\S+)\.",
            r"Skal være en dag fra \1 til \2.",
            r"Must be a day from \1 to \2.",
        ),
        (
            r"Not a valid (aware )?datetime\.",
            "Skal være et tidspunkt, skrevet som 2026-03-01T12:00:00+01:00.",
            "Must be an instant, written like 2026-03-01T12:00:00+01:00.",
        ),
        (
            r"Not a valid UUID\.",
            "Skal være en id, en UUID.",
            "Must be an id, which is a UUID.",
        ),
        (r"Not a valid integer\.", "Skal være et heltall.", "Must be a whole number."),
        (r"Not a valid number\.", "Skal være et tall.", "Must be a number."),
        (
            r"Not a number in quotes\.",
            'Skal være et tall i anførselstegn, skrevet som "7.5".',
            'Must be a number in quotes, written like "7.5".',
        ),
        (r"Not a valid boolean\.", "Skal være true eller false.", "Must be true or false."),
        (r"Not a valid list\.", "Skal være en liste.", "Must be a list."),
        (r"Invalid type\.|Invalid input type\.", "Skal være et objekt.", "Must be an object."),
        (r"Must be one of: (.*)\.", r"Skal være en av: \1.", r"Must be one of: \1."),
        (r"Shorter than minimum length (\d+)\.", "Kan ikke være tom.", "Cannot be empty."),
        (
            r"Longer than maximum length (\d+)\.",
            r"Kan ha høyst \1 tegn.",
            r"Can have \1 characters at most.",
        ),
        (
            r"Length must be between \d+ and (\d+)\.",
            r"Skal ha fra 1 til \1 tegn.",
            r"Must have 1 to \1 characters.",
        ),
        (
            r"Null characters and lone surrogates are not text\.",
            "Inneholder tegn som ikke er tekst.",
            "Holds characters that are not text.",
        ),
        (r"(.*) cannot be in the future\.", r"\1 er ikke kommet ennå.", r"\1 has not come yet."),
    )
)
"""By what marshmallow says; what is said by ourselves comes in both languages."""


def in_words(errors: Any) -> Any:
    """Return what is wrong, field by field, in the language of the request."""
    match errors:
        case dict():
            return {name: in_words(found) for name, found in errors.items()}
        case list():
            return [in_words(found) for found in errors]
        case str():
            return _told(errors)
        case Text():
            return in_language(errors)
    return errors


def _told(message: str) -> str:
    for pattern, words in WORDS:
        if found := pattern.fullmatch(message):
            return found.expand(in_language(words))
    return message
