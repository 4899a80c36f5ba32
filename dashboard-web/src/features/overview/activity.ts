import type { Report, Rollout } from "@/api/types";
import type { Look } from "@/shared/state/look";
import { lookOf } from "@/shared/state/look";
import { rolloutLooks } from "@/shared/state/rolloutLooks";
import { typeLooks, verdictLooks } from "@/shared/state/upgradeLooks";
import { verifiedInWords } from "@/shared/state/verifiedInWords";

export interface Activity {
  id: string;
  at: string;
  look: Look;
  text: string;
  to: { to: "/upgrades/$id" | "/rollouts/$id"; params: { id: string } };
}

function ofReport(report: Report): Activity[] {
  const to = { to: "/upgrades/$id", params: { id: report.id } } as const;
  const received: Activity = {
    id: `received-${report.id}`,
    at: report.received_at,
    look: lookOf(typeLooks, report.type),
    text: `${report.contributor.module_name} reported “${report.description}” for ${report.component}`,
    to,
  };
  if (!report.decision) return [received];
  const { decision } = report;
  const decided: Activity = {
    id: `decided-${decision.id}`,
    at: decision.decided_at,
    look: lookOf(verdictLooks, decision.verdict),
    text: `“${report.description}” for ${report.component}: ${decision.reasons[0] ?? "decided"}`,
    to,
  };
  return [decided, received];
}

function ofRollout(rollout: Rollout): Activity[] {
  const { id, component, release, state } = rollout;
  return [
    {
      id: `rollout-${id}`,
      at: rollout.finished_at ?? rollout.started_at ?? rollout.created_at,
      look: lookOf(rolloutLooks, state),
      text: `Rollout of ${component} release ${release.version}, ${verifiedInWords(rollout.counts)}`,
      to: { to: "/rollouts/$id", params: { id } },
    },
  ];
}

/** What happened last, newest first. */
export function latestActivity(reports: Report[], rollouts: Rollout[], limit: number): Activity[] {
  return [...reports.flatMap(ofReport), ...rollouts.flatMap(ofRollout)]
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, limit);
}
