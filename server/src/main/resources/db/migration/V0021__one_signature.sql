-- owner: catalog. Never edited once merged.

-- Releases and deployment manifests are signed by being listed in metadata (V0017). What was kept
-- as the payload of an envelope is the document that metadata names by digest.
ALTER TABLE release ADD document bytea;
ALTER TABLE release DISABLE TRIGGER release_is_immutable;
UPDATE release SET document = decode(convert_from(envelope, 'UTF8')::json ->> 'payload', 'base64');
ALTER TABLE release ENABLE TRIGGER release_is_immutable;
ALTER TABLE release ALTER document SET NOT NULL, DROP envelope, DROP signed_by;

ALTER TABLE deployment_manifest ADD document bytea;
ALTER TABLE deployment_manifest DISABLE TRIGGER deployment_manifest_is_immutable;
UPDATE deployment_manifest
  SET document = decode(convert_from(envelope, 'UTF8')::json ->> 'payload', 'base64');
ALTER TABLE deployment_manifest ENABLE TRIGGER deployment_manifest_is_immutable;
ALTER TABLE deployment_manifest ALTER document SET NOT NULL, DROP envelope;

DROP TABLE signing_key;
