import { Table } from "@mantine/core";
import type { Release } from "@/api/types";
import { lookOf } from "@/shared/state/look";
import { typeLooks } from "@/shared/state/upgradeLooks";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import { StateBadge } from "@/shared/ui/StateBadge";
import classes from "./LineageTable.module.css";

interface Props {
  releases: Release[];
  onChoose: (id: string) => void;
}

/** The graph in words. */
export function LineageTable({ releases, onChoose }: Props) {
  const versions = new Map(releases.map((release) => [release.id, release.version]));
  const improves = (release: Release) =>
    release.parents.flatMap((id) => versions.get(id) ?? []).join(", ") || "–";
  return (
    <Table.ScrollContainer
      minWidth={640}
      type="native"
      tabIndex={0}
      role="region"
      aria-label="Lineage table"
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Release</Table.Th>
            <Table.Th>Improves</Table.Th>
            <Table.Th>What it did</Table.Th>
            <Table.Th>Type</Table.Th>
            <Table.Th>Made by</Table.Th>
            <Table.Th>When</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {releases
            .toSorted((a, b) => b.version - a.version)
            .map((release) => (
              <Table.Tr key={release.id}>
                <Table.Td>
                  <button
                    type="button"
                    className={classes.choose}
                    onClick={() => onChoose(release.id)}
                  >
                    {release.version}
                    {release.withdrawn && " (withdrawn)"}
                  </button>
                </Table.Td>
                <Table.Td>{improves(release)}</Table.Td>
                <Table.Td className={classes.text}>{release.description}</Table.Td>
                <Table.Td>
                  <StateBadge look={lookOf(typeLooks, release.type)} />
                </Table.Td>
                <Table.Td className={classes.text}>{release.contributor.module_name}</Table.Td>
                <Table.Td>
                  <RelativeTime at={release.created_at} />
                </Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
