import { aTrust } from "@demo/builders/aTrust";
import { renderDashboard } from "@demo/testing/renderDashboard";
import { emptyWorld, tell } from "@demo/world/world";
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";

it("says which keys sign for what, and how many have to", async () => {
  renderDashboard("/trust", emptyWorld());
  const rows = within(await screen.findByRole("table")).getAllByRole("row");
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining("Signed by"),
    expect.stringMatching(/^rootPeople1 of 1/),
    expect.stringMatching(/^timestampMain System1 of 1.* on this machine/),
    expect.stringMatching(/^codeMain System and a person2 of 2/),
  ]);
  expect(screen.queryByText(/still lie on this machine/)).toBeNull();
});

it("warns as long as the offline keys lie beside everything else", async () => {
  const world = emptyWorld();
  world.trust = aTrust({ offline_keys_here: ["release.key", "root.key"] });
  renderDashboard("/trust", world);
  const warning = await screen.findByRole("alert");
  expect(warning.textContent).toContain("(release.key, root.key)");
});

it("shows what awaits a signature with the commands to sign it, and that it no longer does", async () => {
  const world = emptyWorld();
  world.trust = aTrust({
    signings: [
      {
        role: "code",
        version: 1764432000,
        prepared_at: "2026-11-20T11:59:00Z",
        added: [{ component: "music-player", version: 4, release_id: "r4" }],
        removed: [{ component: "clock", version: 1, release_id: "r1" }],
      },
    ],
  });
  renderDashboard("/trust", world);
  await screen.findByText(/Sticks may install/);
  screen.getByRole("link", { name: "music-player 4" });
  screen.getByText("No longer clock 1");
  screen.getByText(/keys sign signing.json --key release.key/);
  screen.getByRole("button", { name: "Copy the commands" });

  world.trust = aTrust();
  await screen.findByLabelText("Live updates: Live");
  tell(world, "trust", "code");
  await screen.findByText(/wait here until a person has signed/, {}, { timeout: 4_000 });
});
