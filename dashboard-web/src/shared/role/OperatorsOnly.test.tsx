import { renderDashboard } from "@demo/testing/renderDashboard";
import { demoWorld, type World } from "@demo/world/world";
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";

function seenByAViewer(): World {
  const world = demoWorld();
  if (world.session) world.session = { ...world.session, role: "viewer" };
  return world;
}

const idOf = (things: { id: string; state: string }[], state: string) =>
  things.find((thing) => thing.state === state)?.id;

it.each([
  ["a stick that asks to join", "sticks", (world: World) => idOf(world.sticks, "pending")],
  ["an undecided report", "upgrades", (world: World) => idOf(world.reports, "needs_human")],
  ["a running rollout", "rollouts", (world: World) => idOf(world.rollouts, "running")],
])("offers viewers no verb on %s", async (_, screenName, find) => {
  const world = seenByAViewer();
  renderDashboard(`/${screenName}/${find(world)}`, world);
  await screen.findByRole("heading", { level: 1 });
  const verbs = /^(Accept|Reject|Retire|Approve|Pause|Resume|Halt|Advance)/;
  expect(screen.queryByRole("button", { name: verbs })).toBeNull();
});

it.each([
  ["sticks", "Sticks", "Enrolment codes"],
  ["upgrades", "Upgrades", "Evaluate now"],
])("offers viewers no button for all %s", async (path, heading, button) => {
  renderDashboard(`/${path}`, seenByAViewer());
  await screen.findByRole("heading", { level: 1, name: heading });
  expect(screen.queryByRole("button", { name: button })).toBeNull();
});

it("lets viewers look at what needs an operator", async () => {
  renderDashboard("/", seenByAViewer());
  await screen.findByRole("link", { name: "Have a look" });
  expect(screen.queryByRole("button", { name: "Accept" })).toBeNull();
});
