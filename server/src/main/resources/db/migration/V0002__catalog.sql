-- owner: catalog. Never edited once merged.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are written once and never changed or deleted', TG_TABLE_NAME;
END $$;

-- The key of each role at its first start. Sticks pin it, so a server that lost the file must not
-- quietly go on with another one.
CREATE TABLE signing_key (
  role text PRIMARY KEY CHECK (role IN ('release', 'director')),
  public_key bytea NOT NULL CHECK (length(public_key) = 32),
  created_at timestamptz NOT NULL);

-- A row says that the bytes are whole and durable in the store. A file without a row is a leftover.
CREATE TABLE artifact (
  sha256 text COLLATE "C" PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint NOT NULL CHECK (size >= 0),
  stored_at timestamptz NOT NULL);

CREATE TABLE component (
  name text COLLATE "C" PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  title text NOT NULL,
  -- Also the newest version: counting up under the row's lock leaves no gap.
  release_count integer NOT NULL DEFAULT 0 CHECK (release_count >= 0),
  created_at timestamptz NOT NULL);

CREATE TABLE release (
  id uuid PRIMARY KEY,
  component text COLLATE "C" NOT NULL REFERENCES component,
  version integer NOT NULL CHECK (version >= 1),
  type text NOT NULL CHECK (type IN ('feature', 'performance', 'bugfix', 'security', 'ux')),
  description text NOT NULL,
  features text[] NOT NULL,
  parents uuid[] NOT NULL,
  changed_paths text[] NOT NULL,
  report_id uuid NOT NULL UNIQUE,
  stick_id uuid NOT NULL,
  module_id text NOT NULL,
  module_name text NOT NULL,
  file_count integer NOT NULL,
  total_bytes bigint NOT NULL,
  payload_sha256 text NOT NULL,
  signed_by text NOT NULL,
  envelope bytea NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (component, version));
CREATE INDEX release_newest ON release (created_at DESC, id DESC);
CREATE INDEX release_contributor ON release (stick_id);
CREATE TRIGGER release_is_immutable BEFORE UPDATE OR DELETE ON release
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE release_withdrawal (
  release_id uuid PRIMARY KEY REFERENCES release,
  rollout_id uuid NOT NULL,
  reason text NOT NULL,
  withdrawn_at timestamptz NOT NULL);
CREATE TRIGGER release_withdrawal_is_immutable BEFORE UPDATE OR DELETE ON release_withdrawal
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
