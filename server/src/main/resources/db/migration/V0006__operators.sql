-- Owner: access. Never edited once merged.

ALTER TABLE operator
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN disabled_at timestamptz,
  DROP CONSTRAINT operator_role_check,
  ADD CONSTRAINT operator_role_check CHECK (role IN ('viewer', 'operator', 'administrator'));

-- Whoever was there first looks after the others' accounts from now on.
UPDATE operator SET role = 'administrator'
WHERE id = (SELECT id FROM operator ORDER BY created_at, id LIMIT 1);
