import type { Attention } from "@/api/types";

type Target =
  | { to: "/sticks/$id" | "/upgrades/$id" | "/rollouts/$id"; params: { id: string } }
  | { to: "/components/$name"; params: { name: string } }
  | { to: "/policy/$version"; params: { version: string } }
  | { to: "/sticks" | "/upgrades" | "/components" | "/rollouts" | "/policy" | "/trust" };

const SCREENS = {
  sticks: "/sticks",
  upgrades: "/upgrades",
  "upgrade-reports": "/upgrades",
  components: "/components",
  rollouts: "/rollouts",
  policy: "/policy",
  trust: "/trust",
} as const;

/** The server's link (`/rollouts/<id>`, or the same under `/api/v1`) as a screen; null for anything else. */
export function targetOf(link: string): Target | null {
  const [, name, id] = /^(?:\/api\/v1)?\/([a-z-]+)(?:\/([A-Za-z0-9-]+))?$/.exec(link) ?? [];
  if (!name || !Object.hasOwn(SCREENS, name)) return null;
  const screen = SCREENS[name as keyof typeof SCREENS];
  if (!id || screen === "/trust") return { to: screen };
  if (screen === "/policy") return { to: "/policy/$version", params: { version: id } };
  if (screen === "/components") return { to: "/components/$name", params: { name: id } };
  return { to: `${screen}/$id`, params: { id } };
}

/** Where there is nothing to press. */
export const LOOK = "Have a look";

const VERBS: Record<string, string> = {
  accept: "Accept",
  decide: "Decide",
  approve: "Decide",
  resume: "Look and resume",
  halt: "Look and halt",
  advance: "Look and advance",
};

/** The word on the fix button. */
export function fixWord(item: Attention): string {
  return VERBS[item.verb ?? ""] ?? LOOK;
}

/** The stick that one click accepts, when that is the fix. */
export function stickToAccept(item: Attention): string | null {
  const target = targetOf(item.link);
  return item.verb === "accept" && target?.to === "/sticks/$id" ? target.params.id : null;
}
