-- Owners: catalog, rollout. Never edited once merged.

-- What a release's component.json says it runs on; empty for any.
ALTER TABLE release ADD COLUMN hardware_classes text[] NOT NULL DEFAULT '{}';
ALTER TABLE release ALTER COLUMN hardware_classes DROP DEFAULT;

-- Those of its release.
ALTER TABLE rollout ADD COLUMN hardware_classes text[] NOT NULL DEFAULT '{}';
ALTER TABLE rollout ALTER COLUMN hardware_classes DROP DEFAULT;

CREATE FUNCTION runs_on(classes text[], class text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT cardinality(classes) = 0 OR class = ANY (classes) $$;
