-- Signing in: what was used and may not be used again, who came in and who did not, and what of a
-- session only the browser that holds its secret can have opened.

CREATE SCHEMA signing_in;

-- Digests of proofs and logout tokens, until they expire.
CREATE TABLE signing_in.used_once (
    key bytea PRIMARY KEY CHECK (octet_length(key) = 32),
    until timestamptz NOT NULL
);
CREATE INDEX past ON signing_in.used_once (until);

-- No numbers, no tokens, no names: the person's id where it is known who it was.
CREATE TABLE signing_in.log (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    noted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person uuid,
    provider text NOT NULL CHECK (provider ~ '^[a-z]{1,20}$'),
    outcome text NOT NULL CHECK (outcome ~ '^[a-z-]{1,60}$')
);
CREATE INDEX log_of_person ON signing_in.log (person, number) WHERE person IS NOT NULL;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON signing_in.log
    FOR EACH STATEMENT EXECUTE FUNCTION facts.refuse_change();
ALTER TABLE signing_in.log ENABLE ALWAYS TRIGGER append_only;

-- As whom one signed in at the provider, and its token, for proving anew and for signing out there.
ALTER TABLE sessions.open ADD COLUMN at_provider_sealed bytea;
CREATE INDEX begun_before ON sessions.begun (begun_at);

GRANT USAGE ON SCHEMA signing_in TO alis_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON signing_in.used_once TO alis_app;
-- When it was is the database's to say.
GRANT SELECT, INSERT (person, provider, outcome) ON signing_in.log TO alis_app;
GRANT INSERT (at_provider_sealed) ON sessions.open TO alis_app;
