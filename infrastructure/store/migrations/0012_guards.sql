-- How often somebody asked in a short while. Nothing here is worth keeping: after a crash, and on a
-- server that takes over, the tables are empty and the counting begins anew.

CREATE SCHEMA limits;

CREATE UNLOGGED TABLE limits.salts (
    day date PRIMARY KEY,
    salt bytea NOT NULL
);
CREATE UNLOGGED TABLE limits.counted (
    -- Whose, and of which limit; hashed with the salt of the day.
    key bytea PRIMARY KEY,
    times integer NOT NULL,
    ends_at timestamptz NOT NULL
) WITH (fillfactor = 50);
CREATE INDEX counted_over ON limits.counted (ends_at);

GRANT USAGE ON SCHEMA limits TO alis_app;
GRANT SELECT, INSERT, DELETE ON limits.salts TO alis_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON limits.counted TO alis_app;

-- Whose the opened text is, so that everybody can be shown who read of them, whatever the case.
ALTER TABLE openings.log ADD COLUMN subject uuid;
CREATE INDEX of_subject ON openings.log (subject, number);
GRANT INSERT (subject) ON openings.log TO alis_app;

-- Who looked at somebody: their plan, its history, the trail of their case, what is known of the
-- person. What is opened of texts is in the log beside it.
CREATE TABLE openings.looks (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    about uuid NOT NULL,
    -- None where no case was looked at, but the person.
    case_id uuid,
    what text NOT NULL,
    looked_by text NOT NULL,
    acting_as text NOT NULL,
    looked_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX of_person ON openings.looks (about, number);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON openings.looks
    FOR EACH STATEMENT EXECUTE FUNCTION facts.refuse_change();
ALTER TABLE openings.looks ENABLE ALWAYS TRIGGER append_only;
GRANT SELECT, INSERT (about, case_id, what, looked_by, acting_as) ON openings.looks TO alis_app;

-- Kept rows are read in a request by alis_reader, which sees those of the person in alis.person on
-- the day in alis.day, by the offices that person holds in the rows themselves. The projector makes
-- the tables with their policies; these are what the policies ask. Without a person there is none.
GRANT USAGE ON SCHEMA views TO alis_reader;

CREATE FUNCTION views.reader() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('alis.person', true), '')::uuid
$$;

CREATE FUNCTION views.held_by_reader(wanted text[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT case_id FROM views.offices
        WHERE person = views.reader() AND role = ANY (wanted)
        AND nullif(current_setting('alis.day', true), '')::date BETWEEN first_day AND last_day
    );
END
$$;
