from __future__ import annotations

from datetime import date

from tests.support.cases_on_pages import *
from tests.web.api.inbox import a_refusal, sent
from tests.web.api.test_represented import let_in

ROLES = [
    ("directorate", "directorate-officer"),
    ("board", "personnel-board-officer"),
    ("doctor", "doctor"),
    ("auditor", "auditor"),
    ("stranger", "representative"),
]


def test_all(aasnes):
    with a_refusal(aasnes) as room:
        let_in(room, "decisions", "plan")
        forwarded(room)
        incoming = sent(room, date(2026, 4, 22))
        bad = []
        seen = {}
        for name, role in [
            *ROLES,
            ("leader", "leader"),
            ("helseklage", "helseklage-officer"),
            ("governor", "county-governor-officer"),
            ("administrator", "administrator"),
        ]:
            b = looks(room, name)
            todo = [
                f"/{role}",
                f"/{role}/cases",
                f"/{role}/inbox",
                f"/{role}/sent",
                at(room, role),
                f"/{role}{incoming.replace('/incoming', '/inbox')}",
            ]
            if role == "doctor":
                todo = [room.plan.replace("/plans", "/doctor") + "/cases", *todo[1:]]
            done = set()
            while todo:
                p = todo.pop(0)
                if p in done:
                    continue
                done.add(p)
                b.get(p)
                if b.status == 200:
                    try:
                        shows_no_code(b.page)
                    except AssertionError as e:
                        bad.append((p, str(e)[:200]))
                    import re

                    for link in re.findall(r'href="(/[^"#]+)"', b.page):
                        if link.startswith(f"/{role}") and link not in done and link not in todo:
                            todo.append(link)
                seen[(role, p)] = b.status
                if b.status == 500:
                    bad.append((p, 500))
        for k, v in seen.items():
            print(v, *k)
        assert not bad, "\n".join(map(str, bad))
