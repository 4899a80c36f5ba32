import { IconCircleCheck, IconLock } from "@tabler/icons-react";
import type { Operator } from "@/api/types";
import type { Look } from "@/shared/state/look";
import { StateBadge } from "@/shared/ui/StateBadge";

const active: Look = { word: "Active", tone: "good", icon: IconCircleCheck };
const disabled: Look = { word: "Shut out", tone: "quiet", icon: IconLock };

export function PersonState({ person }: { person: Operator }) {
  return <StateBadge look={person.disabled ? disabled : active} />;
}
