-- Who opened which confidential text, when and why. Ids only; the reason, which a person wrote, is
-- sealed with the key of whom the text is about and goes when that key is destroyed.

CREATE SCHEMA openings;

CREATE TABLE openings.log (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Chosen by whoever seals the reason, which opens in this row only.
    opening uuid NOT NULL UNIQUE,
    case_id uuid NOT NULL,
    version bigint NOT NULL CHECK (version > 0),
    field text NOT NULL,
    opened_by uuid NOT NULL,
    acting_as text NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    reason_sealed bytea
);
CREATE INDEX of_case ON openings.log (case_id, number);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON openings.log
    FOR EACH STATEMENT EXECUTE FUNCTION facts.refuse_change();
ALTER TABLE openings.log ENABLE ALWAYS TRIGGER append_only;

GRANT USAGE ON SCHEMA openings TO alis_app;
-- When it was opened is the database's to say.
GRANT SELECT, INSERT (opening, case_id, version, field, opened_by, acting_as, reason_sealed)
    ON openings.log TO alis_app;
