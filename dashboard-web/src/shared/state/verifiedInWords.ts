import type { Counts } from "@/api/types";
import { count, whole } from "@/shared/format/number";

/** "5 of 6 sticks verified": how far a whole rollout has come, as the server counted. */
export function verifiedInWords({ verified, total }: Counts): string {
  return `${whole(verified)} of ${count(total, "stick")} verified`;
}
