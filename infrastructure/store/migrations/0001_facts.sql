-- Recorded facts, the ledger of commands, and the one way in: facts.append.
-- Refusals have SQLSTATEs of their own:
--   AL001 the case has moved on        AL002 command id reused with another body
--   AL003 a leant-on case has moved    AL004 simulated times are not allowed here, or fall
--   AL005 wrong isolation level        AL006 append-only

CREATE SCHEMA facts;
CREATE SCHEMA views;

-- The first four columns, the table's name and notification_id are the event sourcing library's.
CREATE TABLE facts.alis_events (
    originator_id uuid NOT NULL,
    originator_version bigint NOT NULL CHECK (originator_version > 0),
    topic text NOT NULL,
    state bytea NOT NULL,
    notification_id bigint NOT NULL UNIQUE CHECK (notification_id > 0),
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (originator_id, originator_version)
) WITH (
    -- Rows never die, so vacuum is only asked to freeze; statistics must keep up with growth.
    autovacuum_vacuum_threshold = 100000000,
    autovacuum_analyze_threshold = 1000,
    autovacuum_analyze_scale_factor = 0.01
);

CREATE TABLE facts.commands (
    command_id uuid PRIMARY KEY,
    body_hash bytea NOT NULL,
    case_id uuid NOT NULL,
    version bigint NOT NULL,
    position bigint NOT NULL,
    recorded_at timestamptz NOT NULL
);

-- Written once, by the migration; only a demo takes simulated times.
CREATE TABLE facts.kind (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    kind text NOT NULL CHECK (kind IN ('real', 'demo'))
);

CREATE TYPE facts.receipt AS (
    case_id uuid,
    version bigint,
    position bigint,
    recorded_at timestamptz,
    repeated boolean
);

CREATE FUNCTION facts.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%.% is append-only: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'AL006';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON facts.alis_events
    FOR EACH STATEMENT EXECUTE FUNCTION facts.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON facts.commands
    FOR EACH STATEMENT EXECUTE FUNCTION facts.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON facts.kind
    FOR EACH STATEMENT EXECUTE FUNCTION facts.refuse_change();
ALTER TABLE facts.alis_events ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE facts.commands ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE facts.kind ENABLE ALWAYS TRIGGER append_only;

-- The first receipt of a command, marked repeated; all nulls if the command is new.
CREATE FUNCTION facts.receipt_of(command uuid, body bytea) RETURNS facts.receipt
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    earlier facts.commands;
    answer facts.receipt;
BEGIN
    SELECT * INTO earlier FROM facts.commands AS c WHERE c.command_id = command;
    IF NOT FOUND THEN
        RETURN answer;
    END IF;
    IF earlier.body_hash <> body THEN
        RAISE EXCEPTION 'command % came before with another body', command
            USING ERRCODE = 'AL002';
    END IF;
    -- Something to write makes this commit wait for the standby too. Otherwise repeating a
    -- command whose wait was cancelled would vouch for facts that only one server holds.
    PERFORM pg_logical_emit_message(true, 'alis', 'repeated');
    answer := ROW (earlier.case_id, earlier.version, earlier.position, earlier.recorded_at, true);
    RETURN answer;
END
$$;

CREATE FUNCTION facts.append(
    command uuid,
    body bytea,
    cases uuid[],
    versions bigint[],
    tags text[],
    states bytea[],
    leant_cases uuid[],
    leant_versions bigint[],
    simulated timestamptz[]
) RETURNS facts.receipt
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    answer facts.receipt;
    moved record;
    found_version bigint;
    moment timestamptz;
    place bigint;
