-- owner: evaluation and catalog. Never edited once merged.

-- When the report came or last got a byte of its files.
ALTER TABLE upgrade_report ADD COLUMN fed_at timestamptz;
UPDATE upgrade_report SET fed_at = received_at;
ALTER TABLE upgrade_report ALTER COLUMN fed_at SET NOT NULL;
CREATE INDEX upgrade_report_open ON upgrade_report (stick_id)
  WHERE state IN ('awaiting_files', 'pending', 'needs_human');
CREATE INDEX upgrade_report_awaiting ON upgrade_report (fed_at) WHERE state = 'awaiting_files';

-- What is part of a release is kept for ever; anything else as long as somebody holds it.
ALTER TABLE artifact ADD COLUMN released boolean NOT NULL DEFAULT false;
CREATE INDEX artifact_unreleased ON artifact (sha256) WHERE NOT released;
CREATE TABLE artifact_hold (
  holder uuid NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  PRIMARY KEY (holder, sha256));
CREATE INDEX artifact_hold_sha256 ON artifact_hold (sha256);

-- Artifacts whose row is gone and whose file is about to go.
CREATE TABLE artifact_leftover (
  sha256 text COLLATE "C" PRIMARY KEY);

CREATE FUNCTION signed_digests(envelope bytea) RETURNS SETOF text LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
  SELECT DISTINCT file ->> 'sha256' FROM json_array_elements(
    convert_from(
      decode(convert_from(envelope, 'UTF8')::json ->> 'payload', 'base64'), 'UTF8')::json -> 'files')
    AS each (file);
END;
UPDATE artifact SET released = true
  WHERE sha256 IN (SELECT signed_digests(envelope) FROM release);
INSERT INTO artifact_hold (holder, sha256)
  SELECT id, signed_digests(envelope) FROM upgrade_report
  WHERE state IN ('awaiting_files', 'pending', 'needs_human');
DROP FUNCTION signed_digests;
