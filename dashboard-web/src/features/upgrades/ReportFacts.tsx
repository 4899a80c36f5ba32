import { address } from "@/api/client";
import type { Report } from "@/api/types";
import { Card } from "@/shared/ui/Card";
import { Facts } from "@/shared/ui/Facts";
import { ScreenLink } from "@/shared/ui/Links";
import { RelativeTime } from "@/shared/ui/RelativeTime";

export function ReportFacts({ report }: { report: Report }) {
  const { component, contributor, features, claims } = report;
  return (
    <Card title="Report" raw={address(`/upgrade-reports/${report.id}`)}>
      <Facts
        items={[
          [
            "Component",
            <ScreenLink key="component" to="/components/$name" params={{ name: component }}>
              {component}
            </ScreenLink>,
          ],
          [
            "Contributor",
            <ScreenLink key="stick" to="/sticks/$id" params={{ id: contributor.stick_id }}>
              {contributor.module_name}
            </ScreenLink>,
          ],
          ["Features", features.join(", ")],
          ["Claims", claims.map(({ metric, factor }) => `${metric} × ${factor}`).join(", ")],
          ["Received", <RelativeTime key="received" at={report.received_at} />],
          ["Report id", <code key="id">{report.id}</code>],
        ]}
      />
    </Card>
  );
}
