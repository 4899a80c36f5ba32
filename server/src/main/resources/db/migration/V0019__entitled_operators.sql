-- Owner: access. Never edited once merged.

ALTER TABLE operator
  -- Since when they may act and not only look, with the password that they have.
  ADD COLUMN entitled_since timestamptz,
  -- When they last lost that.
  ADD COLUMN entitled_until timestamptz;

UPDATE operator SET entitled_since = created_at WHERE role <> 'viewer' AND disabled_at IS NULL;
UPDATE operator SET entitled_until = disabled_at WHERE role <> 'viewer' AND disabled_at IS NOT NULL;
