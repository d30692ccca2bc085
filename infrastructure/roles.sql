-- The two databases and who may enter them. Run by a superuser, with psql, any number of times:
--
--     psql -d postgres -f roles.sql
--
-- Passwords are set afterwards and never in a file: \password alis_migrator, and so on.
-- Other names for the databases: -v database=NAME -v keys=NAME.

\if :{?database} \else \set database alis \endif
\if :{?keys} \else \set keys alis_keys \endif
\set ON_ERROR_STOP on

SET client_min_messages = warning;

-- Roles belong to the whole server, so two of these scripts must not make them at once.
SELECT pg_advisory_lock(hashtext('alis roles')) \g /dev/null

SELECT format('CREATE ROLE %I', name)
FROM unnest(ARRAY['alis_owner', 'alis_migrator', 'alis_app', 'alis_keys', 'alis_reader']) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec

-- alis_owner owns the tables and cannot log in: only the migrator acts for it.
ALTER ROLE alis_owner NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
ALTER ROLE alis_migrator LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
ALTER ROLE alis_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
ALTER ROLE alis_keys LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
-- Whom alis_app becomes to read kept rows for a person: row security lets it see only theirs.
ALTER ROLE alis_reader NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
GRANT alis_reader TO alis_app;
GRANT alis_owner TO alis_migrator;
-- So that whatever the migrator makes is alis_owner's.
ALTER ROLE alis_migrator SET role = 'alis_owner';

SELECT format('CREATE DATABASE %I', name)
FROM unnest(ARRAY[:'database', :'keys']) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = name) \gexec

REVOKE ALL ON DATABASE :"database", :"keys" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO alis_owner, alis_migrator, alis_app;
GRANT CONNECT ON DATABASE :"keys" TO alis_owner, alis_migrator, alis_keys;
-- The migrations make schemas of their own; everything in them is the owner's.
GRANT CREATE ON DATABASE :"database", :"keys" TO alis_owner;

SELECT pg_advisory_unlock_all() \g /dev/null

\connect :"database"
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO alis_owner;
GRANT USAGE ON SCHEMA public TO alis_app;

\connect :"keys"
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO alis_owner;
