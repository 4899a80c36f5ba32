import { Group, Text } from "@mantine/core";
import { address } from "@/api/client";
import type { Rollout } from "@/api/types";
import { RawButton } from "@/shared/raw/RawButton";
import { lookOf } from "@/shared/state/look";
import { rolloutLooks } from "@/shared/state/rolloutLooks";
import { strategyWords } from "@/shared/state/strategyWords";
import { ScreenLink } from "@/shared/ui/Links";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import { StateBadge } from "@/shared/ui/StateBadge";
import classes from "./RolloutCard.module.css";
import { SegmentBar } from "./SegmentBar";
import { SegmentLegend } from "./SegmentLegend";

/** One rollout in the list: all its rings as one bar each, side by side by their share. */
export function RolloutCard({ rollout }: { rollout: Rollout }) {
  const { component, release } = rollout;
  const name = `${component} release ${release.version}`;
  return (
    <article className={classes.card} aria-label={name}>
      <div className={classes.head}>
        <div className={classes.words}>
          <ScreenLink
            to="/rollouts/$id"
            params={{ id: rollout.id }}
            c="inherit"
            className={classes.title}
          >
            {name}
          </ScreenLink>
          <Text size="sm" c="dimmed">
            {release.description} · by {release.contributor.module_name}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          <StateBadge look={lookOf(rolloutLooks, rollout.state)} />
          <RawButton url={address(`/rollouts/${rollout.id}`)} subject={name} />
        </Group>
      </div>
      <div className={classes.rings}>
        {rollout.rings.map((ring) => (
          <div key={ring.ordinal} className={classes.ring} data-state={ring.state}>
            <span className={classes.ringName}>{ring.name}</span>
            <SegmentBar name={ring.name} counts={ring.counts} />
          </div>
        ))}
      </div>
      <div className={classes.foot}>
        <SegmentLegend counts={rollout.counts} />
        <Text size="sm" c="dimmed">
          {strategyWords[rollout.strategy].word} ·{" "}
          <RelativeTime at={rollout.started_at ?? rollout.created_at} />
        </Text>
      </div>
    </article>
  );
}
