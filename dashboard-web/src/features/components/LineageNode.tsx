import { IconBan, IconFlag } from "@tabler/icons-react";
import type { Release } from "@/api/types";
import { lookOf } from "@/shared/state/look";
import { typeLooks } from "@/shared/state/upgradeLooks";
import classes from "./LineageNode.module.css";

interface Props {
  release: Release;
  /** The newest good release. */
  current: boolean;
  chosen: boolean;
  onChoose: (id: string) => void;
}

/** One release: number, what it did, who made it. */
export function LineageNode({ release, current, chosen, onChoose }: Props) {
  const type = lookOf(typeLooks, release.type);
  return (
    <button
      type="button"
      className={classes.node}
      aria-pressed={chosen}
      data-withdrawn={release.withdrawn || undefined}
      title={release.description}
      onClick={() => onChoose(release.id)}
    >
      <span className={classes.top}>
        <span className={classes.version}>Release {release.version}</span>
        {current && (
          <span className={classes.mark} data-tone="good">
            <IconFlag size={13} aria-hidden /> current
          </span>
        )}
        {release.withdrawn && (
          <span className={classes.mark} data-tone="bad">
            <IconBan size={13} aria-hidden /> withdrawn
          </span>
        )}
      </span>
      <span className={classes.what}>
        <type.icon size={14} aria-hidden />
        <span>{release.description}</span>
      </span>
      <span className={classes.who}>by {release.contributor.module_name}</span>
    </button>
  );
}
