"""Why a file is not taken, each with a code of its own."""

from __future__ import annotations

from application.ports import FileRefused

TAKEN = "PDF, PNG, JPEG, TXT (UTF-8), DOCX, XLSX"


def empty() -> FileRefused:
    return _refused("file-empty", nb="Filen er tom.", en="The file is empty.")


def not_taken() -> FileRefused:
    return _refused(
        "file-type-not-taken",
        nb=f"Innholdet er ikke av et slag som tas imot: {TAKEN}.",
        en=f"The content is not of a kind that is taken: {TAKEN}.",
    )


def not_what_it_says(content: str) -> FileRefused:
    return _refused(
        "file-not-what-it-says",
        nb=f"Filen er etter innholdet {content}, men navnet sier noe annet. Gi den riktig endelse.",
        en=f"By its content the file is {content}, but its name says otherwise. Rename it rightly.",
    )


def with_macro(what: str) -> FileRefused:
    return _refused(
        "file-has-macro",
        nb=f"Filen har noe i seg som kan kjøres ({what}). Lagre den uten, for eksempel som PDF.",
        en=f"The file holds something that can be run ({what}). Save it without, such as PDF.",
    )


def bomb() -> FileRefused:
    return _refused(
        "file-too-large-inside",
        nb="Filen er pakket slik at innholdet er urimelig stort.",
        en="The file is packed so that its content is unreasonably large.",
    )


def encrypted() -> FileRefused:
    return _refused(
        "file-encrypted",
        nb="Filen er beskyttet med passord og kan ikke ses gjennom; lagre den uten.",
        en="The file is protected by a password and cannot be looked through; save it without.",
    )


def unreadable() -> FileRefused:
    return _refused(
        "file-unreadable",
        nb="Filen er skadet og kan ikke ses gjennom; lagre den på nytt.",
        en="The file is damaged and cannot be looked through; save it again.",
    )


def _refused(code: str, *, nb: str, en: str) -> FileRefused:
    return FileRefused(code, nb=nb, en=en, rule="R-KP-03", field="file")
