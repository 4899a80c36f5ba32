-- Owner: fleet. Never edited once merged.

-- Where each stick's renewals stand. Begun at a stick's first session and written at every one:
-- narrow, and nothing in it but the key is indexed, so that an update stays within its page (HOT).
CREATE TABLE ratchet (
  stick_id uuid PRIMARY KEY REFERENCES stick ON DELETE CASCADE,
  epoch bigint NOT NULL,
  came_from bigint NOT NULL,
  nonce text NOT NULL,
  request_id text,
  set_aside bigint NOT NULL,
  -- Pairs: after, to.
  left_behind text[] NOT NULL,
  doubt text NOT NULL CHECK (doubt IN ('NONE', 'RESTORED', 'CLONED')),
  moved_at timestamptz NOT NULL)
  WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);

-- What an operator should know of a stick, until somebody has resolved it. "copy" is the renewal by
-- which one of several copies is known, '' where there is nothing to tell apart.
CREATE TABLE stick_warning (
  stick_id uuid NOT NULL REFERENCES stick ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN
    ('CLONED', 'RESTORED', 'REFUSED_RENEWAL', 'OTHER_HARDWARE', 'SAME_SERIAL')),
  copy text NOT NULL,
  known boolean NOT NULL,
  epoch bigint NOT NULL,
  address text NOT NULL,
  usb jsonb,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (stick_id, kind, copy));
CREATE INDEX stick_warning_newest ON stick_warning (last_at DESC);

-- Two sticks may say that they are the same device.
CREATE INDEX stick_serial ON stick ((usb ->> 'serial'))
  WHERE state IN ('PENDING', 'ACCEPTED', 'QUARANTINED');
