import { aPerson } from "@demo/builders/aPerson";
import { renderDashboard } from "@demo/testing/renderDashboard";
import { emptyWorld, type World } from "@demo/world/world";
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

const PASSWORD = /^[0-9a-f]{5}(-[0-9a-f]{5}){3}$/;

function world(): World {
  return {
    ...emptyWorld(),
    people: [
      aPerson("admin", { role: "administrator" }),
      aPerson("bob", { role: "viewer" }),
      aPerson("jo", { disabled: true }),
    ],
  };
}

const role = (of: World, username: string) =>
  of.people.find((person) => person.username === username)?.role;

async function choose(user: ReturnType<typeof renderDashboard>["user"], who: string, what: string) {
  await user.click(await screen.findByRole("button", { name: `Change ${who}` }));
  await user.click(await screen.findByRole("menuitem", { name: what }));
}

it("lists who runs the Main System", async () => {
  renderDashboard("/people", world());
  const rows = within(await screen.findByRole("table")).getAllByRole("row");
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining("User name"),
    expect.stringMatching(/^adminAdministratorActive/),
    expect.stringMatching(/^bobViewerActive/),
    expect.stringMatching(/^joOperatorShut out/),
  ]);
});

describe("a new person", () => {
  it("gets a password that is shown once", async () => {
    const { user } = renderDashboard("/people", world());
    await user.click(await screen.findByRole("button", { name: "Add a person" }));
    await user.type(await screen.findByRole("textbox", { name: /User name/ }), "carol");
    await user.click(screen.getByRole("radio", { name: "Viewer" }));
    await user.click(screen.getByRole("button", { name: "Add" }));
    await screen.findByText(PASSWORD);

    await user.click(screen.getByRole("button", { name: "Done" }));
    await screen.findByRole("button", { name: "Change carol" });
    await user.click(screen.getByRole("button", { name: "Add a person" }));
    await screen.findByRole("form", { name: "New person" });
    expect(screen.queryByText(PASSWORD)).toBeNull();
  });

  it("cannot have somebody else's name", async () => {
    const { user } = renderDashboard("/people", world());
    await user.click(await screen.findByRole("button", { name: "Add a person" }));
    await user.type(await screen.findByRole("textbox", { name: /User name/ }), "bob{Enter}");
    await screen.findByText("Somebody has this user name");
  });
});

describe("a person", () => {
  it("gets another role", async () => {
    const people = world();
    const { user } = renderDashboard("/people", people);
    await choose(user, "bob", "Change role");
    await user.click(await screen.findByRole("radio", { name: "Administrator" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(role(people, "bob")).toBe("administrator");
  });

  it("gets another password when theirs is lost", async () => {
    const { user } = renderDashboard("/people", world());
    await choose(user, "bob", "New password");
    await user.click(await screen.findByRole("button", { name: "Make a password" }));
    await screen.findByText(PASSWORD);
  });

  it("is shut out after a question, and let in again", async () => {
    const people = world();
    const { user } = renderDashboard("/people", people);
    await choose(user, "bob", "Shut out");
    expect(people.people.filter(({ disabled }) => disabled)).toHaveLength(1);
    await user.click(await screen.findByRole("button", { name: "Shut out" }));
    await waitFor(() => expect(screen.getAllByText("Shut out")).toHaveLength(2));
    await choose(user, "bob", "Let in again");
    await waitFor(() => expect(screen.getAllByText("Shut out")).toHaveLength(1));
  });

  it("stays administrator while there is no other", async () => {
    const { user } = renderDashboard("/people", world());
    await choose(user, "admin", "Shut out");
    await user.click(await screen.findByRole("button", { name: "Shut out" }));
    await screen.findByText("Somebody has to be administrator");
  });
});

it("is reached from the menu", async () => {
  const { user, history } = renderDashboard("/", world());
  await user.click(await screen.findByRole("button", { name: "Logged in as admin" }));
  await user.click(await screen.findByRole("menuitem", { name: "People" }));
  await screen.findByRole("heading", { name: "People", level: 1 });
  expect(history.location.pathname).toBe("/people");
});

it("is not for operators", async () => {
  const operators = world();
  if (operators.session) operators.session = { ...operators.session, role: "operator" };
  const { user } = renderDashboard("/people", operators);
  await screen.findByText("Not permitted for this account");
  expect(screen.queryByRole("button", { name: "Add a person" })).toBeNull();
  await user.click(await screen.findByRole("button", { name: "Logged in as admin" }));
  await screen.findByRole("menuitem", { name: "Change password" });
  expect(screen.queryByRole("menuitem", { name: "People" })).toBeNull();
});
