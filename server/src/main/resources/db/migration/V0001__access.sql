-- Owner: access. Never edited once merged.

CREATE TABLE operator (
  id uuid PRIMARY KEY,
  username text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  role text NOT NULL CHECK (role IN ('viewer', 'operator')),
  created_at timestamptz NOT NULL);

CREATE TABLE operator_session (
  token_sha256 bytea PRIMARY KEY,
  operator_id uuid NOT NULL REFERENCES operator ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  used_at timestamptz NOT NULL);
CREATE INDEX operator_session_operator ON operator_session (operator_id);

CREATE TABLE api_token (
  id uuid PRIMARY KEY,
  operator_id uuid NOT NULL REFERENCES operator ON DELETE CASCADE,
  name text NOT NULL,
  token_sha256 bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL);
CREATE INDEX api_token_operator ON api_token (operator_id, created_at);
