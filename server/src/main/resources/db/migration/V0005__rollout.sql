-- owner: rollout. Never edited once merged.

-- The draw of docs/protocol.md §7 for a whole fleet in one statement: HMAC-SHA256 from sha256(), with
-- the seed already xor-ed into the two pads.
CREATE FUNCTION stick_draw(inner_pad bytea, outer_pad bytea, stick uuid) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN left(encode(sha256(outer_pad || sha256(inner_pad || stick::text::bytea)), 'hex'), 16);

CREATE TABLE rollout (
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  component text COLLATE "C" NOT NULL REFERENCES component,
  release_id uuid NOT NULL UNIQUE REFERENCES release,
  release_version integer NOT NULL,
  strategy text NOT NULL CHECK (strategy IN ('IMMEDIATE', 'STAGED', 'TEST_FIRST', 'OPTIONAL')),
  priority text NOT NULL CHECK (priority IN ('urgent', 'high', 'normal', 'low')),
  state text NOT NULL
    CHECK (state IN ('scheduled', 'running', 'paused', 'halted', 'completed', 'superseded')),
  reason text NOT NULL,
  changed_by text NOT NULL,
  seed bytea NOT NULL CHECK (length(seed) = 32),
  created_at timestamptz NOT NULL,
  -- When a signed manifest first carried the seed's commitment.
  announced_at timestamptz,
  started_at timestamptz,
  paused_at timestamptz,
  completed_at timestamptz,
  finished_at timestamptz,
  -- When sticks that came later were last looked for.
  joined_at timestamptz);
CREATE INDEX rollout_newest ON rollout (created_at DESC, id DESC);
CREATE INDEX rollout_component ON rollout (component, release_version DESC);
CREATE INDEX rollout_live ON rollout (component, release_version)
  WHERE state IN ('scheduled', 'running', 'paused', 'completed');

CREATE TABLE ring (
  rollout_id uuid NOT NULL REFERENCES rollout,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  name text NOT NULL,
  selection text NOT NULL CHECK (selection IN ('share', 'share_of_seen', 'test_sticks')),
  percent integer NOT NULL CHECK (percent BETWEEN 0 AND 100),
  opens_after_seconds bigint NOT NULL CHECK (opens_after_seconds >= 0),
  max_failure_ratio double precision NOT NULL CHECK (max_failure_ratio BETWEEN 0 AND 1),
  min_verified_ratio double precision NOT NULL CHECK (min_verified_ratio BETWEEN 0 AND 1),
  max_silent_ratio double precision NOT NULL CHECK (max_silent_ratio BETWEEN 0 AND 1),
  max_outstanding_ratio double precision NOT NULL CHECK (max_outstanding_ratio BETWEEN 0 AND 1),
  soak_seconds bigint NOT NULL CHECK (soak_seconds >= 0),
  state text NOT NULL CHECK (state IN ('waiting', 'open', 'passed', 'halted')),
  opens_at timestamptz,
  opened_at timestamptz,
  -- opened_at, moved on by every pause.
  soak_from timestamptz,
  -- Every stick drawn at or below it is in this ring or one before; none for named sticks.
  bound text COLLATE "C" CHECK (bound ~ '^[0-9a-f]{16}$'),
  total bigint NOT NULL DEFAULT 0,
  verified bigint NOT NULL DEFAULT 0,
  failed bigint NOT NULL DEFAULT 0,
  rolled_back bigint NOT NULL DEFAULT 0,
  declined bigint NOT NULL DEFAULT 0,
  conflict bigint NOT NULL DEFAULT 0,
  superseded bigint NOT NULL DEFAULT 0,
  outstanding bigint NOT NULL DEFAULT 0,
  silent bigint NOT NULL DEFAULT 0,
  verdict text CHECK (verdict IN ('advance', 'hold', 'halt')),
  verdict_reason text,
  PRIMARY KEY (rollout_id, ordinal));

CREATE TABLE deployment (
  rollout_id uuid NOT NULL REFERENCES rollout,
  stick_id uuid NOT NULL REFERENCES stick,
  draw text COLLATE "C" NOT NULL,
  ring integer NOT NULL,
  named boolean NOT NULL,
  state text NOT NULL
    CHECK (state IN ('pending', 'verified', 'failed', 'declined', 'conflict', 'rolling_back',
                     'rolled_back', 'superseded')),
  reason text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (rollout_id, stick_id));
CREATE INDEX deployment_newest ON deployment (rollout_id, changed_at DESC, stick_id DESC);
CREATE INDEX deployment_stick ON deployment (stick_id);
CREATE INDEX deployment_named ON deployment (rollout_id) WHERE named;

CREATE TABLE outcome (
  id uuid PRIMARY KEY,
  rollout_id uuid NOT NULL REFERENCES rollout,
  release_id uuid NOT NULL,
  stick_id uuid NOT NULL,
  result text NOT NULL
    CHECK (result IN ('verified', 'failed', 'rolled_back', 'declined', 'conflict')),
  reason text NOT NULL,
  kept text[] NOT NULL,
  -- By the stick's clock, which may be years off.
  stick_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  -- What it changed, in words.
  effect text NOT NULL,
  payload_sha256 text NOT NULL,
  envelope bytea NOT NULL);
CREATE INDEX outcome_deployment ON outcome (rollout_id, stick_id, received_at);
CREATE TRIGGER outcome_is_immutable BEFORE UPDATE OR DELETE ON outcome
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Every manifest that was ever signed, so that all replicas serve the same bytes.
CREATE TABLE deployment_manifest (
  sequence bigint PRIMARY KEY,
  -- Of everything but sequence and time: signed again only when this changes.
  content_sha256 text NOT NULL,
  envelope bytea NOT NULL,
  issued_at timestamptz NOT NULL);
CREATE TRIGGER deployment_manifest_is_immutable BEFORE UPDATE OR DELETE ON deployment_manifest
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
