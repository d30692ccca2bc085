-- A key per person, and the ledger of those destroyed; a database apart from the facts.

CREATE SCHEMA keys;

CREATE TABLE keys.subject_keys (
    subject uuid PRIMARY KEY,
    key bytea NOT NULL CHECK (octet_length(key) = 32),
    made_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE keys.shred_ledger (
    subject uuid PRIMARY KEY,
    shredded_at timestamptz NOT NULL,
    reason text NOT NULL
);

CREATE FUNCTION keys.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%.%: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'AL006';
END
$$;

-- A key may be destroyed but never changed: changing it would strand every text sealed with it.
CREATE TRIGGER unchanging BEFORE UPDATE ON keys.subject_keys
    FOR EACH STATEMENT EXECUTE FUNCTION keys.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON keys.shred_ledger
    FOR EACH STATEMENT EXECUTE FUNCTION keys.refuse_change();
ALTER TABLE keys.subject_keys ENABLE ALWAYS TRIGGER unchanging;
ALTER TABLE keys.shred_ledger ENABLE ALWAYS TRIGGER append_only;

-- The subject's key, made of what is offered if there is none yet; null once shredded.
CREATE FUNCTION keys.key_for(person uuid, offered bytea) RETURNS bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_key bytea;
BEGIN
    SELECT k.key INTO found_key FROM keys.subject_keys AS k WHERE k.subject = person;
    IF FOUND OR offered IS NULL THEN
        RETURN found_key;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(person::text, 0));
    IF EXISTS (SELECT FROM keys.shred_ledger AS s WHERE s.subject = person) THEN
        RETURN NULL;
    END IF;
    INSERT INTO keys.subject_keys AS k (subject, key) VALUES (person, offered)
        ON CONFLICT (subject) DO NOTHING;
    SELECT k.key INTO found_key FROM keys.subject_keys AS k WHERE k.subject = person;
    RETURN found_key;
END
$$;

-- Destroys a key for good; true unless it was already done.
CREATE FUNCTION keys.shred(person uuid, at timestamptz, because text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(person::text, 0));
    DELETE FROM keys.subject_keys AS k WHERE k.subject = person;
    INSERT INTO keys.shred_ledger AS s (subject, shredded_at, reason)
        VALUES (person, coalesce(at, clock_timestamp()), because)
        ON CONFLICT (subject) DO NOTHING;
    RETURN FOUND;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA keys FROM PUBLIC;
GRANT USAGE ON SCHEMA keys TO alis_keys;
GRANT SELECT ON keys.shred_ledger TO alis_keys;
GRANT EXECUTE ON FUNCTION
    keys.key_for(uuid, bytea), keys.shred(uuid, timestamptz, text) TO alis_keys;
