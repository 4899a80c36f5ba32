import { Group, Text } from "@mantine/core";
import { address } from "@/api/client";
import type { Report } from "@/api/types";
import { bytes, count } from "@/shared/format/number";
import { RawButton } from "@/shared/raw/RawButton";
import { lookOf } from "@/shared/state/look";
import { progressLooks, typeLooks } from "@/shared/state/upgradeLooks";
import { ScreenButton, ScreenLink } from "@/shared/ui/Links";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import { StateBadge } from "@/shared/ui/StateBadge";
import { ImpactMeter } from "./ImpactMeter";
import { LineageLine } from "./LineageLine";
import classes from "./ReportCard.module.css";

/** One report of the feed: what, by whom, how far, and why. */
export function ReportCard({ report }: { report: Report }) {
  const { decision } = report;
  return (
    <article className={classes.card} aria-label={`${report.component}: ${report.description}`}>
      <div className={classes.top}>
        <Group gap="xs">
          <StateBadge look={lookOf(progressLooks, report.progress)} />
          <StateBadge look={lookOf(typeLooks, report.type)} />
        </Group>
        <RawButton url={address(`/upgrade-reports/${report.id}`)} subject={report.description} />
      </div>
      <ScreenLink
        to="/upgrades/$id"
        params={{ id: report.id }}
        c="inherit"
        className={classes.title}
      >
        {report.description}
      </ScreenLink>
      <Text size="sm" c="dimmed" className={classes.by}>
        {report.component} · by{" "}
        <ScreenLink
          to="/sticks/$id"
          params={{ id: report.contributor.stick_id }}
          inherit
          underline="always"
        >
          {report.contributor.module_name}
        </ScreenLink>{" "}
        · <RelativeTime at={report.received_at} /> · {count(report.file_count, "file")},{" "}
        {bytes(report.total_bytes)}
      </Text>
      <LineageLine report={report} />
      <div className={classes.foot}>
        {decision ? <ImpactMeter impact={decision.impact} /> : null}
        <Text size="sm" className={classes.reason}>
          {decision?.reasons.at(-1) ?? "Not decided yet."}
        </Text>
        {report.progress === "needs_human" && (
          <ScreenButton to="/upgrades/$id" params={{ id: report.id }} size="xs">
            Decide
          </ScreenButton>
        )}
      </div>
    </article>
  );
}
