import { Tooltip } from "@mantine/core";
import { IconBroadcast, IconBroadcastOff, IconPlugConnected } from "@tabler/icons-react";
import { clockTime } from "@/shared/format/time";
import { useNow } from "@/shared/hooks/useNow";
import type { Look } from "@/shared/state/look";
import { StateBadge } from "@/shared/ui/StateBadge";
import { type Liveness, livenessOf, type Stream } from "./liveness";

function describe(liveness: Liveness): { look: Look; why: string } {
  switch (liveness.kind) {
    case "live":
      return {
        look: { word: "Live", tone: "good", icon: IconBroadcast },
        why: "Changes appear by themselves.",
      };
    case "connecting":
      return {
        look: { word: "Connecting", tone: "wait", icon: IconPlugConnected },
        why: "Waiting for the Main System.",
      };
    case "stale":
      return {
        look: {
          word: `Stale since ${clockTime(liveness.since)}`,
          tone: "warn",
          icon: IconBroadcastOff,
        },
        why: "Nothing heard from the Main System for more than 30 seconds. Trying again by itself.",
      };
  }
}

/** Whether the screen can be trusted to be current. */
export function LiveBadge({ stream }: { stream: Stream }) {
  const { look, why } = describe(livenessOf(stream, useNow()));
  return (
    <Tooltip label={why}>
      <span role="status" aria-label={`Live updates: ${look.word}`}>
        <StateBadge look={look} />
      </span>
    </Tooltip>
  );
}
