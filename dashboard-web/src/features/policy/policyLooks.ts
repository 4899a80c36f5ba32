import {
  IconArchive,
  IconCircleCheck,
  IconPencil,
  IconTrash,
  IconUserQuestion,
} from "@tabler/icons-react";
import type { PolicyVersion } from "@/api/types";
import type { Look } from "@/shared/state/look";

export const policyLooks: Record<PolicyVersion["state"], Look> = {
  draft: { word: "Draft", tone: "quiet", icon: IconPencil },
  proposed: { word: "Proposed", tone: "warn", icon: IconUserQuestion },
  active: { word: "In force", tone: "good", icon: IconCircleCheck },
  superseded: { word: "Superseded", tone: "quiet", icon: IconArchive },
  discarded: { word: "Discarded", tone: "quiet", icon: IconTrash },
};