BEGIN
    -- Only here does every statement after the lock see what the last holder committed.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'facts are appended in READ COMMITTED only' USING ERRCODE = 'AL005';
    END IF;
    IF coalesce(cardinality(cases), 0) = 0 THEN
        RAISE EXCEPTION 'an append holds at least one fact' USING ERRCODE = '22023';
    END IF;

    -- One writer at a time, until commit: positions have no gaps and commit in their order.
    PERFORM pg_advisory_xact_lock(4702111234474983745);

    answer := facts.receipt_of(command, body);
    IF answer.repeated THEN
        RETURN answer;
    END IF;

    IF simulated IS NOT NULL AND (SELECT k.kind FROM facts.kind AS k) IS DISTINCT FROM 'demo' THEN
        RAISE EXCEPTION 'simulated times are for a demo database only' USING ERRCODE = 'AL004';
    END IF;

    IF leant_cases IS NOT NULL THEN
        SELECT leant.case_id, leant.version, stored.version AS found INTO moved
        FROM unnest(leant_cases, leant_versions) AS leant (case_id, version)
        CROSS JOIN LATERAL (
            SELECT coalesce(max(e.originator_version), 0) AS version
            FROM facts.alis_events AS e WHERE e.originator_id = leant.case_id
        ) AS stored
        WHERE stored.version <> leant.version
        LIMIT 1;
        IF FOUND THEN
            RAISE EXCEPTION 'leant-on case % is at version %, not %',
                moved.case_id, moved.found, moved.version
                USING ERRCODE = 'AL003', DETAIL = json_build_object(
                    'case', moved.case_id, 'expected', moved.version, 'found', moved.found);
        END IF;
    END IF;

    SELECT e.notification_id, e.recorded_at INTO place, moment
    FROM facts.alis_events AS e ORDER BY e.notification_id DESC LIMIT 1;
    place := coalesce(place, 0);
    IF simulated IS NULL THEN
        moment := greatest(clock_timestamp(), moment);
    END IF;

    FOR i IN 1 .. cardinality(cases) LOOP
        IF i = 1 OR cases[i] <> cases[i - 1] THEN
            SELECT coalesce(max(e.originator_version), 0) INTO found_version
            FROM facts.alis_events AS e WHERE e.originator_id = cases[i];
        END IF;
        IF versions[i] <> found_version + 1 THEN
            RAISE EXCEPTION 'case % is at version %, so version % does not follow',
                cases[i], found_version, versions[i]
                USING ERRCODE = 'AL001', DETAIL = json_build_object(
                    'case', cases[i], 'expected', versions[i] - 1, 'found', found_version);
        END IF;
        IF simulated IS NOT NULL THEN
            IF simulated[i] IS NULL OR simulated[i] < moment THEN
                RAISE EXCEPTION 'simulated time % is before %', simulated[i], moment
                    USING ERRCODE = 'AL004';
            END IF;
            moment := simulated[i];
        END IF;
        found_version := versions[i];
        place := place + 1;
        INSERT INTO facts.alis_events
            (originator_id, originator_version, topic, state, notification_id, recorded_at)
        VALUES (cases[i], versions[i], tags[i], states[i], place, moment);
        -- The receipt tells of the case the command was about: that of its first fact.
        IF cases[i] = cases[1] THEN
            answer.version := versions[i];
        END IF;
    END LOOP;

    INSERT INTO facts.commands (command_id, body_hash, case_id, version, position, recorded_at)
    VALUES (command, body, cases[1], answer.version, place, moment);
    PERFORM pg_notify('alis_events', '');
    answer := ROW (cases[1], answer.version, place, moment, false);
    RETURN answer;
END
$$;

-- The last position recorded at or before an instant. Positions have no gaps and recorded_at
-- never falls along them, so halving finds it without an index on time.
CREATE FUNCTION facts.position_at(instant timestamptz) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    low bigint := 0;
    high bigint;
    middle bigint;
BEGIN
    SELECT coalesce(max(e.notification_id), 0) INTO high FROM facts.alis_events AS e;
    WHILE low < high LOOP
        middle := (low + high + 1) / 2;
        IF (SELECT e.recorded_at FROM facts.alis_events AS e
            WHERE e.notification_id = middle) <= instant THEN
            low := middle;
        ELSE
            high := middle - 1;
        END IF;
    END LOOP;
    RETURN low;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA facts FROM PUBLIC;
GRANT USAGE ON SCHEMA facts TO alis_app;
GRANT SELECT ON facts.alis_events, facts.commands, facts.kind TO alis_app;
GRANT EXECUTE ON FUNCTION
    facts.append(uuid, bytea, uuid[], bigint[], text[], bytea[], uuid[], bigint[], timestamptz[]),
    facts.receipt_of(uuid, bytea),
    facts.position_at(timestamptz)
TO alis_app;
GRANT USAGE, CREATE ON SCHEMA views TO alis_app;
