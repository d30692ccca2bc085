-- The contents of attached files, encrypted with the key of whom they are about and named by the
-- hash of what is stored. Beside the facts, so that one backup holds both; like them never changed.

CREATE SCHEMA files;

CREATE TABLE files.contents (
    sha256 bytea PRIMARY KEY CHECK (sha256 = pg_catalog.sha256(content)),
    content bytea NOT NULL,
    stored_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
-- Ciphertext does not shrink: trying to compress it only costs time.
ALTER TABLE files.contents ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON files.contents
    FOR EACH STATEMENT EXECUTE FUNCTION facts.refuse_change();
ALTER TABLE files.contents ENABLE ALWAYS TRIGGER append_only;

GRANT USAGE ON SCHEMA files TO alis_app;
GRANT SELECT, INSERT (sha256, content) ON files.contents TO alis_app;
