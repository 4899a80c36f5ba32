import { renderDashboard } from "@demo/testing/renderDashboard";
import { demoWorld, type World } from "@demo/world/world";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

const find = (world: World, state: string) => {
  const rollout = world.rollouts.find((one) => one.state === state);
  if (!rollout) throw new Error(`no ${state} rollout`);
  return rollout;
};

const verbs = async () => {
  await screen.findByRole("heading", { level: 1 });
  return ["Pause", "Resume", "Advance", "Halt"].filter((name) =>
    screen.queryByRole("button", { name }),
  );
};

describe("the verbs of a rollout", () => {
  it.each([
    ["running", ["Pause", "Advance", "Halt"]],
    ["paused", ["Resume", "Halt"]],
    ["halted", []],
  ])("are those that the server allows when it is %s", async (state, expected) => {
    const world = demoWorld();
    renderDashboard(`/rollouts/${find(world, state).id}`, world);
    expect(await verbs()).toEqual(expected);
  });

  it("ask for a reason and send it with the version that was seen", async () => {
    const world = demoWorld();
    const rollout = find(world, "running");
    const { user } = renderDashboard(`/rollouts/${rollout.id}`, world);
    await user.click(await screen.findByRole("button", { name: "Pause" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Pause this rollout?" }));
    await user.click(dialog.getByRole("button", { name: "Pause" }));
    expect(find(world, "running").id).toBe(rollout.id);

    await user.type(dialog.getByRole("textbox", { name: /Reason/ }), "Asking around");
    await user.click(dialog.getByRole("button", { name: "Pause" }));
    await screen.findByText("Asking around · admin");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("keep the dialog and show the problem when somebody else was faster", async () => {
    const world = demoWorld();
    const rollout = find(world, "running");
    const { user } = renderDashboard(`/rollouts/${rollout.id}`, world);
    await user.click(await screen.findByRole("button", { name: "Pause" }));
    world.rollouts = world.rollouts.map((one) => ({ ...one, version: 9 }));
    await user.type(await screen.findByRole("textbox", { name: /Reason/ }), "Wait");
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Pause" }));
    await screen.findByText("Somebody changed it meanwhile");
  });
});

it("shows the evidence of each ring: counts, verdict and why", async () => {
  const world = demoWorld();
  renderDashboard(`/rollouts/${find(world, "halted").id}`, world);
  await screen.findByRole("img", { name: "Test sticks: 2 failed, 1 rolled back of 3 sticks" });
  expect(screen.getByText(/2 of 3 sticks failed: not enough free space/)).toBeTruthy();
  expect(screen.getAllByText("Halts above 5% failed")).toHaveLength(2);
});

it("counts the sticks of all rings in its headline, as the home page does", async () => {
  const world = demoWorld();
  const rollout = find(world, "completed");
  // Not what a browser would add up: the figures are the server's.
  rollout.counts = { ...rollout.counts, verified: 70, total: 80 };
  renderDashboard(`/rollouts/${rollout.id}`, world);
  await screen.findByText("70 of 80 sticks verified");
});

it("lists the sticks of one ring", async () => {
  const world = demoWorld();
  const { user, history } = renderDashboard(`/rollouts/${find(world, "halted").id}`, world);
  await user.click(await screen.findByRole("button", { name: "Test sticks" }));
  await waitFor(() => expect(history.location.search).toBe("?ring=1"));
  const table = within(await screen.findByRole("table"));
  await waitFor(() => expect(table.getAllByRole("row")).toHaveLength(4));
  expect(table.getAllByText("free-space: 9 PB asked for, 11.2 GB left")).toHaveLength(2);
});

it("keeps the seed secret until the start and shows its commitment", async () => {
  const world = demoWorld();
  renderDashboard(`/rollouts/${find(world, "scheduled").id}`, world);
  await screen.findByText("secret until the rollout starts");
  expect(screen.getByRole("button", { name: "Copy the commitment" })).toBeTruthy();
});
