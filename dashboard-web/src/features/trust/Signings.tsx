import { List, Stack, Text } from "@mantine/core";
import { address } from "@/api/client";
import type { TrustSigning } from "@/api/types";
import { Card } from "@/shared/ui/Card";
import { ScreenLink } from "@/shared/ui/Links";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import { Commands } from "./Commands";

const COMMANDS = [
  "./metalayer keys pending --out signing.json",
  "./metalayer keys show signing.json",
  "./metalayer keys sign signing.json --key release.key",
  "./metalayer keys publish signing.json",
];

/** What executes waits here for a person. */
export function Signings({ signings }: { signings: TrustSigning[] }) {
  if (signings.length === 0) {
    return (
      <Card title="Awaiting a signature" raw={address("/trust")}>
        <Text>Nothing. Releases that execute wait here until a person has signed them.</Text>
      </Card>
    );
  }
  return (
    <Card title="Awaiting a signature" raw={address("/trust")}>
      <Stack>
        {signings.map((signing) => (
          <Signing key={signing.role} signing={signing} />
        ))}
        <Text>
          Look at it, and sign where the release key is; only the first and the last line need the
          Main System.
        </Text>
        <Commands lines={COMMANDS} label="Copy the commands" />
      </Stack>
    </Card>
  );
}

function Signing({ signing }: { signing: TrustSigning }) {
  return (
    <div>
      <Text fw={550}>
        {signing.role} {signing.version}, prepared <RelativeTime at={signing.prepared_at} />
      </Text>
      <List>
        {signing.added.map((release) => (
          <List.Item key={release.release_id}>
            Sticks may install{" "}
            <ScreenLink to="/components/$name" params={{ name: release.component }}>
              {release.component} {release.version}
            </ScreenLink>
          </List.Item>
        ))}
        {signing.removed.map((release) => (
          <List.Item key={release.release_id}>
            No longer {release.component} {release.version}
          </List.Item>
        ))}
        {signing.added.length + signing.removed.length === 0 && (
          <List.Item>The same for another year</List.Item>
        )}
      </List>
    </div>
  );
}
