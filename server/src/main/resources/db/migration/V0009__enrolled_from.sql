-- owner: fleet. Never edited once merged.

-- Where a waiting stick came from, so that one address cannot fill the list of those that wait.
ALTER TABLE stick ADD COLUMN enrolled_from text;
CREATE INDEX stick_pending_from ON stick (enrolled_from) WHERE state = 'PENDING';
