/** An RFC 9457 problem, or what stands for one when the Main System could not answer at all. */
export class Problem extends Error {
  constructor(
    readonly title: string,
    readonly detail: string,
    /** HTTP status; null when there was no answer. */
    readonly status: number | null,
    readonly type = "about:blank",
    /** All that the problem document says. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${title}: ${detail}`);
  }

  /** Worth trying again without changing anything. */
  get passing(): boolean {
    return this.status === null || this.status >= 500;
  }
}

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

/** Reads the problem of a refused request; tolerates answers that are not problem documents. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const fields = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  return new Problem(
    text(fields.title) ?? `The Main System answered ${response.status}`,
    text(fields.detail) ?? "It gave no reason. Its log may say more.",
    response.status,
    text(fields.type) ?? "about:blank",
    fields,
  );
}

export function unreachable(): Problem {
  return new Problem(
    "The Main System does not answer",
    "Check that it is running (./metalayer up) and that this machine can reach it.",
    null,
  );
}

/** Whatever was thrown, as a problem that can be shown. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new Problem("The dashboard failed", detail, null);
}
