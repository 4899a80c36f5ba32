import { aReport } from "@demo/builders/aReport";
import { aStick, aWarning } from "@demo/builders/aStick";
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

it("keeps one of two copies", async () => {
  const cloned = aStick("usb_001", "Kitchen stick", {
    state: "quarantined",
    warnings: [
      aWarning({ copy: "", known: true, usb: null, address: "" }),
      aWarning({ copy: "0123456789abcdef0123456789abcdef" }),
    ],
    allowed_verbs: ["accept", "retire", "keep"],
  });
  const changed = { ...emptyWorld(), sticks: [cloned] };
  const { user } = renderDashboard(`/sticks/${cloned.id}`, changed);
  await screen.findByText(/Two copies of this stick are in use/);
  expect(screen.getByText("192.0.2.7")).toBeTruthy();
  await user.click(await screen.findByRole("button", { name: "Keep this one: 01234567" }));
  await waitFor(() => expect(changed.sticks[0]?.state).toBe("accepted"));
  await waitFor(() => expect(screen.queryByText(/Two copies of this stick/)).toBeNull());
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
