export type DeploymentFilter = { ring?: number };

/** Which ring's deployments are listed. */
export function parseDeploymentFilter(search: Record<string, unknown>): DeploymentFilter {
  const ring = Number(search.ring);
  return search.ring !== undefined && Number.isInteger(ring) && ring >= 0 ? { ring } : {};
}
