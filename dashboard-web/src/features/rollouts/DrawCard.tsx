import { Text } from "@mantine/core";
import { address } from "@/api/client";
import type { Rollout } from "@/api/types";
import { Card } from "@/shared/ui/Card";
import { Facts } from "@/shared/ui/Facts";
import { Fingerprint } from "@/shared/ui/Fingerprint";

/** The proof that the first sticks were drawn, not picked. */
export function DrawCard({ rollout }: { rollout: Rollout }) {
  return (
    <Card title="Draw of the sticks" raw={address(`/rollouts/${rollout.id}`)}>
      <Text size="sm" c="dimmed" mb="xs">
        The seed's digest is published before the rollout starts and the seed after, so anyone can
        check that the first sticks were drawn, not picked.
      </Text>
      <Facts
        items={[
          [
            "Commitment",
            <Fingerprint key="sha" value={rollout.seed_sha256} label="Copy the commitment" />,
          ],
          [
            "Seed",
            rollout.seed ? (
              <Fingerprint key="seed" value={rollout.seed} label="Copy the seed" />
            ) : (
              "secret until the rollout starts"
            ),
          ],
        ]}
      />
    </Card>
  );
}
