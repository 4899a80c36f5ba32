import { IconSparkles } from "@tabler/icons-react";
import { address } from "@/api/client";
import type { Stick } from "@/api/types";
import { count } from "@/shared/format/number";
import { lookOf } from "@/shared/state/look";
import { progressLooks } from "@/shared/state/upgradeLooks";
import { Card } from "@/shared/ui/Card";
import { EmptyState } from "@/shared/ui/EmptyState";
import { ScreenLink } from "@/shared/ui/Links";
import { Loading } from "@/shared/ui/Loading";
import { LoadMore } from "@/shared/ui/LoadMore";
import { QueryView } from "@/shared/ui/QueryView";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import { StateBadge } from "@/shared/ui/StateBadge";
import { useStickReports } from "./api/useStickReports";
import classes from "./StickContributions.module.css";

/** What this stick gave to the others. */
export function StickContributions({ stick }: { stick: Stick }) {
  const query = useStickReports(stick.id);
  const { reports, released } = stick.contributions;
  return (
    <Card title="Contributions" raw={address("/upgrade-reports", { stick: stick.id })}>
      {reports > 0 && (
        <p className={classes.sum}>
          {count(reports, "report")}, {released} of them released.
        </p>
      )}
      <QueryView query={query} loading={<Loading rows={2} />}>
        {({ items, total }) => {
          if (reports === 0) {
            return (
              <EmptyState icon={IconSparkles} title="No report from this stick yet">
                When its owner reports an upgrade, it appears here.
              </EmptyState>
            );
          }
          return (
            <>
              <ul className={classes.list}>
                {items.map((report) => (
                  <li key={report.id} className={classes.item}>
                    <ScreenLink to="/upgrades/$id" params={{ id: report.id }}>
                      {report.description}
                    </ScreenLink>
                    <StateBadge look={lookOf(progressLooks, report.progress)} />
                    <span className={classes.about}>
                      {report.component} · <RelativeTime at={report.received_at} />
                    </span>
                  </li>
                ))}
              </ul>
              <LoadMore shown={items.length} total={total} query={query} />
            </>
          );
        }}
      </QueryView>
    </Card>
  );
}
