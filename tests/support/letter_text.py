"""A letter as plain text, for reading and comparing."""

from __future__ import annotations

from application.letters.letter import (
    Block,
    Heading,
    Letter,
    Paragraph,
    Points,
    Quote,
    Steps,
    Table,
    Terms,
)


def plain(letter: Letter) -> str:
    """Return everything the letter says, a block a paragraph, its tables as Markdown has them."""
    return "\n\n".join(
        (
            f"{letter.sender} / {letter.on} / {letter.reference}",
            " / ".join((letter.addressee, *letter.address)),
            f"# {letter.title}",
            *map(_block, letter.blocks),
            f"Ansvarlig: {letter.responsible}. Saksbehandler: {letter.case_handler}.",
            f"Kontakt: {letter.contact} Kopi til: {', '.join(letter.copies) or 'ingen'}.",
        )
    )


def _block(block: Block) -> str:
    match block:
        case Heading(text=text):
            return f"## {text}"
        case Paragraph(text=text):
            return text
        case Quote(paragraphs=paragraphs):
            return "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs)
        case Points(items=items):
            return "\n".join(f"* {item}" for item in items)
        case Steps(steps=steps):
            told = (f"{step.says} {'; '.join(step.basis)}".strip() for step in steps)
            return "\n".join(f"{number}. {says}" for number, says in enumerate(told, start=1))
    return _table(block)


def _table(block: Terms | Table) -> str:
    if isinstance(block, Terms):
        columns: tuple[str, ...] = ("", "")
        rows: tuple[tuple[str, ...], ...] = tuple((it.name, it.description) for it in block.terms)
    else:
        columns, rows = block.columns, block.rows
    ruled = (columns, ("---",) * len(columns), *rows)
    return "\n".join((f"{block.caption}:\n", *(f"| {' | '.join(row)} |" for row in ruled)))
