import { aStick } from "@demo/builders/aStick";
import { renderDashboard } from "@demo/testing/renderDashboard";
import { server } from "@demo/testing/server";
import { emptyWorld, tell } from "@demo/world/world";
import { screen } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, it } from "vitest";

it("shows a change that the stream tells of, without a reload", async () => {
  const world = emptyWorld();
  const stick = aStick("usb_001", "Kitchen stick", { state: "pending" });
  world.sticks = [stick];
  renderDashboard("/sticks", world);
  await screen.findByRole("button", { name: "Accept Kitchen stick" });
  await screen.findByLabelText("Live updates: Live");

  world.sticks = [{ ...stick, state: "accepted", allowed_verbs: ["retire"] }];
  tell(world, "stick", stick.id);

  await screen.findByText("Accepted", { selector: "td *" }, { timeout: 4_000 });
  expect(screen.queryByRole("button", { name: "Accept Kitchen stick" })).toBeNull();
});

it("returns to the login form when the stream says that the session is over", async () => {
  const world = emptyWorld();
  server.use(
    http.get("*/api/v1/events", () => HttpResponse.json({ title: "Log in" }, { status: 401 })),
  );
  renderDashboard("/", world);
  server.use(
    http.get("*/api/v1/events", () => HttpResponse.json({ title: "Log in" }, { status: 401 })),
  );
  await screen.findByRole("form", { name: "Log in" });
});
