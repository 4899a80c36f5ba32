-- Owner: fleet. Never edited once merged.

ALTER TABLE stick_warning
  DROP CONSTRAINT stick_warning_kind_check,
  ADD CONSTRAINT stick_warning_kind_check CHECK (kind IN
    ('CLONED', 'RESTORED', 'REFUSED_RENEWAL', 'SET_ASIDE', 'RESTORE_CONFIRMED', 'OTHER_HARDWARE',
     'SAME_SERIAL'));
