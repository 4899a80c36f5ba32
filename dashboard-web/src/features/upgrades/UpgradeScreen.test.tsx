import { aRelease } from "@demo/builders/aRelease";
import { renderDashboard } from "@demo/testing/renderDashboard";
import { demoWorld, type World } from "@demo/world/world";
import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";

const open = (world: World) => {
  const report = world.reports.find(({ state }) => state === "needs_human");
  if (!report) throw new Error("no report needs a person");
  return { report, ...renderDashboard(`/upgrades/${report.id}`, world) };
};
const decided = (world: World, id: string) => world.reports.find((one) => one.id === id);

describe("a report that needs a person", () => {
  it("is approved with a strategy and a reason", async () => {
    const world = demoWorld();
    const { user, report } = open(world);
    await user.click(await screen.findByRole("radio", { name: "Test first" }));
    await user.type(screen.getByRole("textbox", { name: /Reason/ }), "Looked at both");
    await user.click(screen.getByRole("button", { name: "Approve" }));
    await waitFor(() => expect(decided(world, report.id)?.state).toBe("approved"));
    expect(decided(world, report.id)?.decision).toMatchObject({
      strategy: "TEST_FIRST",
      reasons: ["Looked at both"],
      decided_by: "admin",
    });
    await waitFor(() => expect(screen.queryByRole("form", { name: "Decision" })).toBeNull());
  });

  it("is rejected without a strategy", async () => {
    const world = demoWorld();
    const { user, report } = open(world);
    await user.type(await screen.findByRole("textbox", { name: /Reason/ }), "Not now");
    await user.click(screen.getByRole("button", { name: "Reject" }));
    await waitFor(() => expect(decided(world, report.id)?.state).toBe("rejected"));
    expect(decided(world, report.id)?.decision?.strategy).toBeNull();
  });

  it("is not decided without a reason", async () => {
    const world = demoWorld();
    const { user, report } = open(world);
    await user.click(await screen.findByRole("button", { name: "Approve" }));
    await screen.findByText("Say why, for whoever reads this later.");
    expect(decided(world, report.id)?.state).toBe("needs_human");
  });

  it("is approved on a release that came later only by who was told of it", async () => {
    const world = demoWorld();
    const { user, report } = open(world);
    const version = 1 + Math.max(...world.releases.map((release) => release.version));
    world.releases.push(aRelease(report, version, { created_at: new Date().toISOString() }));
    await user.type(await screen.findByRole("textbox", { name: /Reason/ }), "Looked at both");
    await user.click(screen.getByRole("button", { name: "Approve" }));
    await screen.findByText(/approving it would undo: player.js/);
    expect(decided(world, report.id)?.state).toBe("needs_human");
    await user.click(screen.getByRole("button", { name: `Approve on version ${version} anyway` }));
    await waitFor(() => expect(decided(world, report.id)?.state).toBe("approved"));
  });

  it("shows the stage that it did not pass, in words", async () => {
    open(demoWorld());
    await screen.findByText("conflict: a person must look");
    expect(screen.getByText("health: passed")).toBeTruthy();
  });

  it("shows the signed statement behind each stage", async () => {
    const { user } = open(demoWorld());
    await user.click(await screen.findByRole("button", { name: "Raw data of the stage conflict" }));
    await screen.findByText(/application\/vnd\.in-toto\+json/);
  });
});

it("offers no decision where the policy has decided", async () => {
  const world = demoWorld();
  const report = world.reports.find(({ progress }) => progress === "deployed");
  renderDashboard(`/upgrades/${report?.id}`, world);
  await screen.findByRole("heading", { level: 1, name: report?.description ?? "" });
  expect(screen.queryByRole("form", { name: "Decision" })).toBeNull();
});
