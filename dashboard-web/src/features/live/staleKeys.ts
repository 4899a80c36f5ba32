import type { QueryKey } from "@tanstack/react-query";
import { keys } from "@/api/keys";

export interface LiveEvent {
  type: string;
  id: string;
}

/** Null for anything that is not an event of the contract: a newer server may send more. */
export function parseLiveEvent(data: string): LiveEvent | null {
  try {
    const { type, id } = Object(JSON.parse(data)) as Partial<LiveEvent>;
    return typeof type === "string" && typeof id === "string" ? { type, id } : null;
  } catch {
    return null;
  }
}

/** What an event makes old on the screen. */
export function staleKeys({ type, id }: LiveEvent): QueryKey[] {
  switch (type) {
    case "stick":
      return [["sticks", "list"], keys.stick(id), keys.overview];
    case "upgrade-report":
      return [["reports", "list"], keys.report(id), keys.overview, ["sticks"]];
    case "decision":
      return [["reports"], keys.overview];
    case "release":
      return [["components"], ["releases"], ["reports"]];
    case "trust":
      return [keys.trust];
    case "rollout":
      return [["rollouts"], ["reports"], keys.overview];
    case "policy":
      return [["policies"], keys.overview];
    default:
      return [];
  }
}
