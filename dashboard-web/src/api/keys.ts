/** Query keys: a list and its single things share a first word, so that one event refreshes both. */
export const keys = {
  session: ["session"] as const,
  people: ["people"] as const,
  trust: ["trust"] as const,
  overview: ["overview"] as const,
  sticks: (filter: object = {}) => ["sticks", "list", filter] as const,
  stick: (id: string) => ["sticks", "one", id] as const,
  enrolmentCodes: ["enrolment-codes"] as const,
  reports: (filter: object = {}) => ["reports", "list", filter] as const,
  report: (id: string) => ["reports", "one", id] as const,
  components: ["components", "list"] as const,
  component: (name: string) => ["components", "one", name] as const,
  lineage: (name: string) => ["components", "lineage", name] as const,
  release: (id: string) => ["releases", "one", id] as const,
  rollouts: (filter: object = {}) => ["rollouts", "list", filter] as const,
  rollout: (id: string) => ["rollouts", "one", id] as const,
  deployments: (id: string, filter: object = {}) =>
    ["rollouts", "deployments", id, filter] as const,
  raw: (url: string) => ["raw", url] as const,
};
