import { Table } from "@mantine/core";
import type { Stick } from "@/api/types";
import { OperatorsOnly } from "@/shared/role/OperatorsOnly";
import { lookOf } from "@/shared/state/look";
import { stickLooks } from "@/shared/state/stickLooks";
import { StateBadge } from "@/shared/ui/StateBadge";
import { InstalledReleases } from "./InstalledReleases";
import { Presence } from "./Presence";
import { StickName } from "./StickName";
import classes from "./StickTable.module.css";
import { StickVerbs } from "./StickVerbs";

const inRow = ["accept", "reject"] as const;

export function StickTable({ sticks }: { sticks: Stick[] }) {
  return (
    <div className={classes.frame}>
      <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Stick</Table.Th>
            <Table.Th>Live status</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>Contributions</Table.Th>
            <Table.Th>Installed</Table.Th>
            <Table.Th>
              <span className={classes.hidden}>Actions</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sticks.map((stick) => (
            <Table.Tr key={stick.id}>
              <Table.Td>
                <StickName stick={stick} />
              </Table.Td>
              <Table.Td>
                <Presence stick={stick} />
              </Table.Td>
              <Table.Td>
                <StateBadge look={lookOf(stickLooks, stick.state)} />
              </Table.Td>
              <Table.Td>
                <Contributions stick={stick} />
              </Table.Td>
              <Table.Td>
                <InstalledReleases installed={stick.installed} />
              </Table.Td>
              <Table.Td>
                <OperatorsOnly>
                  <StickVerbs stick={stick} only={inRow} size="xs" />
                </OperatorsOnly>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Contributions({ stick: { contributions } }: { stick: Stick }) {
  if (contributions.reports === 0) return <span className={classes.released}>none yet</span>;
  return (
    <span className={classes.contributions}>
      {contributions.reports}
      <span className={classes.released}> · {contributions.released} released</span>
    </span>
  );
}
