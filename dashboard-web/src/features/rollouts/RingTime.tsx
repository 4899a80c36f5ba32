import type { Ring } from "@/api/types";
import { useNow } from "@/shared/hooks/useNow";
import { RelativeTime } from "@/shared/ui/RelativeTime";

/** When the ring opened, or when it may. */
export function RingTime({ ring }: { ring: Ring }) {
  const now = useNow();
  if (ring.opened_at) {
    return (
      <span>
        Opened <RelativeTime at={ring.opened_at} />
      </span>
    );
  }
  if (ring.opens_at && Date.parse(ring.opens_at) > now) {
    return (
      <span>
        Opens <RelativeTime at={ring.opens_at} /> at the earliest
      </span>
    );
  }
  return <span>Opens when the ring before it passes</span>;
}
