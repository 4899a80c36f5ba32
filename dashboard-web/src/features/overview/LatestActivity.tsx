import { IconActivity } from "@tabler/icons-react";
import { address } from "@/api/client";
import { Card } from "@/shared/ui/Card";
import { EmptyState } from "@/shared/ui/EmptyState";
import { ScreenLink } from "@/shared/ui/Links";
import { Loading } from "@/shared/ui/Loading";
import { QueryView } from "@/shared/ui/QueryView";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import { StateBadge } from "@/shared/ui/StateBadge";
import { latestActivity } from "./activity";
import { useLatestReports } from "./api/useLatestReports";
import { useLatestRollouts } from "./api/useLatestRollouts";
import classes from "./LatestActivity.module.css";

const SHOWN = 7;

/** What happened last: reports, decisions, rollouts. */
export function LatestActivity() {
  const reports = useLatestReports();
  const rollouts = useLatestRollouts();
  return (
    <Card title="Latest activity" raw={address("/upgrade-reports", { limit: 8 })}>
      <QueryView query={reports} loading={<Loading rows={5} height={44} />}>
        {({ items }) => {
          const activities = latestActivity(items, rollouts.data?.items ?? [], SHOWN);
          if (activities.length === 0) {
            return (
              <EmptyState
                icon={IconActivity}
                title="Nothing has happened yet"
                command="./metalayer up --sticks 3"
              >
                Start some sticks, change a file on one of them, and report it.
              </EmptyState>
            );
          }
          return (
            <ol className={classes.list}>
              {activities.map((activity) => (
                <li key={activity.id} className={classes.item}>
                  <StateBadge look={activity.look} />
                  <ScreenLink {...activity.to} className={classes.text} c="inherit">
                    {activity.text}
                  </ScreenLink>
                  <span className={classes.time}>
                    <RelativeTime at={activity.at} />
                  </span>
                </li>
              ))}
            </ol>
          );
        }}
      </QueryView>
    </Card>
  );
}
