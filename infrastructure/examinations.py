"""What is looked at in a check-up, one function each: is it well, and what is there to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.shared.texts import Text
from infrastructure.heartbeat import SECONDS_ALLOWED, last_beat
from infrastructure.projector.generations import fingerprint, in_use

if TYPE_CHECKING:
    from psycopg import Connection

    from application.ports import Clock

Found = tuple[bool, Text]

OLDEST = 150000
SECONDS_OF_SKEW = 2.0

WRONG_ROLES = """
    SELECT rolname || ': LOGIN' FROM pg_roles
    WHERE rolname IN ('alis_owner', 'alis_reader') AND rolcanlogin
    UNION ALL
    SELECT rolname || ': SUPERUSER, CREATEDB, CREATEROLE or BYPASSRLS' FROM pg_roles
    WHERE rolname IN ('alis_owner', 'alis_migrator', 'alis_app', 'alis_keys', 'alis_reader')
        AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls)
    UNION ALL
    SELECT rolname || ': member of alis_owner' FROM pg_roles
    WHERE rolname IN ('alis_app', 'alis_keys', 'alis_reader')
        AND pg_has_role(rolname, 'alis_owner', 'MEMBER')
    UNION ALL
    SELECT wanted || ': missing'
    FROM unnest(ARRAY['alis_owner', 'alis_app', 'alis_reader']) AS wanted
    WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted)
    ORDER BY 1
"""
# As everybody but the owner: what is granted to PUBLIC counts for the application too.
EXTRA_PRIVILEGES = """
    SELECT r.rolname || ': ' || p.privilege || ' ON ' || c.relname
    FROM pg_class AS c CROSS JOIN pg_roles AS r
    CROSS JOIN unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER'])
        AS p (privilege)
    WHERE c.relnamespace = 'facts'::regnamespace AND c.relkind IN ('r', 'p', 'v')
        AND r.rolname IN ('alis_app', 'alis_keys')
        AND (has_table_privilege(r.oid, c.oid, p.privilege)
            OR p.privilege IN ('INSERT', 'UPDATE')
                AND has_any_column_privilege(r.oid, c.oid, p.privilege))
    UNION ALL
    SELECT r.rolname || ': CREATE ON SCHEMA facts' FROM pg_roles AS r
    WHERE r.rolname IN ('alis_app', 'alis_keys')
        AND has_schema_privilege(r.oid, 'facts', 'CREATE')
    UNION ALL
    SELECT r.rolname || ': ' || p.privilege || ' ON ' || c.relname
    FROM pg_class AS c CROSS JOIN pg_roles AS r
    CROSS JOIN unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS p (privilege)
    WHERE c.oid IN (to_regclass('files.contents'), to_regclass('openings.log'),
            to_regclass('openings.looks'), to_regclass('signing_in.log'))
        AND r.rolname IN ('alis_app', 'alis_keys')
        AND (has_table_privilege(r.oid, c.oid, p.privilege)
            OR p.privilege = 'UPDATE' AND has_any_column_privilege(r.oid, c.oid, 'UPDATE'))
    UNION ALL
    SELECT c.relname || ': owned by ' || c.relowner::regrole FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('facts', 'files', 'openings', 'signing_in') AND c.relkind IN ('r', 'p', 'v')
        AND c.relowner <> 'alis_owner'::regrole
    UNION ALL
    SELECT c.relname || ': without row security' FROM pg_class AS c
    WHERE c.relnamespace = 'views'::regnamespace AND c.relkind = 'r' AND NOT c.relrowsecurity
        AND c.relname ~ '_[0-9]+$'
    ORDER BY 1
"""
# A for always: also in a session that plays replica.
UNGUARDED = """
    SELECT guarded FROM unnest(ARRAY['facts.alis_events', 'facts.commands', 'facts.kind',
        'files.contents', 'openings.log', 'openings.looks', 'signing_in.log']) AS guarded
    WHERE NOT EXISTS (
        SELECT FROM pg_trigger AS t
        WHERE t.tgrelid = to_regclass(guarded) AND t.tgenabled = 'A'
            AND t.tgfoid = to_regproc('facts.refuse_change')
            -- BEFORE, for DELETE, UPDATE and TRUNCATE, for each statement
            AND t.tgtype = 2 + 8 + 16 + 32)
    ORDER BY 1
