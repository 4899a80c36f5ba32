import type { QueryKey } from "@tanstack/react-query";

const GATHER_MS = 100;
const PAUSE_MS = 1_000;

/**
 * Collects keys and hands them on: the first at once, further ones once a second. What happens is seen while it happens, and a
 * rollout over many sticks does not become as many requests.
 */
export function keyBatch(flush: (keys: QueryKey[]) => void) {
  const waiting = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const handOn = () => {
    timer = undefined;
    if (waiting.size === 0) return;
    const all = [...waiting.values()];
    waiting.clear();
    timer = setTimeout(handOn, PAUSE_MS);
    flush(all);
  };
  return {
    add(keys: QueryKey[]) {
      for (const key of keys) waiting.set(JSON.stringify(key), key);
      timer ??= setTimeout(handOn, GATHER_MS);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
