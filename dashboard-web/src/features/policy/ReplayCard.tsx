import { Alert, List, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { address } from "@/api/client";
import type { Replay } from "@/api/types";
import { Card } from "@/shared/ui/Card";
import { Loading } from "@/shared/ui/Loading";
import { QueryView } from "@/shared/ui/QueryView";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import { useReplays } from "./api/useReplays";

/** Whether decisions can still be recomputed to the same bytes. */
export function ReplayCard() {
  return (
    <Card title="Recomputed each night" raw={address("/policies/replays")}>
      <QueryView query={useReplays()} loading={<Loading rows={1} />}>
        {({ items: [newest] }) =>
          newest ? <Newest run={newest} /> : <Text size="sm">Not yet.</Text>
        }
      </QueryView>
    </Card>
  );
}

function Newest({ run }: { run: Replay }) {
  return (
    <>
      {(run.different > 0 || run.error) && (
        <Alert
          color="clay"
          icon={<IconAlertTriangle />}
          title={`${run.different} of ${run.same + run.different} cannot be recomputed`}
        >
          {run.error && <Text size="sm">{run.error}</Text>}
          <List size="sm">
            {run.differences.map((difference) => (
              <List.Item key={difference.decision_id}>
                {difference.decision_id}: {difference.reason}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Text size="sm">
        <RelativeTime at={run.started_at} />: {run.same} decisions gave the same bytes,{" "}
        {run.different} did not, {run.not_replayable} kept too little to tell.
      </Text>
    </>
  );
}
