import { renderDashboard } from "@demo/testing/renderDashboard";
import { demoWorld } from "@demo/world/world";
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";

it("draws each release with its maker, and marks the current and the withdrawn one", async () => {
  renderDashboard("/components/music-player", demoWorld());
  const graph = within(await screen.findByRole("group", { name: "Lineage of 4 releases" }));
  const nodes = graph.getAllByRole("button").map((node) => node.textContent);
  expect(nodes).toHaveLength(4);
  expect(nodes[2]).toContain("current");
  expect(nodes[2]).toContain("by Grandma's stick");
  expect(nodes[3]).toContain("withdrawn");
});

it("says the same in a table", async () => {
  const { user, history } = renderDashboard("/components/music-player", demoWorld());
  await screen.findByRole("group", { name: "Lineage of 4 releases" });
  await user.click(screen.getByRole("radio", { name: "Table" }));
  const table = within(await screen.findByRole("region", { name: "Lineage table" }));
  const rows = table.getAllByRole("row").slice(1);
  expect(rows.map((row) => within(row).getAllByRole("cell")[1]?.textContent)).toEqual([
    "2",
    "2",
    "1",
    "–",
  ]);
  expect(history.location.search).toBe("?as=table");
});

it("shows the release that is chosen", async () => {
  const { user } = renderDashboard("/components/music-player", demoWorld());
  await screen.findByRole("heading", { name: "Release 3" });
  await user.click(await screen.findByRole("button", { name: /Release 1/ }));
  await screen.findByRole("heading", { name: "Release 1" });
});