"""
DATABASE_TIME = "SELECT clock_timestamp() AS now"
LAST_POSITION = "SELECT coalesce(max(notification_id), 0) FROM facts.alis_events"
SINCE = "SELECT extract(epoch FROM clock_timestamp() - %s)::float8"
KEYS = "SELECT count(*) FROM keys.shred_ledger"


def version(connection: Connection[Any]) -> Found:
    known = connection.info.parameter_status("server_version") or ""
    says = Text(
        nb=f"PostgreSQL {known}; 15 eller nyere trengs.", en=f"PostgreSQL {known}; needs 15."
    )
    return connection.info.server_version >= OLDEST, says


def roles(connection: Connection[Any]) -> Found:
    return _none(connection, WRONG_ROLES)


def privileges(connection: Connection[Any]) -> Found:
    return _none(connection, EXTRA_PRIVILEGES)


def triggers(connection: Connection[Any]) -> Found:
    return _none(connection, UNGUARDED)


def clock_skew(connection: Connection[Any], clock: Clock) -> Found:
    """Compare the clocks; the time of asking is taken from between two looks at our own."""
    before = clock.now()
    theirs = connection.execute(DATABASE_TIME).fetchall()[0][0]
    after = clock.now()
    skew = (theirs - (before + (after - before) / 2)).total_seconds()
    says = Text(
        nb=f"Databasens klokke går {skew:+.1f} s i forhold til vår.",
        en=f"The database's clock is {skew:+.1f} s from ours.",
    )
    return abs(skew) <= SECONDS_OF_SKEW, says


def projector(connection: Connection[Any]) -> Found:
    used = in_use(connection)
    if used is None:
        return False, Text(nb="Radene er aldri bygget.", en="The rows were never built.")
    if used.fingerprint != fingerprint():
        return False, Text(
            nb="Radene er bygget av en annen versjon og må bygges på nytt.",
            en="The rows were built by another version and must be rebuilt.",
        )
    lag = connection.execute(LAST_POSITION).fetchall()[0][0] - used.position
    says = Text(
        nb=f"Radene er i posisjon {used.position}, {lag} fakta etter.",
        en=f"The rows are at position {used.position}, {lag} facts behind.",
    )
    beaten = last_beat(connection)
    at_work = beaten is not None and _age(connection, beaten.beat_at) <= SECONDS_ALLOWED
    return lag == 0 or at_work, says


def heartbeat(connection: Connection[Any]) -> Found:
    beaten = last_beat(connection)
    if beaten is None:
        return False, Text(nb="Ingen worker har gått her.", en="No worker has run here.")
    age = _age(connection, beaten.beat_at)
    says = Text(
        nb=f"{beaten.name} ga livstegn for {age:.0f} s siden.",
        en=f"{beaten.name} gave a sign of life {age:.0f} s ago.",
    )
    return age <= SECONDS_ALLOWED, says


def keys(connection: Connection[Any]) -> Found:
    shredded = connection.execute(KEYS).fetchall()[0][0]
    return True, Text(
        nb=f"Kan nås; {shredded} nøkler er makulert.", en=f"Reached; {shredded} keys shredded."
    )


def _age(connection: Connection[Any], instant: Any) -> float:
    age: float = connection.execute(SINCE, [instant]).fetchall()[0][0]
    return age


def _none(connection: Connection[Any], statement: Any) -> Found:
    wrong = "; ".join(text for (text,) in connection.execute(statement).fetchall())
    if wrong:
        return False, Text(
            nb=f"Ikke som det skal være: {wrong}", en=f"Not as it should be: {wrong}"
        )
    return True, Text(nb="Som det skal være.", en="As it should be.")
