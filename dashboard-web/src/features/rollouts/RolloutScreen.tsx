import { Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { address } from "@/api/client";
import type { Rollout } from "@/api/types";
import { OperatorsOnly } from "@/shared/role/OperatorsOnly";
import { lookOf } from "@/shared/state/look";
import { rolloutLooks } from "@/shared/state/rolloutLooks";
import { verifiedInWords } from "@/shared/state/verifiedInWords";
import { Card } from "@/shared/ui/Card";
import { Column, Columns } from "@/shared/ui/Columns";
import { ScreenLink } from "@/shared/ui/Links";
import { PageHeader } from "@/shared/ui/PageHeader";
import { PageQuery } from "@/shared/ui/PageQuery";
import { StateBadge } from "@/shared/ui/StateBadge";
import { useRollout } from "./api/useRollout";
import { Deployments } from "./Deployments";
import { DrawCard } from "./DrawCard";
import { RingMeter } from "./RingMeter";
import { RolloutFacts } from "./RolloutFacts";
import classes from "./RolloutScreen.module.css";
import { RolloutVerbs } from "./RolloutVerbs";

const route = getRouteApi("/rollouts/$id");
const back = <ScreenLink to="/rollouts">Rollouts</ScreenLink>;

/** One rollout: its rings, what their gates say, and what can be done about it. */
export function RolloutScreen() {
  const { id } = route.useParams();
  return (
    <PageQuery query={useRollout(id)} back={back}>
      {(rollout) => <RolloutDetail rollout={rollout} />}
    </PageQuery>
  );
}

function RolloutDetail({ rollout }: { rollout: Rollout }) {
  const { component, release } = rollout;
  const raw = address(`/rollouts/${rollout.id}`);
  return (
    <>
      <PageHeader
        title={`${component} release ${release.version}`}
        back={back}
        badges={<StateBadge look={lookOf(rolloutLooks, rollout.state)} />}
        actions={
          <OperatorsOnly>
            <RolloutVerbs rollout={rollout} />
          </OperatorsOnly>
        }
      >
        {release.description} · by {release.contributor.module_name}
        <Text c="var(--mantine-color-text)">{verifiedInWords(rollout.counts)}</Text>
        {rollout.reason && (
          <Text c="var(--mantine-color-text)">
            {rollout.changed_by ? `${rollout.reason} · ${rollout.changed_by}` : rollout.reason}
          </Text>
        )}
      </PageHeader>
      <Columns>
        <Column>
          <Card title="Rings" raw={raw}>
            <ol className={classes.rings}>
              {rollout.rings.map((ring) => (
                <RingMeter key={ring.ordinal} ring={ring} />
              ))}
            </ol>
          </Card>
          <Deployments rollout={rollout} />
        </Column>
        <Column>
          <RolloutFacts rollout={rollout} />
          <DrawCard rollout={rollout} />
        </Column>
      </Columns>
    </>
  );
}
