import type { Look } from "../state/look";
import classes from "./StateBadge.module.css";

/** A state as icon and word. */
export function StateBadge({ look }: { look: Look }) {
  return (
    <span className={classes.badge} data-tone={look.tone}>
      <look.icon size={14} stroke={2.2} aria-hidden />
      {look.word}
    </span>
  );
}
