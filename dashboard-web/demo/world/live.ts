import { sum } from "../builders/aRollout";
import { tell, type World } from "./world";

const BEAT_MS = 4_000;

/** Sticks check in, and the running rollout goes on, so that there is something to watch. */
export function live(world: World): ReturnType<typeof setInterval> {
  let beat = 0;
  const timer = setInterval(() => {
    beat += 1;
    checkIn(world, beat);
    if (beat % 5 === 0) verifyOne(world);
  }, BEAT_MS);
  timer.unref();
  return timer;
}

function checkIn(world: World, beat: number): void {
  const online = world.sticks.filter((stick) => stick.online);
  const stick = online[beat % Math.max(online.length, 1)];
  if (!stick) return;
  stick.last_seen_at = new Date().toISOString();
  tell(world, "stick", stick.id);
}

function verifyOne(world: World): void {
  const rollout = world.rollouts.find(({ state }) => state === "running");
  const ring = rollout?.rings.find(
    ({ state, counts }) => state === "open" && counts.outstanding > 0,
  );
  if (!rollout || !ring) return;
  ring.counts.outstanding -= 1;
  ring.counts.verified += 1;
  rollout.counts = sum(rollout.rings.map(({ counts }) => counts));
  tell(world, "rollout", rollout.id);
}
