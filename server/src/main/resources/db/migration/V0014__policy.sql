-- owner: evaluation. Never edited once merged.

DROP TRIGGER policy_is_immutable ON policy;
DROP TRIGGER policy_row_is_immutable ON policy_row;
DROP TRIGGER policy_row_is_whole ON policy_row;

ALTER TABLE policy
  -- Counts the changes, for who edits at the same time.
  ADD COLUMN revision integer NOT NULL DEFAULT 1,
  ADD COLUMN state text NOT NULL DEFAULT 'draft'
    CHECK (state IN ('draft', 'proposed', 'active', 'superseded')),
  ADD COLUMN note text NOT NULL DEFAULT '',
  -- Everybody who had a hand in it; none of them can be the second one who approves it.
  ADD COLUMN authors text[] NOT NULL DEFAULT '{}',
  -- Of the canonical form; known from the proposal on.
  ADD COLUMN sha256 text COLLATE "C",
  ADD COLUMN proposed_by text,
  ADD COLUMN proposed_at timestamptz,
  -- The version in force when it was proposed: what its differences were shown against.
  ADD COLUMN against integer REFERENCES policy,
  ADD COLUMN approved_by text,
  ADD COLUMN approved_at timestamptz,
  ADD COLUMN activated_by text,
  ADD COLUMN activated_at timestamptz,
  ADD COLUMN superseded_at timestamptz;

ALTER TABLE policy_row ADD COLUMN condition text CHECK (length(condition) BETWEEN 1 AND 500);

-- What a version must say about imagined reports.
CREATE TABLE policy_example (
  policy_version integer NOT NULL REFERENCES policy,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  name text NOT NULL,
  facts json NOT NULL,
  finding text NOT NULL CHECK (finding IN ('passed', 'doubtful', 'refused')),
  verdict text NOT NULL CHECK (verdict IN ('approve', 'reject', 'needs_human')),
  strategy text CHECK (strategy IN ('IMMEDIATE', 'STAGED', 'TEST_FIRST', 'OPTIONAL')),
  PRIMARY KEY (policy_version, ordinal),
  CHECK ((verdict = 'approve') = (strategy IS NOT NULL)));

INSERT INTO policy_example (policy_version, ordinal, name, facts, finding, verdict, strategy)
SELECT 1, ordinal, name,
  format('{"upgrade_type":"%s","component":"%s","score":%s}', type, component, score)::json,
  finding, verdict, strategy
FROM (VALUES
  (1, 'an urgent security fix goes to everybody', 'security', 'music-player', 70, 'passed', 'approve', 'IMMEDIATE'),
  (2, 'a security fix of medium impact goes to a person', 'security', 'music-player', 40, 'passed', 'needs_human', NULL),
  (3, 'a feature of medium impact goes out in stages', 'feature', 'music-player', 40, 'passed', 'approve', 'STAGED'),
  (4, 'a feature of low impact goes to a person', 'feature', 'music-player', 10, 'passed', 'needs_human', NULL),
  (5, 'better performance is tested first', 'performance', 'music-player', 10, 'passed', 'approve', 'TEST_FIRST'),
  (6, 'a nicer look is offered', 'ux', 'music-player', 10, 'passed', 'approve', 'OPTIONAL'),
  (7, 'a bugfix goes to everybody', 'bugfix', 'music-player', 10, 'passed', 'approve', 'IMMEDIATE'),
  (8, 'the system itself always goes to a person', 'bugfix', 'os', 70, 'passed', 'needs_human', NULL),
  (9, 'what is doubtful always goes to a person', 'bugfix', 'music-player', 70, 'doubtful', 'needs_human', NULL),
  (10, 'what is refused is rejected', 'bugfix', 'music-player', 70, 'refused', 'reject', NULL)
) AS given (ordinal, name, type, component, score, finding, verdict, strategy);

UPDATE policy SET state = 'active', activated_at = created_at, activated_by = created_by,
  sha256 = '28a9711a0b64a2e8aa25cfc936acc9d33adadec14a999f1da235be530383bcac', note = 'The default policy.'
