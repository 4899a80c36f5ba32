import { aReport } from "@demo/builders/aReport";
import { aStick } from "@demo/builders/aStick";
import { renderDashboard } from "@demo/testing/renderDashboard";
import { demoWorld, emptyWorld } from "@demo/world/world";
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";

const shown = () => screen.queryAllByRole("article").map((card) => card.getAttribute("aria-label"));

it("shows only what the chip names", async () => {
  const { user, history } = renderDashboard("/upgrades", demoWorld());
  await waitFor(() => expect(shown()).toHaveLength(11));
  await user.click(screen.getByRole("button", { name: "Needs you" }));
  await waitFor(() =>
    expect(shown()).toEqual(["recipe-book: Shopping list from the chosen recipes"]),
  );
  expect(history.location.search).toBe("?show=needs-you");
  await user.click(screen.getByRole("button", { name: "Stopped" }));
  await waitFor(() =>
    expect(shown()).toEqual([
      "photo-frame: Refuses pictures that carry scripts",
      "music-player: A track for waiting, and a bigger cache",
    ]),
  );
});

it("finds what lies further back than the first page", async () => {
  const world = demoWorld();
  const stick = aStick("usb_001", "Kitchen stick");
  const newer = Array.from({ length: 60 }, (_, n) =>
    aReport(`newer-${n}`, stick, "Playlists", { progress: "deployed" }),
  );
  world.reports = [...newer, aReport("older", stick, "Old", { progress: "halted" })];
  renderDashboard("/upgrades?show=stopped", world);
  await waitFor(() => expect(shown()).toEqual(["music-player: Old"]));
});

it("says whose work an upgrade improves", async () => {
  renderDashboard("/upgrades?show=testing", demoWorld());
  await screen.findByText("Improves release 2 by Workshop stick");
});

it("tells a newcomer how to report", async () => {
  renderDashboard("/upgrades", emptyWorld());
  await screen.findByText('./metalayer report usb_001 "Kitchen stick" feature "Playlists"');
});
