-- owner: evaluation. Never edited once merged.

-- Public keys by which evidence is verified, also long after the key itself is gone.
CREATE TABLE vetting_key (
  key_id text COLLATE "C" PRIMARY KEY,
  public_key bytea NOT NULL,
  first_used_at timestamptz NOT NULL);
CREATE TRIGGER vetting_key_is_immutable BEFORE UPDATE OR DELETE ON vetting_key
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What a stage found, signed; decisions name it in their evidence.
CREATE TABLE vetting_statement (
  -- Of the envelope.
  sha256 text COLLATE "C" PRIMARY KEY,
  report_id uuid NOT NULL REFERENCES upgrade_report,
  stage text NOT NULL,
  key_id text COLLATE "C" NOT NULL REFERENCES vetting_key,
  envelope bytea NOT NULL,
  made_at timestamptz NOT NULL);
CREATE INDEX vetting_statement_report ON vetting_statement (report_id);
CREATE TRIGGER vetting_statement_is_immutable BEFORE UPDATE OR DELETE ON vetting_statement
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
