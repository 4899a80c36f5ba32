import { aReport } from "@demo/builders/aReport";
import { aStick } from "@demo/builders/aStick";
import { renderDashboard } from "@demo/testing/renderDashboard";
import { emptyWorld } from "@demo/world/world";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";

const stick = aStick("usb_001", "Kitchen stick", {
  installed: [{ component: "music-player", version: 2, release_id: "r", local_changes: 3 }],
});
const world = () => ({ ...emptyWorld(), sticks: [stick] });

it("shows what the stick is and runs", async () => {
  renderDashboard(`/sticks/${stick.id}`, world());
  await screen.findByRole("heading", { name: "Kitchen stick", level: 1 });
  expect(screen.getByText("0951:1666")).toBeTruthy();
  expect(screen.getByText("3 files")).toBeTruthy();
  const fingerprint = stick.key_id.match(/.{4}/g)?.join(" ") ?? "";
  expect(screen.getByText(fingerprint)).toBeTruthy();
});

it("makes it a test stick", async () => {
  const changed = world();
  const { user } = renderDashboard(`/sticks/${stick.id}`, changed);
  await user.click(await screen.findByRole("switch", { name: /^Test stick/ }));
  await waitFor(() => expect(changed.sticks[0]?.test_stick).toBe(true));
});

it("retires it only after asking", async () => {
  const changed = world();
  const { user } = renderDashboard(`/sticks/${stick.id}`, changed);
  await user.click(await screen.findByRole("button", { name: "Retire Kitchen stick" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Retire Kitchen stick?" }));
  expect(changed.sticks[0]?.state).toBe("accepted");
  await user.click(dialog.getByRole("button", { name: "Retire" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(changed.sticks[0]?.state).toBe("retired");
});

it("says which stick there is not, and leads back", async () => {
  renderDashboard("/sticks/none", world());
  await screen.findByText("There is no such stick");
  expect(screen.getAllByRole("link", { name: "Sticks" }).length).toBeGreaterThan(1);
});

it("lists what the stick itself reported", async () => {
  const giver = { ...stick, contributions: { reports: 1, released: 0 } };
  const other = aStick("usb_002", "Workshop stick");
  renderDashboard(`/sticks/${stick.id}`, {
    ...emptyWorld(),
    sticks: [giver, other],
    reports: [
      aReport("theirs", other, "Somebody else's"),
      aReport("own", giver, "A track for waiting"),
    ],
  });
  await screen.findByRole("link", { name: "A track for waiting" });
  expect(screen.queryByText("Somebody else's")).toBeNull();
});
