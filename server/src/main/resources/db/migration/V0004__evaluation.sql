-- owner: evaluation. Never edited once merged.

CREATE TABLE upgrade_report (
  id uuid PRIMARY KEY,
  stick_id uuid NOT NULL,
  module_id text NOT NULL,
  module_name text NOT NULL,
  component text COLLATE "C" NOT NULL,
  type text NOT NULL CHECK (type IN ('feature', 'performance', 'bugfix', 'security', 'ux')),
  description text NOT NULL,
  features text[] NOT NULL,
  claims json NOT NULL,
  parents uuid[] NOT NULL,
  changes json NOT NULL,
  file_count integer NOT NULL,
  total_bytes bigint NOT NULL,
  -- As received: what the stick signed.
  envelope bytea NOT NULL,
  payload_sha256 text NOT NULL,
  state text NOT NULL
    CHECK (state IN ('awaiting_files', 'pending', 'approved', 'rejected', 'needs_human')),
  received_at timestamptz NOT NULL,
  -- Evaluation: how often it was begun, and not before when it is begun again.
  attempts integer NOT NULL DEFAULT 0,
  not_before timestamptz NOT NULL,
  last_error text,
  release_id uuid REFERENCES release);
CREATE INDEX upgrade_report_newest ON upgrade_report (received_at DESC, id DESC);
CREATE INDEX upgrade_report_component ON upgrade_report (component, received_at DESC, id DESC);
CREATE INDEX upgrade_report_stick ON upgrade_report (stick_id);
CREATE INDEX upgrade_report_pending ON upgrade_report (not_before) WHERE state = 'pending';
CREATE INDEX upgrade_report_needs_human ON upgrade_report (received_at) WHERE state = 'needs_human';

-- What a report still needed when it came; only this may be uploaded.
CREATE TABLE awaited_file (
  report_id uuid NOT NULL REFERENCES upgrade_report,
  sha256 text COLLATE "C" NOT NULL,
  size bigint NOT NULL,
  PRIMARY KEY (report_id, sha256));

CREATE TABLE policy (
  version integer PRIMARY KEY CHECK (version >= 1),
  row_count integer NOT NULL CHECK (row_count >= 1),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL);

-- First match wins. An absent type or impact matches any.
CREATE TABLE policy_row (
  policy_version integer NOT NULL REFERENCES policy,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  type text CHECK (type IN ('feature', 'performance', 'bugfix', 'security', 'ux')),
  min_impact text CHECK (min_impact IN ('low', 'medium', 'high')),
  verdict text NOT NULL CHECK (verdict IN ('approve', 'reject', 'needs_human')),
  strategy text CHECK (strategy IN ('IMMEDIATE', 'STAGED', 'TEST_FIRST', 'OPTIONAL')),
  priority text NOT NULL CHECK (priority IN ('urgent', 'high', 'normal', 'low')),
  PRIMARY KEY (policy_version, ordinal),
  CHECK ((verdict = 'approve') = (strategy IS NOT NULL)));

CREATE FUNCTION refuse_incomplete_policy() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted integer;
  given policy;
BEGIN
  wanted := CASE TG_TABLE_NAME WHEN 'policy' THEN to_jsonb(NEW) ->> 'version'
                               ELSE to_jsonb(NEW) ->> 'policy_version' END;
  SELECT * INTO given FROM policy WHERE version = wanted;
  IF (SELECT count(*) FROM policy_row WHERE policy_version = wanted) <> given.row_count
     OR NOT EXISTS (
       SELECT FROM policy_row
       WHERE policy_version = wanted AND ordinal = given.row_count
         AND type IS NULL AND min_impact IS NULL AND verdict = 'needs_human') THEN
    RAISE EXCEPTION 'policy % must have exactly % rows, and the last one must send everything else to a person',
      wanted, given.row_count;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER policy_is_whole AFTER INSERT ON policy
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_incomplete_policy();
CREATE CONSTRAINT TRIGGER policy_row_is_whole AFTER INSERT ON policy_row
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_incomplete_policy();
CREATE TRIGGER policy_is_immutable BEFORE UPDATE OR DELETE ON policy
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER policy_row_is_immutable BEFORE UPDATE OR DELETE ON policy_row
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

INSERT INTO policy (version, row_count, created_by, created_at) VALUES (1, 6, 'Meta Layer', now());
INSERT INTO policy_row (policy_version, ordinal, type, min_impact, verdict, strategy, priority) VALUES
  (1, 1, 'security', 'high', 'approve', 'IMMEDIATE', 'urgent'),
  (1, 2, 'feature', 'medium', 'approve', 'STAGED', 'normal'),
  (1, 3, 'performance', 'low', 'approve', 'TEST_FIRST', 'normal'),
  (1, 4, 'ux', NULL, 'approve', 'OPTIONAL', 'low'),
  (1, 5, 'bugfix', NULL, 'approve', 'IMMEDIATE', 'high'),
  (1, 6, NULL, NULL, 'needs_human', NULL, 'normal');

CREATE TABLE decision (
  id uuid PRIMARY KEY,
  -- The newest one of a report counts.
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  report_id uuid NOT NULL REFERENCES upgrade_report,
  component text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('approve', 'reject', 'needs_human')),
  impact text NOT NULL CHECK (impact IN ('low', 'medium', 'high')),
  strategy text CHECK (strategy IN ('IMMEDIATE', 'STAGED', 'TEST_FIRST', 'OPTIONAL')),
  priority text NOT NULL CHECK (priority IN ('urgent', 'high', 'normal', 'low')),
  policy_version integer NOT NULL REFERENCES policy,
  policy_row integer,
  evidence json NOT NULL,
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL,
  CHECK ((verdict = 'approve') = (strategy IS NOT NULL)));
CREATE INDEX decision_report ON decision (report_id, sequence DESC);
CREATE INDEX decision_newest ON decision (decided_at DESC, id DESC);
CREATE TRIGGER decision_is_immutable BEFORE UPDATE OR DELETE ON decision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
