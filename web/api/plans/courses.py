"""Courses and their certificates."""

from __future__ import annotations

from application.plans.courses import CertifyCourse, EnterCourse
from application.plans.record_views import CourseTaken
from web.api import acts, seen
from web.api.acts import Route
from web.api.blueprint import ApiBlueprint
from web.api.plans.paths import COURSE, PLAN
from web.api.seen import Seen

blueprint = ApiBlueprint("plan-courses", __name__, description="Courses and certificates")

ACTS = (
    Route(
        path=PLAN + "/courses",
        command=EnterCourse,
        use_case=lambda s: s.courses.enter,
        summary="Enter a course that was taken, also one from before the training began.",
        makes="course",
    ),
    Route(
        path=COURSE + "/certificate",
        command=CertifyCourse,
        use_case=lambda s: s.courses.certify,
        summary="Enter the certificate of a course, which makes it count for its goals.",
    ),
)
VIEWS = (
    Seen(
        path=PLAN + "/courses",
        shows=CourseTaken,
        view=lambda s, asked, by, _: s.plans.courses(asked, by),
        summary="The courses, with their certificates.",
        listed=True,
    ),
)

for act in ACTS:
    acts.add(blueprint, act)
for view in VIEWS:
    seen.add(blueprint, view)
