import { PASSWORD } from "@demo/handlers/session";
import { renderDashboard } from "@demo/testing/renderDashboard";
import { server } from "@demo/testing/server";
import { demoWorld } from "@demo/world/world";
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";

const nobody = () => ({ ...demoWorld(), session: null });

it("lets nobody in with a wrong password, and says so", async () => {
  const { user } = renderDashboard("/", nobody());
  await user.type(await screen.findByLabelText(/User name/), "admin");
  await user.type(screen.getByLabelText(/Password/), "guess{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain(
    "User name or password is wrong",
  );
});

it("asks the server nothing before somebody logs in", async () => {
  const asked: string[] = [];
  server.events.on("request:start", ({ request }) => asked.push(request.url));
  renderDashboard("/", nobody());
  await screen.findByRole("form", { name: "Log in" });
  server.events.removeAllListeners();
  expect(asked).toEqual([]);
});

it("works by keyboard alone and goes on to the address that was asked for", async () => {
  const { user, history } = renderDashboard("/sticks?state=pending", nobody());
  await screen.findByRole("form", { name: "Log in" });
  expect(document.activeElement?.getAttribute("name")).toBe("username");
  await user.keyboard("admin");
  await user.tab();
  await user.keyboard(`${PASSWORD}{Enter}`);
  await screen.findByRole("heading", { name: "Sticks", level: 1 });
  expect(history.location.search).toBe("?state=pending");
});

it("returns to the form when the session ends in mid-work", async () => {
  const world = demoWorld();
  const { user } = renderDashboard("/sticks", world);
  await screen.findByText("Attic stick");
  world.session = null;
  await user.click(screen.getByRole("button", { name: "Retired" }));
  await screen.findByRole("form", { name: "Log in" });
});

it("logs out", async () => {
  const { user } = renderDashboard("/", demoWorld());
  await user.click(await screen.findByRole("button", { name: "Logged in as admin" }));
  await user.click(await screen.findByRole("menuitem", { name: "Log out" }));
  await screen.findByRole("form", { name: "Log in" });
});
