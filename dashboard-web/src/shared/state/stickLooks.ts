import {
  IconCircleCheck,
  IconCircleX,
  IconHourglass,
  IconShieldExclamation,
  IconZzz,
} from "@tabler/icons-react";
import type { StickState } from "@/api/types";
import type { Look } from "./look";

export const stickLooks: Record<StickState, Look> = {
  pending: { word: "Pending", tone: "warn", icon: IconHourglass },
  accepted: { word: "Accepted", tone: "good", icon: IconCircleCheck },
  rejected: { word: "Rejected", tone: "bad", icon: IconCircleX },
  retired: { word: "Retired", tone: "quiet", icon: IconZzz },
  quarantined: { word: "Quarantined", tone: "bad", icon: IconShieldExclamation },
};
