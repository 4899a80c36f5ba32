import type { Stick } from "@/api/types";
import classes from "./InstalledReleases.module.css";

/** "music-player 2", and whether the owner changed something there. */
export function InstalledReleases({ installed }: { installed: Stick["installed"] }) {
  if (installed.length === 0) return <span className={classes.none}>nothing yet</span>;
  return (
    <ul className={classes.list}>
      {installed.map((one) => (
        <li key={one.component} className={classes.item}>
          {one.component} {one.version}
          {one.local_changes > 0 && (
            <span className={classes.changed}> · {one.local_changes} changed here</span>
          )}
        </li>
      ))}
    </ul>
  );
}
