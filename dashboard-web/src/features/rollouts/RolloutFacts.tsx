import { address } from "@/api/client";
import type { Rollout } from "@/api/types";
import { count } from "@/shared/format/number";
import { strategyWords } from "@/shared/state/strategyWords";
import { Card } from "@/shared/ui/Card";
import { Facts } from "@/shared/ui/Facts";
import { ScreenLink } from "@/shared/ui/Links";
import { RelativeTime } from "@/shared/ui/RelativeTime";

export function RolloutFacts({ rollout }: { rollout: Rollout }) {
  const { component, release, counts } = rollout;
  const strategy = strategyWords[rollout.strategy];
  const time = (at: string | null) => at && <RelativeTime at={at} />;
  return (
    <Card title="Plan" raw={address(`/rollouts/${rollout.id}`)}>
      <Facts
        items={[
          ["Strategy", `${strategy.word}. ${strategy.meaning}`],
          ["Priority", rollout.priority],
          ["Reaches", count(counts.total, "stick")],
          [
            "Release",
            <ScreenLink
              key="release"
              to="/components/$name"
              params={{ name: component }}
              search={{ release: release.id }}
            >
              {component} {release.version}
            </ScreenLink>,
          ],
          [
            "From report",
            <ScreenLink key="report" to="/upgrades/$id" params={{ id: release.report_id }}>
              See the evidence
            </ScreenLink>,
          ],
          ["Created", time(rollout.created_at)],
          ["Started", time(rollout.started_at)],
          ["Finished", time(rollout.finished_at)],
        ]}
      />
    </Card>
  );
}
