import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer } from "react";
import { keys } from "@/api/keys";
import { Problem } from "@/api/problem";
import { backoffMs } from "./backoff";
import { keyBatch } from "./batch";
import { listen } from "./listen";
import { type Stream, streamReducer } from "./liveness";
import { parseLiveEvent, staleKeys } from "./staleKeys";

const start = (openedAt: number): Stream => ({
  connected: false,
  heardAt: null,
  openedAt,
  failures: 0,
});

/** Keeps the queries fresh while mounted, and tells how fresh that is. */
export function useLiveStream(): Stream {
  const queries = useQueryClient();
  const [stream, tell] = useReducer(streamReducer, Date.now(), start);
  useEffect(() => {
    const stop = new AbortController();
    const batch = keyBatch((stale) => {
      for (const queryKey of stale) queries.invalidateQueries({ queryKey });
    });
    const ears = {
      onByte: () => tell({ kind: "heard", at: Date.now() }),
      onEvent: ({ data }: { data: string }) => {
        const event = parseLiveEvent(data);
        if (event) batch.add(staleKeys(event));
      },
    };
    keepListening(stop.signal, ears, () => tell({ kind: "lost" }), {
      // What happened while nobody listened is not sent again.
      again: () => queries.invalidateQueries(),
      refused: () => queries.setQueryData(keys.session, null),
    });
    return () => {
      stop.abort();
      batch.stop();
    };
  }, [queries]);
  return stream;
}

async function keepListening(
  signal: AbortSignal,
  ears: Parameters<typeof listen>[1],
  onLost: () => void,
  on: { again: () => void; refused: () => void },
): Promise<void> {
  let attempt = 0;
  const hear = () => {
    if (attempt > 0) on.again();
    attempt = 0;
    ears.onByte();
  };
  while (!signal.aborted) {
    try {
      await listen(signal, { ...ears, onByte: hear });
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return on.refused();
    }
    if (signal.aborted) return;
    onLost();
    attempt += 1;
    await pause(backoffMs(attempt, Math.random()), signal);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
