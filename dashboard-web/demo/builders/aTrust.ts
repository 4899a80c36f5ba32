import type { Trust, TrustRole } from "@/api/types";
import { digest } from "./ids";

const aRole = (
  role: TrustRole["role"],
  signer: TrustRole["signer"],
  keys: [name: string, online: boolean][],
): TrustRole => ({
  role,
  version: 1,
  expires_at: "2027-11-20T12:00:00Z",
  signer,
  threshold: keys.length,
  signatures: keys.length,
  keys: keys.map(([name, online]) => ({ key_id: digest(`${name} key`), online })),
});

/** A Main System whose offline keys were moved away. */
export function aTrust(given: Partial<Trust> = {}): Trust {
  return {
    root_sha256: digest("root 1"),
    roles: [
      aRole("root", "person", [["root", false]]),
      aRole("timestamp", "machine", [["timestamp", true]]),
      aRole("code", "both", [
        ["robot", true],
        ["release", false],
      ]),
    ],
    offline_directory: "/srv/metalayer/data/keys/offline",
    offline_keys_here: [],
    signings: [],
    ...given,
  };
}

/** One that was started this morning, and on which somebody improved a program. */
export const demoTrust = (): Trust =>
  aTrust({
    offline_keys_here: ["release.key", "root.key", "targets.key"],
    signings: [
      {
        role: "code",
        version: 1_764_432_000,
        prepared_at: "2026-11-20T11:59:00Z",
        added: [{ component: "music-player", version: 4, release_id: digest("r4") }],
        removed: [],
      },
    ],
  });
