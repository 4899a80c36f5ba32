const PAUSE_MS = 1_500;

/** What has been typed so far of a shortcut of two keys. */
export interface Typed {
  prefix: "g" | null;
  at: number;
}

export type Shortcut =
  | { kind: "go"; key: string }
  | { kind: "search" }
  | { kind: "help" }
  | { kind: "none" };

/** "g" and then a letter within a moment goes to a screen; "/" searches; "?" shows the list. */
export function nextKey(typed: Typed, key: string, now: number): [Typed, Shortcut] {
  const clear: Typed = { prefix: null, at: now };
  if (typed.prefix === "g" && now - typed.at < PAUSE_MS) return [clear, { kind: "go", key }];
  if (key === "g") return [{ prefix: "g", at: now }, { kind: "none" }];
  if (key === "/") return [clear, { kind: "search" }];
  if (key === "?") return [clear, { kind: "help" }];
  return [clear, { kind: "none" }];
}
