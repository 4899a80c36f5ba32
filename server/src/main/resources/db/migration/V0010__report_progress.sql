-- owner: evaluation. Never edited once merged.

-- Follows from the state until the approval, and is told by the rollout after it; so that lists can
-- be narrowed by it.
ALTER TABLE upgrade_report ADD COLUMN progress text, ADD COLUMN rollout_id uuid;
UPDATE upgrade_report SET progress = CASE state
  WHEN 'awaiting_files' THEN 'waiting'
  WHEN 'pending' THEN 'evaluating'
  WHEN 'approved' THEN 'scheduled'
  ELSE state END;
UPDATE upgrade_report u SET rollout_id = r.id, progress = CASE
  WHEN r.state IN ('completed', 'superseded') THEN 'deployed'
  WHEN r.state <> 'running' THEN r.state
  WHEN (SELECT count(*) > 1 AND bool_or(g.ordinal = 1 AND g.state = 'open')
        FROM ring g WHERE g.rollout_id = r.id) THEN 'testing'
  ELSE 'rolling_out' END
FROM rollout r WHERE r.release_id = u.release_id;
ALTER TABLE upgrade_report ALTER COLUMN progress SET NOT NULL;
ALTER TABLE upgrade_report ADD CHECK (progress IN ('waiting', 'evaluating', 'needs_human', 'rejected',
  'scheduled', 'testing', 'rolling_out', 'deployed', 'halted', 'paused'));

CREATE INDEX upgrade_report_progress ON upgrade_report (progress, received_at DESC, id DESC);
CREATE INDEX upgrade_report_release ON upgrade_report (release_id);
DROP INDEX upgrade_report_stick;
CREATE INDEX upgrade_report_stick ON upgrade_report (stick_id, received_at DESC, id DESC);
