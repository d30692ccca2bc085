-- The one who runs the machine opens texts too, at the command line; it is recorded as a program.

ALTER TABLE openings.log ALTER COLUMN opened_by TYPE text;
