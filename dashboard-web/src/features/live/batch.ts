import type { QueryKey } from "@tanstack/react-query";

const PAUSE_MS = 1_000;

/** Collects keys and hands them on once a second: a rollout over many sticks must not become as many requests. */
export function keyBatch(flush: (keys: QueryKey[]) => void) {
  const waiting = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add(keys: QueryKey[]) {
      for (const key of keys) waiting.set(JSON.stringify(key), key);
      if (waiting.size === 0) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        const all = [...waiting.values()];
        waiting.clear();
        flush(all);
      }, PAUSE_MS);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
