import { Stack, Text } from "@mantine/core";
import { address } from "@/api/client";
import type { Release } from "@/api/types";
import { bytes, count } from "@/shared/format/number";
import { lookOf } from "@/shared/state/look";
import { typeLooks } from "@/shared/state/upgradeLooks";
import { Card } from "@/shared/ui/Card";
import { Facts } from "@/shared/ui/Facts";
import { FileTable } from "@/shared/ui/FileTable";
import { Fingerprint } from "@/shared/ui/Fingerprint";
import { ScreenLink } from "@/shared/ui/Links";
import { Loading } from "@/shared/ui/Loading";
import { QueryView } from "@/shared/ui/QueryView";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import { StateBadge } from "@/shared/ui/StateBadge";
import { useRelease } from "./api/useRelease";

/** The release that is looked at. */
export function ReleasePanel({ id }: { id: string }) {
  return (
    <QueryView query={useRelease(id)} loading={<Loading rows={1} height={220} />}>
      {(release) => (
        <Card
          title={`Release ${release.version}`}
          raw={address(`/releases/${id}`)}
          actions={<StateBadge look={lookOf(typeLooks, release.type)} />}
        >
          <Stack gap="sm">
            <Text>{release.description}</Text>
            <ReleaseFacts release={release} />
            {release.files && <FileTable files={release.files} />}
          </Stack>
        </Card>
      )}
    </QueryView>
  );
}

function ReleaseFacts({ release }: { release: Release }) {
  const { contributor } = release;
  return (
    <Facts
      items={[
        [
          "Made by",
          <ScreenLink key="by" to="/sticks/$id" params={{ id: contributor.stick_id }}>
            {contributor.module_name}
          </ScreenLink>,
        ],
        ["Made", <RelativeTime key="at" at={release.created_at} />],
        [
          "From report",
          <ScreenLink key="report" to="/upgrades/$id" params={{ id: release.report_id }}>
            See the evidence
          </ScreenLink>,
        ],
        ["Features", release.features.join(", ")],
        ["For sticks", release.hardware_classes.join(", ")],
        ["Content", `${count(release.file_count, "file")}, ${bytes(release.total_bytes)}`],
        [
          "Document SHA-256",
          <Fingerprint key="sha" value={release.payload_sha256} label="Copy the digest" />,
        ],
        ["Listed by", `role ${release.role}`],
        ["State", stateOf(release)],
      ]}
    />
  );
}

function stateOf({ withdrawn, publication }: Release): string {
  if (withdrawn) return "Withdrawn: sticks that run it return to the one before";
  return publication === "awaiting_signature" ? "Waits for a person's signature" : "";
}