WHERE version = 1;

ALTER TABLE policy ADD CHECK (state = 'draft' OR sha256 IS NOT NULL);
CREATE UNIQUE INDEX policy_one_active ON policy ((true)) WHERE state = 'active';

-- Whatever writes a row, the last one sends the rest to a person, unconditionally.
CREATE OR REPLACE FUNCTION refuse_incomplete_policy() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb;
  wanted integer;
  given policy;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := to_jsonb(OLD); ELSE changed := to_jsonb(NEW); END IF;
  wanted := CASE TG_TABLE_NAME WHEN 'policy' THEN changed ->> 'version'
                               ELSE changed ->> 'policy_version' END;
  SELECT * INTO given FROM policy WHERE version = wanted;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF (SELECT count(*) FROM policy_row WHERE policy_version = wanted) <> given.row_count
     OR NOT EXISTS (
       SELECT FROM policy_row
       WHERE policy_version = wanted AND ordinal = given.row_count
         AND type IS NULL AND min_impact IS NULL AND condition IS NULL
         AND verdict = 'needs_human') THEN
    RAISE EXCEPTION 'policy % must have exactly % rows, and the last one must send everything else to a person',
      wanted, given.row_count;
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER policy_is_whole ON policy;
CREATE CONSTRAINT TRIGGER policy_is_whole AFTER INSERT OR UPDATE ON policy
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_incomplete_policy();
CREATE CONSTRAINT TRIGGER policy_row_is_whole AFTER INSERT OR UPDATE OR DELETE ON policy_row
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_incomplete_policy();

-- Rows and examples change only while their version is a draft.
CREATE FUNCTION refuse_change_of_fixed_policy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND (SELECT state FROM policy WHERE version = OLD.policy_version) <> 'draft' THEN
    RAISE EXCEPTION 'policy % is not a draft: what it says is never changed', OLD.policy_version;
  END IF;
  IF TG_OP <> 'DELETE' AND (SELECT state FROM policy WHERE version = NEW.policy_version) <> 'draft' THEN
    RAISE EXCEPTION 'policy % is not a draft: what it says is never changed', NEW.policy_version;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER policy_row_is_fixed BEFORE INSERT OR UPDATE OR DELETE ON policy_row
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_fixed_policy();
CREATE TRIGGER policy_example_is_fixed BEFORE INSERT OR UPDATE OR DELETE ON policy_example
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_fixed_policy();

-- A version goes draft -> proposed -> active -> superseded, or back from proposed to draft.
CREATE FUNCTION refuse_wrong_policy_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.version <> OLD.version
     OR (OLD.state <> 'draft' AND (NEW.row_count <> OLD.row_count
           OR (NEW.state <> 'draft' AND NEW.sha256 IS DISTINCT FROM OLD.sha256)))
     OR NOT (NEW.state = OLD.state
             OR (OLD.state, NEW.state) IN (('draft', 'proposed'), ('proposed', 'draft'),
                                           ('proposed', 'active'), ('active', 'superseded'))) THEN
    RAISE EXCEPTION 'policy % is %: a version is never changed once it is proposed, and never taken away',
      OLD.version, OLD.state;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER policy_goes_forward BEFORE UPDATE OR DELETE ON policy
  FOR EACH ROW EXECUTE FUNCTION refuse_wrong_policy_step();

-- Nightly: is what was decided still what the same inputs give? One row per day, one replica.
CREATE TABLE policy_replay (
  day date PRIMARY KEY,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  since timestamptz NOT NULL,
  same bigint NOT NULL DEFAULT 0,
  different bigint NOT NULL DEFAULT 0,
  -- Taken before decisions kept their facts, or by earlier rules.
  not_replayable bigint NOT NULL DEFAULT 0,
  error text);
CREATE TABLE policy_replay_difference (
  day date NOT NULL REFERENCES policy_replay ON DELETE CASCADE,
  decision_id uuid NOT NULL REFERENCES decision ON DELETE CASCADE,
  reason text NOT NULL,
  PRIMARY KEY (day, decision_id));
