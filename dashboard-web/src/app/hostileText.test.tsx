import { expectOnlyText, hostilePeople, say } from "@demo/testing/hostile";
import { renderDashboard } from "@demo/testing/renderDashboard";
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";

const world = hostilePeople();

/** Each page, and the fields that stand on it beside its tables. */
const pages: [address: string, fields: string[]][] = [
  ["/", ["module name", "description", "reason"]],
  ["/sticks", ["module name", "component"]],
  [`/sticks/${world.sticks[0]?.id}`, ["module name", "component", "description"]],
  ["/upgrades", ["description", "module name", "reason"]],
  [
    `/upgrades/${world.reports[0]?.id}`,
    ["description", "reason", "stage", "detail", "factor", "why", "added path", "file path"],
  ],
  ["/components", ["component title", "description"]],
  [
    "/components/music-player",
    ["component title", "description", "module name", "feature", "file path"],
  ],
  ["/components/music-player?as=table", ["component title", "description", "module name"]],
  ["/rollouts", ["description", "module name", "ring"]],
  [
    `/rollouts/${world.rollouts[0]?.id}`,
    ["description", "module name", "halt reason", "halted by", "ring", "gate", "outcome reason"],
  ],
  ["/policy", ["note", "author", "condition", "replay error", "decision", "replay reason"]],
  ["/policy/1", ["note", "condition", "example", "fact"]],
  ["/policy/2", ["note", "condition", "example", "fact"]],
  ["/policy/3", ["note"]],
  ["/trust", ["key folder", "key", "added", "removed"]],
  ["/people", ["user name"]],
];

it.each(pages)("shows what sticks and people wrote as text at %s", async (address, fields) => {
  renderDashboard(address, hostilePeople());
  await screen.findAllByRole("heading", { level: 1 });
  await waitFor(() => expect(screen.queryAllByLabelText("Loading")).toHaveLength(0));
  const main = document.querySelector("main");
  for (const field of fields) expect(main?.textContent).toContain(say(field));
  expectOnlyText(main);
});

it("shows examples, conditions and what a check says of them as text", async () => {
  renderDashboard("/policy/2", hostilePeople());
  await screen.findByText(/it cannot be (proposed|saved)/);
  const main = document.querySelector("main");
  expect(main?.textContent).toContain(`broken ${say("example")}`);
  expect(main?.textContent).toContain(`"${say("condition")}" != ""`);
  expectOnlyText(main);
});
