import {
  IconArrowBackUp,
  IconCalendarTime,
  IconCircleCheck,
  IconCircleX,
  IconClockPause,
  IconGitMerge,
  IconHandStop,
  IconLock,
  IconPlayerPause,
  IconProgress,
  IconReplace,
  IconThumbDown,
  IconVolumeOff,
} from "@tabler/icons-react";
import type { Counts, Deployment, Ring, RolloutState } from "@/api/types";
import type { Look } from "./look";

export const rolloutLooks: Record<RolloutState, Look> = {
  scheduled: { word: "Scheduled", tone: "wait", icon: IconCalendarTime },
  running: { word: "Running", tone: "info", icon: IconProgress },
  paused: { word: "Paused", tone: "warn", icon: IconPlayerPause },
  halted: { word: "Halted", tone: "bad", icon: IconHandStop },
  completed: { word: "Completed", tone: "good", icon: IconCircleCheck },
  superseded: { word: "Superseded", tone: "quiet", icon: IconReplace },
};

export const ringLooks: Record<Ring["state"], Look> = {
  waiting: { word: "Waiting", tone: "wait", icon: IconLock },
  open: { word: "Open", tone: "info", icon: IconProgress },
  passed: { word: "Passed", tone: "good", icon: IconCircleCheck },
  halted: { word: "Halted", tone: "bad", icon: IconHandStop },
};

/** What became of a stick in a rollout; the order is that of the evidence meter. */
export const outcomeLooks: Record<Exclude<keyof Counts, "total">, Look> = {
  verified: { word: "Verified", tone: "good", icon: IconCircleCheck },
  failed: { word: "Failed", tone: "bad", icon: IconCircleX },
  rolled_back: { word: "Rolled back", tone: "bad", icon: IconArrowBackUp },
  conflict: { word: "Conflict", tone: "warn", icon: IconGitMerge },
  declined: { word: "Declined", tone: "quiet", icon: IconThumbDown },
  superseded: { word: "Superseded", tone: "quiet", icon: IconReplace },
  outstanding: { word: "Outstanding", tone: "wait", icon: IconClockPause },
  silent: { word: "Silent", tone: "wait", icon: IconVolumeOff },
};

const { outstanding, silent: _, ...outcomes } = outcomeLooks;

/** How it is with one stick: whoever is silent is outstanding, too. */
export const deploymentLooks: Record<Deployment["state"], Look> = {
  ...outcomes,
  pending: outstanding,
  rolling_back: { word: "Rolling back", tone: "warn", icon: IconArrowBackUp },
};
