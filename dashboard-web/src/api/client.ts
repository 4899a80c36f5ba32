import { problemOf, unreachable } from "./problem";

const BASE = "/api/v1";

interface Options {
  body?: unknown;
  /** Sent as `If-Match`: the write is refused when somebody changed the thing meanwhile. */
  version?: number;
  signal?: AbortSignal;
  accept?: string;
}

type Query = Record<string, string | number | undefined>;

/** `/sticks`, `{state: "pending", q: undefined}` → `/api/v1/sticks?state=pending`. */
export function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `${BASE}${path}${text && `?${text}`}`;
}

async function send(method: string, url: string, options: Options): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: options.accept ?? "application/json",
  };
  if (options.body !== undefined) headers["Content-Type"] = "application/json";
  if (options.version !== undefined) headers["If-Match"] = `"${options.version}"`;
  const response = await fetch(url, {
    method,
    headers,
    credentials: "same-origin",
    body: options.body === undefined ? null : JSON.stringify(options.body),
    signal: options.signal ?? null,
  }).catch((failure: unknown) => {
    if (options.signal?.aborted) throw failure;
    throw unreachable();
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function json<T>(method: string, url: string, options: Options = {}): Promise<T> {
  const response = await send(method, url, options);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) =>
    json<T>("GET", address(path, query), signal ? { signal } : {}),
  post: <T>(path: string, body: unknown = {}, version?: number) =>
    json<T>("POST", address(path), version === undefined ? { body } : { body, version }),
  put: <T>(path: string, body: unknown, version?: number) =>
    json<T>("PUT", address(path), version === undefined ? { body } : { body, version }),
  patch: <T>(path: string, body: unknown, version: number) =>
    json<T>("PATCH", address(path), { body, version }),
  delete: <T>(path: string) => json<T>("DELETE", address(path)),
  /** An endless answer, read as it arrives. */
  stream: (path: string, signal: AbortSignal) =>
    send("GET", address(path), { signal, accept: "text/event-stream" }),
  /** The exact text behind a figure. */
  raw: async (url: string) => (await send("GET", url, {})).text(),
};
