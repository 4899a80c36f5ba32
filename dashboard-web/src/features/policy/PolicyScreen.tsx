import { Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { address } from "@/api/client";
import type { PolicyDetail } from "@/api/types";
import { OperatorsOnly } from "@/shared/role/OperatorsOnly";
import { useIsOperator } from "@/shared/role/role";
import { lookOf } from "@/shared/state/look";
import { Card } from "@/shared/ui/Card";
import { Column, Columns } from "@/shared/ui/Columns";
import { Facts } from "@/shared/ui/Facts";
import { Fingerprint } from "@/shared/ui/Fingerprint";
import { ScreenLink } from "@/shared/ui/Links";
import { Loading } from "@/shared/ui/Loading";
import { PageHeader } from "@/shared/ui/PageHeader";
import { PageQuery } from "@/shared/ui/PageQuery";
import { QueryView } from "@/shared/ui/QueryView";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import { StateBadge } from "@/shared/ui/StateBadge";
import { usePolicy } from "./api/usePolicy";
import { usePolicyCheck } from "./api/usePolicyCheck";
import { CheckResult } from "./CheckResult";
import { DraftButton } from "./DraftButton";
import { DryRunCard } from "./DryRunCard";
import { ExampleList } from "./ExampleList";
import { PolicyVerbs } from "./PolicyVerbs";
import { policyLooks } from "./policyLooks";
import { RowTable } from "./RowTable";

const route = getRouteApi("/policy/$version");
const back = <ScreenLink to="/policy">Policy</ScreenLink>;

/** One version: what it says, what it would do, and its next step. */
export function PolicyScreen() {
  const version = Number(route.useParams().version);
  return (
    <PageQuery query={usePolicy(version)} back={back}>
      {(detail) => <Detail detail={detail} />}
    </PageQuery>
  );
}

function Detail({ detail }: { detail: PolicyDetail }) {
  const { version } = detail;
  const open = version.state === "draft" || version.state === "proposed";
  const mayCheck = useIsOperator() && open;
  const check = usePolicyCheck(version.version, mayCheck);
  return (
    <>
      <PageHeader
        title={`Policy ${version.version}`}
        back={back}
        badges={<StateBadge look={lookOf(policyLooks, version.state)} />}
        actions={
          !open && (
            <OperatorsOnly>
              <DraftButton from={detail} />
            </OperatorsOnly>
          )
        }
      >
        <Text>{version.note}</Text>
      </PageHeader>
      <Columns>
        <Column>
          {open && (
            <OperatorsOnly>
              <PolicyVerbs detail={detail} check={check.data} />
            </OperatorsOnly>
          )}
          <Card title="Rows" raw={address(`/policies/${version.version}`)}>
            <RowTable rows={detail.rows} />
          </Card>
          {mayCheck && (
            <Card title="What would change" raw={address(`/policies/${version.version}`)}>
              <QueryView query={check} loading={<Loading rows={2} />}>
                {(result) => <CheckResult check={result} />}
              </QueryView>
            </Card>
          )}
          <OperatorsOnly>
            <DryRunCard version={version.version} />
          </OperatorsOnly>
        </Column>
        <Column>
          <Card title="Who had a hand in it" raw={address(`/policies/${version.version}`)}>
            <Facts
              items={[
                ["Written by", version.authors.join(", ") || version.created_by],
                ["Begun", <RelativeTime key="begun" at={version.created_at} />],
                ["Proposed by", version.proposed_by],
                ["Compared with", version.against && `policy ${version.against}`],
                ["Approved by", version.approved_by],
                ["Put in force by", version.activated_by],
                [
                  "In force since",
                  version.activated_at && <RelativeTime key="since" at={version.activated_at} />,
                ],
                [
                  "Superseded",
                  version.superseded_at && <RelativeTime key="end" at={version.superseded_at} />,
                ],
                ["Discarded by", version.discarded_by],
                ["SHA-256", <Fingerprint key="sha" value={detail.sha256} label="the SHA-256" />],
              ]}
            />
          </Card>
          <Card title="Examples" raw={address(`/policies/${version.version}`)}>
            <ExampleList examples={detail.examples} />
          </Card>
        </Column>
      </Columns>
    </>
  );
}
