import { IconPointFilled, IconPointOff } from "@tabler/icons-react";
import type { Stick } from "@/api/types";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import classes from "./Presence.module.css";

/** Online now, or when it was last heard of. */
export function Presence({ stick }: { stick: Stick }) {
  const Glyph = stick.online ? IconPointFilled : IconPointOff;
  return (
    <span className={classes.presence} data-tone={stick.online ? "good" : "quiet"}>
      <Glyph size={18} className={classes.icon} aria-hidden />
      <span>
        <span className={classes.word}>{stick.online ? "Online" : "Offline"}</span>
        <span className={classes.seen}>
          {stick.last_seen_at ? <RelativeTime at={stick.last_seen_at} /> : "never seen"}
        </span>
      </span>
    </span>
  );
}
