import { demoWorld } from "@demo/world/world";
import { expect, it } from "vitest";
import { latestActivity } from "./activity";
import { fleetByComponent } from "./fleet";

it("tells what happened, newest first, no more than asked", () => {
  const { reports, rollouts } = demoWorld();
  const activities = latestActivity(reports, rollouts, 5);
  const times = activities.map(({ at }) => Date.parse(at));
  expect(activities).toHaveLength(5);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  expect(activities[0]?.text).toBe(
    "Workshop stick reported “Crossfade between tracks” for music-player",
  );
});

it("gathers the fleet by component, newest release first", () => {
  const rows = [
    { component: "a", version: 1, sticks: 3 },
    { component: "b", version: 1, sticks: 1 },
    { component: "a", version: 2, sticks: 4 },
  ];
  expect(fleetByComponent(rows)).toEqual([
    { component: "a", sticks: 7, releases: [rows[2], rows[0]] },
    { component: "b", sticks: 1, releases: [rows[1]] },
  ]);
});
