"""What a trail tells of the time before the decision, of letters and documents, and beside it."""

from __future__ import annotations

from collections.abc import Iterator

from application.proceedings.beside.words import (
    DECISIONS_BESIDE,
    LETTERS,
    PERIODS,
    STAGES_OF_ACCESS,
)
from application.proceedings.trails.told.lines import Line, Naming, Section, cited, day, line, steps
from application.proceedings.trails.trail import Trail
from application.proceedings.trails.words import BODIES, word
from domain.law.timers import Ends
from domain.shared.texts import Text

BEFORE = Text(nb="Før vedtaket", en="Before the decision")
PAPERS = Text(nb="Brev og dokumenter", en="Letters and documents")
BESIDE = Text(nb="Ved siden av klagen", en="Beside the appeal")
NOTHING = line("Ingenting.", "Nothing.")


def before(trail: Trail, naming: Naming) -> Section:
    told = (*_heard(trail), *_access(trail), *_impartial(trail, naming))
    return Section(heading=BEFORE, lines=told or (NOTHING,))


def _heard(trail: Trail) -> Iterator[Line]:
    was = trail.preparation
    for reply in was.replies:
        sent, expected = day(reply.sent_on), day(reply.expected_on)
        yield line(
            f"Foreløpig svar {sent.nb}: svar ventes {expected.nb}",
            f"Provisional reply on {sent.en}: an answer is expected on {expected.en}",
        )
        yield from cited(reply.basis, 1)
    for notice in was.advance_notices:
        given, by = day(notice.given_on), day(notice.comment_by)
        yield line(
            f"Forhåndsvarsel {given.nb}, frist for uttalelse {by.nb}",
            f"Advance notice on {given.en}, to comment by {by.en}",
        )
        yield from cited(notice.basis, 1)
    if was.left_out:
        on = day(was.left_out.left_out_on)
        yield line(f"Forhåndsvarsel utelatt {on.nb}", f"Advance notice left out on {on.en}")
        yield from cited(was.left_out.basis, 1)
    for comments in was.comments:
        on, late = day(comments.received_on), comments.late
        yield line(
            f"Uttalelse fra parten {on.nb}{' (etter fristen)' if late else ''}",
            f"Comments of the party on {on.en}{' (late)' if late else ''}",
        )
    for one in was.withdrawals:
        on = day(one.received_on)
        yield line(
            f"Søknaden trukket {on.nb}{'' if one.ends else ' (uten virkning)'}",
            f"The application withdrawn on {on.en}{'' if one.ends else ' (without effect)'}",
        )


def _access(trail: Trail) -> Iterator[Line]:
    for one in trail.preparation.access:
        asked, stage = day(one.received_on), word(STAGES_OF_ACCESS, one.stage)
        yield line(
            f"Innsyn, bedt om {asked.nb}: {stage.nb}",
            f"Access, asked for on {asked.en}: {stage.en}",
        )
        yield from cited(one.basis, 1)


def _impartial(trail: Trail, naming: Naming) -> Iterator[Line]:
    for one in trail.preparation.impartiality:
        who, raised = naming.person(one.official), day(one.raised_on)
        said = {
            None: Text(nb="ikke besvart", en="not answered"),
            True: Text(nb="inhabil", en="disqualified"),
            False: Text(nb="habil", en="not disqualified"),
        }[one.disqualified]
        yield line(
            f"Habilitet reist {raised.nb} ({who.nb}): {said.nb}",
            f"Impartiality asked about on {raised.en} ({who.en}): {said.en}",
        )
        for person in map(naming.person, one.subordinates):
            yield line(
                f"direkte underordnet, avgjør ikke: {person.nb}",
                f"directly under them, does not decide: {person.en}",
                depth=1,
            )
        yield from cited(one.basis, 1)


def papers(trail: Trail, naming: Naming) -> Section:
    return Section(heading=PAPERS, lines=tuple(_papers(trail, naming)) or (NOTHING,))


def _papers(trail: Trail, naming: Naming) -> Iterator[Line]:
    for letter in trail.letters:
        kind, on = word(LETTERS, letter.kind), day(letter.issued_on)
        by, sha = naming.person(letter.issued_by), letter.sha256[:12]
        yield line(
            f"{kind.nb}, skrevet {on.nb} av {by.nb} (sha256 {sha})",
            f"{kind.en}, written on {on.en} by {by.en} (sha256 {sha})",
        )
    for one in trail.documents:
        on, by = day(one.received_on), naming.person(one.sent_by)
        new = one.after_review or one.after_decision
        yield line(
            f"Dokument ({one.media_type}) {on.nb} fra {by.nb}"
            f"{', nytt siden vedtaket' if new else ''}{', trukket' if one.withdrawn_on else ''}",
            f"Document ({one.media_type}) on {on.en} from {by.en}"
            f"{', new since the decision' if new else ''}"
            f"{', withdrawn' if one.withdrawn_on else ''}",
        )


def beside(trail: Trail, naming: Naming) -> Section:
    came = _without_effect(trail, naming)
    told = (*_costs(trail, naming), *_deferrals(trail), *_days(trail), *came)
    return Section(heading=BESIDE, lines=told or (NOTHING,))


def _costs(trail: Trail, naming: Naming) -> Iterator[Line]:
    for one in trail.aside.costs:
        came, who = day(one.received_on), naming.person(one.claimant)
        said = word(DECISIONS_BESIDE, one.outcome or "none")
        yield line(
            f"Krav om sakskostnader fra {who.nb} {came.nb}: {said.nb}",
            f"Claim for costs of {who.en} on {came.en}: {said.en}",
        )
        if one.lacks_sum:
            yield line("Beløpet mangler, og det skal bes om det.", "It lacks its sum.", 1)
        yield from steps(one.steps, 1)
        yield from cited(one.basis, 1)


def _without_effect(trail: Trail, naming: Naming) -> Iterator[Line]:
    for one in trail.without_effect:
        on, by = day(one.received_on), naming.by(one.entered_by, one.version)
        yield line(
            f"Sendt uten virkning {on.nb} av {by.nb}: {one.says.nb}",
            f"Sent without effect on {on.en} by {by.en}: {one.says.en}",
        )


def _deferrals(trail: Trail) -> Iterator[Line]:
    for one in trail.aside.deferrals:
        decided = "none" if one.deferred is None else "deferred" if one.deferred else "refused"
        said = word(DECISIONS_BESIDE, decided)
        came = day(one.received_on or one.decided_on)
        yield line(f"Utsatt iverksetting {came.nb}: {said.nb}", f"Deferral {came.en}: {said.en}")
        yield from cited(one.basis, 1)
    for review in trail.aside.reviews:
        on, body = day(review.announced_on), word(BODIES, review.body)
        yield line(
            f"Melding om overprøving fra {body.nb} {on.nb}",
            f"Review announced by {body.en} on {on.en}",
        )


def _days(trail: Trail) -> Iterator[Line]:
    for one in trail.days:
        what, on = word(PERIODS, one.period), day(one.day)
        first = one.ends == Ends.EARLIEST_DAY
        yield line(
            f"{what.nb}: {'tidligst' if first else 'senest'} {on.nb}",
            f"{what.en}: {'not before' if first else 'by'} {on.en}",
        )
        yield from steps(one.steps, 1)
