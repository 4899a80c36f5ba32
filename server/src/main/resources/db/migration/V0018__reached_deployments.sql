-- Who failed, or has it already, among a hundred thousand who have yet to hear of it.
CREATE INDEX deployment_reached ON deployment (rollout_id, state, changed_at DESC, stick_id DESC)
  WHERE state <> 'pending';
