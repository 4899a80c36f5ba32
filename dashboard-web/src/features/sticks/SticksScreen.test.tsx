import { aStick } from "@demo/builders/aStick";
import { minutesAgo } from "@demo/builders/time";
import { renderDashboard } from "@demo/testing/renderDashboard";
import { server } from "@demo/testing/server";
import { emptyWorld, type World } from "@demo/world/world";
import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";

function world(): World {
  return {
    ...emptyWorld(),
    sticks: [
      aStick("usb_001", "Kitchen stick"),
      aStick("usb_002", "Attic stick", { state: "pending" }),
      aStick("usb_003", "Old stick", { state: "retired" }),
    ],
  };
}

const names = () =>
  within(screen.getByRole("table"))
    .getAllByRole("link")
    .map((link) => link.textContent);

describe("the filter of the list", () => {
  it("comes from the address", async () => {
    renderDashboard("/sticks?state=pending", world());
    const chip = await screen.findByRole("button", { name: "Pending", pressed: true });
    expect(chip).toBeTruthy();
    await waitFor(() => expect(names()).toEqual(["Attic stick"]));
  });

  it("goes into the address", async () => {
    const { user, history } = renderDashboard("/sticks", world());
    await screen.findByText("Old stick");
    await user.click(screen.getByRole("button", { name: "Retired" }));
    await waitFor(() => expect(names()).toEqual(["Old stick"]));
    expect(history.location.search).toBe("?state=retired");
    await user.click(screen.getByRole("button", { name: "All" }));
    await waitFor(() => expect(names()).toHaveLength(3));
    expect(history.location.search).toBe("");
  });

  it("keeps the state while one searches", async () => {
    const { user, history } = renderDashboard("/sticks?state=accepted", world());
    await user.type(await screen.findByRole("searchbox", { name: "Search sticks" }), "kit");
    await waitFor(() => expect(history.location.search).toBe("?state=accepted&q=kit"));
    await waitFor(() => expect(names()).toEqual(["Kitchen stick"]));
  });

  it("says so when nothing matches", async () => {
    renderDashboard("/sticks?q=zebra", world());
    await screen.findByRole("heading", { name: "No stick matches" });
  });
});

it("shows in each row what a stick contributed and when it was last seen", async () => {
  const fleet = emptyWorld();
  fleet.sticks = [
    aStick("usb_001", "Kitchen stick", { contributions: { reports: 3, released: 2 } }),
    aStick("usb_002", "Attic stick", { online: false, last_seen_at: minutesAgo(120) }),
    aStick("usb_003", "New stick", { online: false, last_seen_at: null }),
  ];
  renderDashboard("/sticks", fleet);
  const row = async (name: string) => {
    const rows = await screen.findAllByRole("row");
    return rows.find((each) => within(each).queryByRole("link", { name }))?.textContent ?? "";
  };
  await screen.findByRole("link", { name: "Kitchen stick" });
  expect(await row("Kitchen stick")).toMatch(/Online1 minute ago.*3 · 2 released/);
  expect(await row("Attic stick")).toMatch(/Offline2 hours ago.*none yet/);
  expect(await row("New stick")).toMatch(/Offlinenever seen.*none yet/);
});

it("tells a newcomer the command that starts sticks", async () => {
  renderDashboard("/sticks", emptyWorld());
  await screen.findByText("./metalayer up --sticks 3");
});

describe("verbs", () => {
  it("are offered only where the server allows them", async () => {
    renderDashboard("/sticks", world());
    await screen.findByRole("button", { name: "Accept Attic stick" });
    await screen.findByRole("button", { name: "Reject Attic stick" });
    expect(screen.queryByRole("button", { name: /Kitchen stick/ })).toBeNull();
    expect(screen.queryByRole("button", { name: /Old stick/ })).toBeNull();
  });

  it("accept a stick, after which they are gone", async () => {
    const { user } = renderDashboard("/sticks", world());
    await user.click(await screen.findByRole("button", { name: "Accept Attic stick" }));
    await waitFor(() =>
      expect(screen.queryByRole("button", { name: "Accept Attic stick" })).toBeNull(),
    );
  });

  it("show the server's problem when they come too late", async () => {
    const late = world();
    const { user } = renderDashboard("/sticks", late);
    const button = await screen.findByRole("button", { name: "Accept Attic stick" });
    late.sticks = late.sticks.map((stick) => ({ ...stick, state: "rejected", allowed_verbs: [] }));
    await user.click(button);
    await screen.findByText("That is not possible any more");
  });
});

it("loads the next page on demand", async () => {
  const many = emptyWorld();
  many.sticks = Array.from({ length: 60 }, (_, index) => aStick(`usb_${index}`, `Stick ${index}`));
  const { user } = renderDashboard("/sticks", many);
  await screen.findByText("50 of 60");
  await user.click(screen.getByRole("button", { name: "Load more" }));
  await screen.findByText("Stick 59");
  expect(screen.queryByRole("button", { name: "Load more" })).toBeNull();
});

it("shows a failure with its cause and tries again on demand", async () => {
  const { user } = (() => {
    const rendered = renderDashboard("/sticks", world());
    server.use(
      http.get("*/api/v1/sticks", () =>
        HttpResponse.json(
          { title: "Not today", detail: "The list is being rebuilt." },
          { status: 400 },
        ),
      ),
    );
    return rendered;
  })();
  await screen.findByText("Not today");
  await screen.findByText("The list is being rebuilt.");
  server.resetHandlers();
  serveAgain();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText("Attic stick");
});

function serveAgain() {
  server.use(
    http.get("*/api/v1/sticks", () =>
      HttpResponse.json({ items: world().sticks, next: null, total: 3 }),
    ),
    http.get("*", () => HttpResponse.json({ items: [], next: null, total: 0 })),
  );
}
