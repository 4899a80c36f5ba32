import { HttpResponse, http } from "msw";
import type { Report, Strategy } from "@/api/types";
import { aDecision } from "../builders/aReport";
import { tell, type World } from "../world/world";
import { headMoved, illegalTransition, notFound, page } from "./answers";

const withoutFiles = ({ files: _, ...report }: Report) => report;

/** 0 where there was no release until then. */
function newestVersion(world: World, component: string, until = "9999") {
  const versions = world.releases
    .filter((one) => one.component === component && !one.withdrawn && one.created_at <= until)
    .map(({ version }) => version);
  return Math.max(0, ...versions);
}

export function reportHandlers(world: World) {
  const find = (wanted: unknown) => world.reports.find((report) => report.id === wanted);
  const replace = (report: Report) => {
    world.reports = world.reports.map((other) => (other.id === report.id ? report : other));
    tell(world, "upgrade-report", report.id);
  };
  return [
    http.get("*/api/v1/upgrade-reports", ({ request }) => {
      const url = new URL(request.url);
      const state = url.searchParams.get("state");
      const component = url.searchParams.get("component");
      const stick = url.searchParams.get("stick");
      const progress = url.searchParams.get("progress")?.split(",");
      const found = world.reports.filter(
        (report) =>
          (!state || report.state === state) &&
          (!component || report.component === component) &&
          (!stick || report.contributor.stick_id === stick) &&
          (!progress || progress.includes(report.progress)),
      );
      return HttpResponse.json(page(found.map(withoutFiles), url));
    }),
    http.get("*/api/v1/upgrade-reports/:id", ({ params }) => {
      const report = find(params.id);
      return report ? HttpResponse.json(report) : notFound("report");
    }),
    http.post("*/api/v1/upgrade-reports/evaluate", () => HttpResponse.json({ decisions: [] })),
    http.post("*/api/v1/upgrade-reports/:id/decision", async ({ params, request }) => {
      const report = find(params.id);
      if (!report) return notFound("report");
      if (report.state !== "needs_human") return illegalTransition("report", report.state);
      const { verdict, strategy, on_version, reason } = (await request.json()) as {
        verdict: "approve" | "reject";
        strategy?: Strategy;
        on_version?: number;
        reason: string;
      };
      const approved = verdict === "approve";
      const newest = newestVersion(world, report.component);
      const seen =
        on_version ?? newestVersion(world, report.component, report.decision?.decided_at);
      if (approved && newest !== seen) return headMoved(report.component, newest, seen);
      const decision = aDecision("", {
        ...report.decision,
        verdict,
        strategy: strategy ?? null,
        reasons: [reason],
        decided_by: world.session?.username ?? "admin",
        decided_at: new Date().toISOString(),
      });
      replace({
        ...report,
        decision,
        state: approved ? "approved" : "rejected",
        progress: approved ? "scheduled" : "rejected",
      });
      return HttpResponse.json(decision);
    }),
    http.get("*/api/v1/vetting-statements/:sha256", () =>
      HttpResponse.json({
        payloadType: "application/vnd.in-toto+json",
        payload: btoa("{}"),
        signatures: [],
      }),
    ),
    http.get("*/api/v1/decisions/:id", ({ params }) => {
      const decision = world.reports.find((report) => report.decision?.id === params.id)?.decision;
      return decision ? HttpResponse.json(decision) : notFound("decision");
    }),
  ];
}
