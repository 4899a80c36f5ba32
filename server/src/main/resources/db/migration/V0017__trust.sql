-- owner: catalog. Never edited once merged.

CREATE FUNCTION refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are written once and never changed', TG_TABLE_NAME;
END $$;

-- Every metadata file that was published, byte for byte. Old ones may go when nobody can be
-- fetching them any more, but a root never: clients walk from the one they pinned.
CREATE TABLE trust_metadata (
  role text COLLATE "C" NOT NULL
    CHECK (role IN ('root', 'targets', 'snapshot', 'timestamp', 'director', 'content', 'code', 'agent', 'os')),
  version bigint NOT NULL CHECK (version >= 1),
  bytes bytea NOT NULL CHECK (length(bytes) <= 8388608),
  expires_at timestamptz NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (role, version));
CREATE TRIGGER trust_metadata_is_immutable BEFORE UPDATE ON trust_metadata
  FOR EACH ROW EXECUTE FUNCTION refuse_update();

-- What awaits a person's signature, at most one of a role: the newest.
CREATE TABLE trust_signing (
  role text COLLATE "C" PRIMARY KEY CHECK (role IN ('code', 'agent', 'os')),
  version bigint NOT NULL,
  bytes bytea NOT NULL,
  prepared_at timestamptz NOT NULL);

-- By which role a release is signed, and whether that has happened.
CREATE TABLE release_publication (
  release_id uuid PRIMARY KEY REFERENCES release,
  role text COLLATE "C" NOT NULL CHECK (role IN ('content', 'code', 'agent', 'os')),
  length bigint NOT NULL CHECK (length >= 1),
  state text NOT NULL CHECK (state IN ('awaiting_signature', 'published', 'withdrawn')));
CREATE INDEX release_publication_role ON release_publication (role) WHERE state <> 'withdrawn';

INSERT INTO release_publication (release_id, role, length, state)
  SELECT r.id,
    CASE WHEN r.component IN ('os', 'agent') THEN r.component
         WHEN EXISTS (SELECT FROM json_array_elements(document -> 'files') file
                      WHERE file ->> 'mode' = '0755') THEN 'code'
         ELSE 'content' END,
    length(payload),
    CASE WHEN EXISTS (SELECT FROM release_withdrawal w WHERE w.release_id = r.id)
         THEN 'withdrawn' ELSE 'awaiting_signature' END
  FROM release r,
    LATERAL (SELECT decode(convert_from(envelope, 'UTF8')::json ->> 'payload', 'base64')) p (payload),
    LATERAL (SELECT convert_from(payload, 'UTF8')::json) d (document);
