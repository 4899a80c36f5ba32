import { aPolicy } from "@demo/builders/aPolicy";
import { renderDashboard } from "@demo/testing/renderDashboard";
import { demoWorld, emptyWorld, type World } from "@demo/world/world";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";

function withDraft(): World {
  const world = emptyWorld();
  world.policies = [aPolicy(2, { state: "draft", authors: ["admin"] }), aPolicy(1)];
  return world;
}

it("shows the policy in plain words, its versions and the nightly replay", async () => {
  renderDashboard("/policy", demoWorld());
  const table = await screen.findByRole("table");
  const rows = within(table).getAllByRole("row");
  expect(rows.map((row) => row.textContent)).toEqual([
    "RowWhenThenPriority",
    "1Security, of high impactImmediateurgent",
    "2Feature, of medium impact or aboveStagednormal",
    "3PerformanceTest firstnormal",
    "4Look and feelOptionallow",
    "5Bug fixImmediatehigh",
    "6Any upgradeA person decidesnormal",
  ]);
  await screen.findByText(/214 decisions gave the same bytes/);
  await screen.findByRole("link", { name: "Policy 2" });
});

it("goes from a draft over a fault and a difference to the version in force", async () => {
  const world = emptyWorld();
  const { user, history } = renderDashboard("/policy", world);
  await user.click(await screen.findByRole("button", { name: "Draft a change" }));
  const row = within(await screen.findByRole("group", { name: "Row 2" }));
  await user.click(row.getByRole("textbox", { name: "Only where" }));
  await user.paste("raech < 10");
  await screen.findByText(/Row 2, condition, line 1, column 1: undeclared reference to 'raech'/);

  await user.clear(row.getByRole("textbox", { name: "Only where" }));
  await user.click(row.getByRole("button", { name: "Remove" }));
  await screen.findByText(/Beside policy 1, 2 of 15 fields change/);
  await user.click(screen.getByRole("button", { name: "Save draft" }));
  await user.click(await screen.findByRole("button", { name: "Propose" }));
  const putInForce = await screen.findByRole("button", { name: "Put in force" });
  expect(putInForce).toHaveProperty("disabled", true);
  await user.click(screen.getByRole("checkbox", { name: /I have looked/ }));
  await user.click(putInForce);

  await waitFor(() => expect(world.policies[0]?.version.state).toBe("active"));
  expect(world.policies[1]?.version.state).toBe("superseded");
  expect(history.location.pathname).toBe("/policy/2");
});

it("shows the JSON behind every figure of a draft that is edited", async () => {
  renderDashboard("/policy/2/edit", withDraft());
  for (const card of ["Rows", "Examples", "What would change"]) {
    await screen.findByRole("button", { name: `Raw data of ${card}` });
  }
});

it("gives a draft up only after asking", async () => {
  const world = withDraft();
  const { user } = renderDashboard("/policy/2", world);
  await user.click(await screen.findByRole("button", { name: "Discard" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Keep" }));
  expect(world.policies[0]?.version.state).toBe("draft");

  await user.click(screen.getByRole("button", { name: "Discard" }));
  const again = within(await screen.findByRole("dialog"));
  await user.click(again.getByRole("button", { name: "Discard" }));
  await screen.findByText("Discarded by");
  expect(screen.queryByRole("button", { name: "Propose" })).toBeNull();
});

it("lets nobody propose what fails its examples", async () => {
  const world = withDraft();
  const [draft] = world.policies;
  if (draft) draft.rows = draft.rows.filter((row) => row.type !== "bugfix");
  renderDashboard("/policy/2", world);
  await screen.findByText(/1 example ends otherwise/);
  expect(await screen.findByRole("button", { name: "Propose" })).toHaveProperty("disabled", true);
});

it("lists the examples that were left out and would fail", async () => {
  const world = withDraft();
  const [draft] = world.policies;
  if (draft) {
    draft.examples = [];
    draft.rows = draft.rows.filter((row) => row.type !== "bugfix");
  }
  renderDashboard("/policy/2", world);
  await screen.findByText(/examples? of policy 1 left out, of which 1 would end otherwise/);
  await screen.findByText(/ends as immediate by policy 1, and as a person decides here/i);
});

it("says how much was tried and which rows nothing came to", async () => {
  const world = withDraft();
  const [draft, first] = world.policies;
  const [row] = draft?.rows ?? [];
  if (draft && first && row)
    draft.rows = [row, ...first.rows.map((it) => ({ ...it, row: it.row + 1 }))];
  renderDashboard("/policy/2", world);
  await screen.findByText(/Of 15 imagined reports, none ends otherwise than by policy 1/);
  await screen.findByText(/None of the 15 imagined reports came to row 2/);
});

it("asks for a second operator where there is one", async () => {
  const world = demoWorld();
  const { user } = renderDashboard("/policy/2", world);
  await screen.findByText(/Somebody has to approve it who had no hand in it \(jo had\)/);
  expect(screen.queryByRole("button", { name: "Put in force" })).toBeNull();
  await user.click(screen.getByRole("checkbox", { name: /I have looked/ }));
  await user.click(screen.getByRole("button", { name: "Approve" }));
  await screen.findByRole("button", { name: "Put in force" });
});

it("tells what past reports would have become", async () => {
  const { user } = renderDashboard("/policy/2", demoWorld());
  await user.click(await screen.findByRole("button", { name: "Try it" }));
  await screen.findByText(/1 of 12 decisions would have ended otherwise; 3 kept too little/);
});

it("shows viewers everything and no button", async () => {
  const world = demoWorld();
  if (world.session) world.session = { ...world.session, role: "viewer" };
  renderDashboard("/policy/2", world);
  await screen.findByText(/files_removed == 0 && reach < 500/);
  expect(screen.queryByText(/Beside policy 1/)).toBeNull();
  expect(
    screen.queryByRole("button", { name: /Approve|Put in force|Send back|Try it/ }),
  ).toBeNull();
});
