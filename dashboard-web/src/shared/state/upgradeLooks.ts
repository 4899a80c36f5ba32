import {
  IconBolt,
  IconBug,
  IconCalendarTime,
  IconCircleCheck,
  IconCircleX,
  IconFlask,
  IconHandStop,
  IconHourglass,
  IconListSearch,
  IconPalette,
  IconPlayerPause,
  IconProgress,
  IconShieldLock,
  IconSparkles,
  IconUserQuestion,
} from "@tabler/icons-react";
import type { Decision, Impact, Progress, UpgradeType } from "@/api/types";
import type { Look } from "./look";

export const progressLooks: Record<Progress, Look> = {
  waiting: { word: "Waiting", tone: "wait", icon: IconHourglass },
  evaluating: { word: "Evaluating", tone: "wait", icon: IconListSearch },
  needs_human: { word: "Needs you", tone: "warn", icon: IconUserQuestion },
  rejected: { word: "Rejected", tone: "bad", icon: IconCircleX },
  scheduled: { word: "Scheduled", tone: "wait", icon: IconCalendarTime },
  testing: { word: "Testing", tone: "info", icon: IconFlask },
  rolling_out: { word: "Rolling out", tone: "info", icon: IconProgress },
  deployed: { word: "Deployed", tone: "good", icon: IconCircleCheck },
  halted: { word: "Halted", tone: "bad", icon: IconHandStop },
  paused: { word: "Paused", tone: "warn", icon: IconPlayerPause },
};

export const typeLooks: Record<UpgradeType, Look> = {
  feature: { word: "Feature", tone: "info", icon: IconSparkles },
  performance: { word: "Performance", tone: "info", icon: IconBolt },
  bugfix: { word: "Bug fix", tone: "info", icon: IconBug },
  security: { word: "Security", tone: "info", icon: IconShieldLock },
  ux: { word: "Look and feel", tone: "info", icon: IconPalette },
};

export const verdictLooks: Record<Decision["verdict"], Look> = {
  approve: { word: "Approved", tone: "good", icon: IconCircleCheck },
  reject: { word: "Rejected", tone: "bad", icon: IconCircleX },
  needs_human: { word: "Needs you", tone: "warn", icon: IconUserQuestion },
};

export const impactWords: Record<Impact["level"], string> = {
  low: "Low impact",
  medium: "Medium impact",
  high: "High impact",
};
