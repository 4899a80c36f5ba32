-- Owner: access. Never edited once merged.

-- Entities have ids; a token's digest is how a session is found, not what it is.
ALTER TABLE operator_session DROP CONSTRAINT operator_session_pkey;
ALTER TABLE operator_session ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE operator_session ALTER COLUMN id DROP DEFAULT;
ALTER TABLE operator_session ADD PRIMARY KEY (id);
ALTER TABLE operator_session ADD UNIQUE (token_sha256);
