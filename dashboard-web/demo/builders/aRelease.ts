import type { Release, Report } from "@/api/types";
import { digest, id } from "./ids";

/** The release that came of a report. */
export function aRelease(report: Report, version: number, given: Partial<Release> = {}): Release {
  const { component, type, description, features, parents, file_count, total_bytes } = report;
  return {
    id: releaseId(component, version),
    component,
    version,
    type,
    description,
    features,
    parents,
    hardware_classes: [],
    contributor: report.contributor,
    report_id: report.id,
    file_count,
    total_bytes,
    payload_sha256: digest(`payload ${component} ${version}`),
    role: "content",
    publication: "published",
    withdrawn: false,
    created_at: report.received_at,
    files: report.files ?? [],
    ...given,
  };
}

export const releaseId = (component: string, version: number) => id(`${component} ${version}`);
