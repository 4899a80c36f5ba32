import { aStick } from "@demo/builders/aStick";
import { renderDashboard } from "@demo/testing/renderDashboard";
import { demoWorld, emptyWorld } from "@demo/world/world";
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";

it("shows one thing that needs a person at a time", async () => {
  const { user } = renderDashboard("/", demoWorld());
  await screen.findByRole("heading", { name: "music-player release 4 was halted" });
  expect(screen.getByText("1 of 4")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Next" }));
  await screen.findByRole("heading", {
    name: "“Shopping list from the chosen recipes” waits for your decision",
  });
  expect(screen.getByRole("link", { name: "Decide" })).toBeTruthy();
});

it("mends it on the spot, and then says that nothing is left", async () => {
  const world = emptyWorld();
  world.sticks = [
    aStick("usb_001", "Kitchen stick"),
    aStick("usb_002", "Attic stick", { state: "pending" }),
  ];
  const { user } = renderDashboard("/", world);
  await screen.findByRole("heading", { name: "Attic stick asks to join" });
  await user.click(screen.getByRole("button", { name: "Accept" }));
  await screen.findByRole("heading", { name: "Nothing needs you" });
  expect(world.sticks[1]?.state).toBe("accepted");
});

it("opens the raw data behind a figure, with the request that gives it", async () => {
  const { user } = renderDashboard("/", demoWorld());
  await user.click(await screen.findByRole("button", { name: "Raw data of Sticks online" }));
  await screen.findByText("GET /api/v1/overview");
  await screen.findByText(/"fleet_by_release": \[/);
  await user.click(screen.getByRole("button", { name: "Close raw data" }));
  await waitFor(() => expect(screen.queryByText("GET /api/v1/overview")).toBeNull());
});

it("tells a newcomer the command that starts sticks", async () => {
  renderDashboard("/", emptyWorld());
  await screen.findByRole("heading", { name: "No stick has enrolled yet" });
});
