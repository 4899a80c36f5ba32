import { Stack, Text } from "@mantine/core";
import { address } from "@/api/client";
import type { PolicyVersion } from "@/api/types";
import { OperatorsOnly } from "@/shared/role/OperatorsOnly";
import { lookOf } from "@/shared/state/look";
import { Card } from "@/shared/ui/Card";
import { Column, Columns } from "@/shared/ui/Columns";
import { Fingerprint } from "@/shared/ui/Fingerprint";
import { ScreenLink } from "@/shared/ui/Links";
import { Loading } from "@/shared/ui/Loading";
import { PageHeader } from "@/shared/ui/PageHeader";
import { QueryView } from "@/shared/ui/QueryView";
import { StateBadge } from "@/shared/ui/StateBadge";
import { usePolicies } from "./api/usePolicies";
import { usePolicy } from "./api/usePolicy";
import { DraftButton } from "./DraftButton";
import classes from "./Policy.module.css";
import { policyLooks } from "./policyLooks";
import { ReplayCard } from "./ReplayCard";
import { RowTable } from "./RowTable";

/** What decides where no person does, and how it came to be. */
export function PoliciesScreen() {
  const query = usePolicies();
  return (
    <>
      <PageHeader title="Policy">What decides about upgrades where no person does.</PageHeader>
      <QueryView query={query} loading={<Loading rows={3} />}>
        {({ items }) => (
          <Columns>
            <Column>
              {items
                .filter((version) => version.state === "active")
                .map((version) => (
                  <InForce key={version.version} version={version.version} />
                ))}
            </Column>
            <Column>
              <Card title="Versions" raw={address("/policies")}>
                <ul className={classes.list}>
                  {items.map((version) => (
                    <Version key={version.version} version={version} />
                  ))}
                </ul>
              </Card>
              <ReplayCard />
            </Column>
          </Columns>
        )}
      </QueryView>
    </>
  );
}

function InForce({ version }: { version: number }) {
  return (
    <QueryView query={usePolicy(version)} loading={<Loading rows={3} />}>
      {(detail) => (
        <Card title={`Policy ${version} is in force`} raw={address(`/policies/${version}`)}>
          <Stack>
            <Text size="sm">
              First of all, whatever a policy says: what a check refuses is rejected; what is
              doubtful, can do more than before, or belongs to the system itself goes to a person.
              Then the first row that matches decides.
            </Text>
            <RowTable rows={detail.rows} />
            <Fingerprint value={detail.sha256} label="the SHA-256" />
            <OperatorsOnly>
              <DraftButton from={detail} />
            </OperatorsOnly>
          </Stack>
        </Card>
      )}
    </QueryView>
  );
}

function Version({ version }: { version: PolicyVersion }) {
  return (
    <li>
      <div className={classes.version}>
        <ScreenLink to="/policy/$version" params={{ version: String(version.version) }}>
          Policy {version.version}
        </ScreenLink>
        <StateBadge look={lookOf(policyLooks, version.state)} />
      </div>
      <Text size="sm" className={classes.note}>
        {version.note || "No note."} By {version.authors.join(", ") || version.created_by}.
      </Text>
    </li>
  );
}
