/** Nothing heard for this long means that what is on the screen may be old; the server speaks every 15 s. */
const STALE_AFTER_MS = 30_000;

export interface Stream {
  connected: boolean;
  /** When a byte last arrived, in milliseconds; null before the first. */
  heardAt: number | null;
  openedAt: number;
  /** Attempts since the last byte. */
  failures: number;
}

export type StreamNews = { kind: "heard"; at: number } | { kind: "lost" };

export function streamReducer(stream: Stream, news: StreamNews): Stream {
  switch (news.kind) {
    case "heard":
      return { ...stream, connected: true, heardAt: news.at, failures: 0 };
    case "lost":
      return { ...stream, connected: false, failures: stream.failures + 1 };
  }
}

export type Liveness = { kind: "connecting" } | { kind: "live" } | { kind: "stale"; since: number };

export function livenessOf(stream: Stream, now: number): Liveness {
  const since = stream.heardAt ?? stream.openedAt;
  if (now - since > STALE_AFTER_MS) return { kind: "stale", since };
  return stream.connected ? { kind: "live" } : { kind: "connecting" };
}
