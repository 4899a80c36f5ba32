import { renderDashboard } from "@demo/testing/renderDashboard";
import { demoWorld } from "@demo/world/world";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";

it("goes from screen to screen by keyboard", async () => {
  const { user, history } = renderDashboard("/", demoWorld());
  await screen.findByRole("heading", { name: "Home" });
  await user.keyboard("gr");
  await screen.findByRole("heading", { name: "Rollouts", level: 1 });
  expect(history.location.pathname).toBe("/rollouts");
});

it("does not take typing for shortcuts", async () => {
  const { user, history } = renderDashboard("/sticks", demoWorld());
  await user.type(await screen.findByRole("searchbox"), "gr");
  await waitFor(() => expect(history.location.search).toBe("?q=gr"));
  expect(history.location.pathname).toBe("/sticks");
});

it("lists the shortcuts on ?", async () => {
  const { user } = renderDashboard("/", demoWorld());
  await screen.findByRole("heading", { name: "Home" });
  await user.keyboard("?");
  await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
});

it("finds a stick by name in the palette and goes there", async () => {
  const { user, history } = renderDashboard("/", demoWorld());
  await user.click(await screen.findByRole("button", { name: "Find anything" }));
  await user.type(await screen.findByPlaceholderText(/A screen, a stick/), "kitchen");
  await user.click(await screen.findByText("usb_001"));
  await screen.findByRole("heading", { name: "Kitchen stick", level: 1 });
  expect(history.location.pathname).toMatch(/^\/sticks\//);
});

it("has a way past the navigation, and names what waits for a person", async () => {
  renderDashboard("/", demoWorld());
  const skip = await screen.findByRole("link", { name: "Skip to content" });
  expect(document.querySelector(skip.getAttribute("href") ?? "")?.tagName).toBe("MAIN");
  const navigation = within(screen.getByRole("navigation", { name: "Main" }));
  await navigation.findByRole("link", { name: /^Sticks ?2 need attention$/ });
});

it("names a screen that there is not", async () => {
  renderDashboard("/nowhere", demoWorld());
  await screen.findByRole("heading", { name: "There is no such screen" });
});
