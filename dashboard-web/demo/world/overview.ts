import type { Attention, Overview } from "@/api/types";
import type { World } from "./world";

type Known = Pick<World, "sticks" | "reports" | "rollouts">;

export function overviewOf({ sticks, reports, rollouts }: Known): Overview {
  const accepted = sticks.filter(({ state }) => state === "accepted");
  return {
    sticks: {
      total: accepted.length,
      online: accepted.filter(({ online }) => online).length,
      pending: sticks.filter(({ state }) => state === "pending").length,
    },
    reports: {
      pending: reports.filter(({ state }) => state === "pending").length,
      needs_human: reports.filter(({ state }) => state === "needs_human").length,
    },
    rollouts: {
      running: rollouts.filter(({ state }) => state === "running").length,
      paused: rollouts.filter(({ state }) => state === "paused").length,
      halted: rollouts.filter(({ state }) => state === "halted").length,
    },
    attention: attentionOf({ sticks, reports, rollouts }),
    fleet_by_release: fleetOf(accepted),
  };
}

function attentionOf({ sticks, reports, rollouts }: Known): Attention[] {
  return [
    ...rollouts
      .filter(({ state }) => state === "halted")
      .map((rollout) => ({
        kind: "rollout-halted",
        severity: "high" as const,
        title: `${rollout.component} release ${rollout.release.version} was halted`,
        detail: rollout.reason,
        link: `/rollouts/${rollout.id}`,
        verb: null,
      })),
    ...reports
      .filter(({ state }) => state === "needs_human")
      .map((report) => ({
        kind: "report-needs-human",
        severity: "medium" as const,
        title: `“${report.description}” waits for your decision`,
        detail: report.decision?.reasons[0] ?? "",
        link: `/upgrades/${report.id}`,
        verb: "decide",
      })),
    ...sticks
      .filter(({ state }) => state === "pending")
      .map((stick) => ({
        kind: "stick-pending",
        severity: "low" as const,
        title: `${stick.module_name} asks to join`,
        detail: `${stick.module_id}, ${stick.usb.manufacturer} ${stick.usb.product}. It gets no releases until you accept it.`,
        link: `/sticks/${stick.id}`,
        verb: "accept",
      })),
  ];
}

function fleetOf(sticks: World["sticks"]): Overview["fleet_by_release"] {
  const found = new Map<string, Overview["fleet_by_release"][number]>();
  for (const { component, version } of sticks.flatMap(({ installed }) => installed)) {
    const key = `${component} ${version}`;
    const row = found.get(key) ?? { component, version, sticks: 0 };
    found.set(key, { ...row, sticks: row.sticks + 1 });
  }
  return [...found.values()];
}
