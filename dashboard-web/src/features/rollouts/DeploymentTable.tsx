import { Table } from "@mantine/core";
import type { Deployment, Ring } from "@/api/types";
import { lookOf } from "@/shared/state/look";
import { deploymentLooks } from "@/shared/state/rolloutLooks";
import { ScreenLink } from "@/shared/ui/Links";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import { StateBadge } from "@/shared/ui/StateBadge";
import classes from "./DeploymentTable.module.css";

interface Props {
  deployments: Deployment[];
  rings: Ring[];
}

export function DeploymentTable({ deployments, rings }: Props) {
  const names = new Map(rings.map((ring) => [ring.ordinal, ring.name]));
  return (
    <Table mt="sm" className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Stick</Table.Th>
          <Table.Th>Outcome</Table.Th>
          <Table.Th visibleFrom="sm">Ring</Table.Th>
          <Table.Th visibleFrom="sm">Changed</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {deployments.map((deployment) => (
          <Table.Tr key={deployment.stick_id}>
            <Table.Td className={classes.stick}>
              <ScreenLink to="/sticks/$id" params={{ id: deployment.stick_id }}>
                {deployment.module_name}
              </ScreenLink>
            </Table.Td>
            <Table.Td className={classes.text}>
              <StateBadge look={lookOf(deploymentLooks, deployment.state)} />
              {deployment.reason && <span className={classes.reason}>{deployment.reason}</span>}
            </Table.Td>
            <Table.Td visibleFrom="sm" className={classes.ring}>
              {names.get(deployment.ring) ?? deployment.ring}
            </Table.Td>
            <Table.Td visibleFrom="sm" className={classes.ring}>
              <RelativeTime at={deployment.changed_at} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
