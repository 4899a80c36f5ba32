import { Tooltip } from "@mantine/core";
import { absoluteTime, relativeTime } from "../format/time";
import { useNow } from "../hooks/useNow";

/** "3 minutes ago"; the exact time on hover and for machines. */
export function RelativeTime({ at }: { at: string }) {
  const now = useNow();
  return (
    <Tooltip label={absoluteTime(at)}>
      <time dateTime={at}>{relativeTime(at, now)}</time>
    </Tooltip>
  );
}
