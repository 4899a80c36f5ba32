-- Owner: fleet. Never edited once merged.

CREATE TABLE stick (
  id uuid PRIMARY KEY,
  module_id text NOT NULL,
  module_name text NOT NULL,
  public_key text NOT NULL UNIQUE,
  key_id text NOT NULL UNIQUE,
  state text NOT NULL
    CHECK (state IN ('PENDING', 'ACCEPTED', 'REJECTED', 'RETIRED', 'QUARANTINED')),
  test_stick boolean NOT NULL,
  hardware_class text NOT NULL,
  agent_version text NOT NULL,
  usb jsonb NOT NULL,
  enrolled_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL);
-- A rejected or retired stick gives its name free.
CREATE UNIQUE INDEX stick_module_id ON stick (module_id)
  WHERE state IN ('PENDING', 'ACCEPTED', 'QUARANTINED');
CREATE INDEX stick_list ON stick (enrolled_at DESC, id DESC);
CREATE INDEX stick_state ON stick (state, enrolled_at DESC, id DESC);
CREATE INDEX stick_test ON stick (id) WHERE test_stick;

-- Written at every check-in: narrow, and nothing in it but the key is indexed, so that an update
-- stays within its page (HOT) and touches no index.
CREATE TABLE presence (
  stick_id uuid PRIMARY KEY REFERENCES stick ON DELETE CASCADE,
  last_seen_at timestamptz,
  free_bytes bigint,
  report_sha256 bytea)
  WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);

-- Written only when a check-in reports something else than the one before.
CREATE TABLE installed (
  stick_id uuid NOT NULL REFERENCES stick ON DELETE CASCADE,
  component text NOT NULL,
  version integer NOT NULL,
  release_id uuid NOT NULL,
  local_changes integer NOT NULL,
  PRIMARY KEY (stick_id, component));
CREATE INDEX installed_component ON installed (component, version);

CREATE TABLE enrolment_code (
  id uuid PRIMARY KEY,
  note text NOT NULL,
  code_sha256 bytea NOT NULL UNIQUE,
  uses integer NOT NULL CHECK (uses > 0),
  used integer NOT NULL CHECK (used BETWEEN 0 AND uses),
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  expires_at timestamptz NOT NULL);
