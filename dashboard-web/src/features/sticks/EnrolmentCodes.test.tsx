import { renderDashboard } from "@demo/testing/renderDashboard";
import { emptyWorld } from "@demo/world/world";
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";

const CODE = /^[0-9A-F]{5}(-[0-9A-F]{5}){3}$/;

it("shows a new code once, and never again", async () => {
  const { user } = renderDashboard("/sticks", emptyWorld());
  await user.click(await screen.findByRole("button", { name: "Enrolment codes" }));
  await user.type(await screen.findByRole("textbox", { name: /Note/ }), "Reading room");
  await user.click(screen.getByRole("button", { name: "Create code" }));
  await screen.findByText(CODE);

  await user.click(screen.getByRole("button", { name: "Close" }));
  await user.click(screen.getByRole("button", { name: "Enrolment codes" }));
  await screen.findByText("Reading room");
  expect(screen.queryByText(CODE)).toBeNull();
});

it("withdraws a code", async () => {
  const world = emptyWorld();
  world.codes = [
    {
      id: "1",
      note: "Attic",
      uses: 2,
      used: 1,
      created_by: "admin",
      created_at: "2026-01-01T00:00:00Z",
      expires_at: "2099-01-01T00:00:00Z",
    },
  ];
  const { user } = renderDashboard("/sticks", world);
  await user.click(await screen.findByRole("button", { name: "Enrolment codes" }));
  await screen.findByText("1 of 2");
  await user.click(screen.getByRole("button", { name: "Withdraw the code for Attic" }));
  await screen.findByText("No code is open.");
  await waitFor(() => expect(world.codes).toEqual([]));
});
