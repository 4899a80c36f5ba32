import { PASSWORD } from "@demo/handlers/session";
import { renderDashboard } from "@demo/testing/renderDashboard";
import { demoWorld } from "@demo/world/world";
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";

async function open() {
  const { user } = renderDashboard("/", demoWorld());
  await user.click(await screen.findByRole("button", { name: "Logged in as admin" }));
  await user.click(await screen.findByRole("menuitem", { name: "Change password" }));
  await screen.findByRole("dialog", { name: "Change password" });
  return user;
}

it("is done by keyboard alone, and goes on where one was", async () => {
  const user = await open();
  await waitFor(() => expect(document.activeElement?.getAttribute("name")).toBe("current"));
  await user.keyboard(PASSWORD);
  await user.type(screen.getByLabelText("New password"), "a new one, longer{Enter}");
  await screen.findByText("Your password is changed");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await screen.findByRole("heading", { name: "Home" });
});

it("says what is wrong and logs nobody out", async () => {
  const user = await open();
  await user.type(screen.getByLabelText("Present password"), "a guess");
  await user.type(screen.getByLabelText("New password"), "a new one, longer{Enter}");
  await screen.findByText("That is not your present password");
  await user.clear(screen.getByLabelText("Present password"));
  await user.type(screen.getByLabelText("Present password"), PASSWORD);
  await user.clear(screen.getByLabelText("New password"));
  await user.type(screen.getByLabelText("New password"), "too short{Enter}");
  await screen.findByText(/needs at least 12/);
});
