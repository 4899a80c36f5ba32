-- owner: catalog. Never edited once merged.

-- What a release runs on; empty for anything.
ALTER TABLE release ADD COLUMN hardware_classes text[] NOT NULL DEFAULT '{}';
