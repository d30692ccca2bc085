"""Comments, shared minutes, withdrawn files; who has opened what."""

from __future__ import annotations

from application.plans import comments, files, sharing
from application.plans.disclosing import Words
from application.plans.document_views import CommentLine, FileLine, OpeningLine
from web.api import acts, seen
from web.api.acts import Route
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import COMMENT, FILE, PLAN, SESSION
from web.api.seen import Seen

blueprint = ApiBlueprint(
    "plan-documents", __name__, description="Comments and files of a plan, and who opened them"
)

ACTS = (
    Route(
        path=PLAN + "/comments",
        command=comments.AddComment,
        use_case=lambda s: s.comments.add,
        summary="Comment on a goal, session, activity or the plan. Name no patient: what looks "
        "like an identity number is refused unless patientsNotNamed says that it is none.",
        makes="comment",
    ),
    Route(
        path=FILE + "/withdraw",
        command=files.WithdrawFile,
        use_case=lambda s: s.files.withdraw,
        summary="Take a file out of use, with the reason.",
    ),
    Route(
        path=SESSION + "/share",
        command=sharing.ShareMinutes,
        use_case=lambda s: s.sharing.share,
        summary="Let another supervisor of the doctor read the minutes; the doctor alone can.",
    ),
    Route(
        path=SESSION + "/unshare",
        command=sharing.ShareMinutes,
        use_case=lambda s: s.sharing.unshare,
        summary="Take back that a supervisor may read the minutes.",
    ),
)

VIEWS = (
    Seen(
        path=PLAN + "/comments",
        shows=CommentLine,
        view=lambda s, asked, by, _: s.documents.comments(asked, by),
        summary="The comments one may read, without their words.",
        listed=True,
    ),
    Seen(
        path=COMMENT + "/words",
        shows=Words,
        view=lambda s, asked, by, path: s.documents.comment(asked, path["comment"], by),
        summary="What a comment says, opened.",
        listed=True,
        opens=True,
    ),
    Seen(
        path=PLAN + "/files",
        shows=FileLine,
        view=lambda s, asked, by, _: s.documents.files(asked, by),
        summary="The files one may open, without their names.",
        listed=True,
    ),
    Seen(
        path=FILE + "/words",
        shows=Words,
        view=lambda s, asked, by, path: s.documents.file_words(asked, path["file"], by),
        summary="The name of a file, and why it was withdrawn, opened.",
        listed=True,
        opens=True,
    ),
    Seen(
        path=PLAN + "/openings",
        shows=OpeningLine,
        view=lambda s, asked, by, _: s.documents.openings(asked, by),
        summary="Who opened which confidential text, when and why; for the doctor and the audit.",
        listed=True,
    ),
)

for act in ACTS:
    acts.add(blueprint, act)
for view in VIEWS:
    seen.add(blueprint, view)
