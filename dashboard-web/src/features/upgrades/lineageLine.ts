import type { Release, Report } from "@/api/types";

/** "Improves release 1 by Kitchen stick"; where nothing came before, says so. */
export function lineageLine(report: Pick<Report, "parents">, parents: readonly Release[]): string {
  if (report.parents.length === 0) return "A new component, with nothing before it";
  if (parents.length === 0) return `Improves ${report.parents.length} earlier release`;
  const names = parents.map(
    (parent) => `release ${parent.version} by ${parent.contributor.module_name}`,
  );
  return `Improves ${names.join(" and ")}`;
}
