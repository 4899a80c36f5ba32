-- Owner: evaluation. Never edited once merged.

-- A draft that nobody wants any more keeps its number, so that the number never means two things.
ALTER TABLE policy DROP CONSTRAINT policy_state_check;
ALTER TABLE policy ADD CONSTRAINT policy_state_check
  CHECK (state IN ('draft', 'proposed', 'active', 'superseded', 'discarded'));
ALTER TABLE policy ADD COLUMN discarded_by text, ADD COLUMN discarded_at timestamptz;
ALTER TABLE policy DROP CONSTRAINT policy_check;
ALTER TABLE policy ADD CONSTRAINT policy_check
  CHECK (state IN ('draft', 'discarded') OR sha256 IS NOT NULL);

-- As before, and from draft to discarded.
CREATE OR REPLACE FUNCTION refuse_wrong_policy_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.version <> OLD.version
     OR (OLD.state <> 'draft' AND (NEW.row_count <> OLD.row_count
           OR (NEW.state <> 'draft' AND NEW.sha256 IS DISTINCT FROM OLD.sha256)))
     OR NOT (NEW.state = OLD.state
             OR (OLD.state, NEW.state) IN (('draft', 'proposed'), ('proposed', 'draft'),
                                           ('draft', 'discarded'),
                                           ('proposed', 'active'), ('active', 'superseded'))) THEN
    RAISE EXCEPTION 'policy % is %: a version is never changed once it is proposed, and never taken away',
      OLD.version, OLD.state;
  END IF;
  RETURN NEW;
END $$;
