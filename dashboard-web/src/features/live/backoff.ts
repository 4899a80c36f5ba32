const FIRST_MS = 1_000;
const MOST_MS = 30_000;

/** How long to wait before attempt n (1, 2, …): doubling, capped, and spread so that browsers do not return all at once. */
export function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(FIRST_MS * 2 ** (attempt - 1), MOST_MS);
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
