import { HttpResponse, http } from "msw";
import type { NewOperator, Operator, OperatorPatch } from "@/api/types";
import { aPerson } from "../builders/aPerson";
import { digest } from "../builders/ids";
import type { World } from "../world/world";
import { notFound, page, problem } from "./answers";

const isAdministrator = ({ role, disabled }: Operator) => role === "administrator" && !disabled;

const madeUp = (person: Operator) =>
  digest(person.id + person.version)
    .slice(0, 20)
    .match(/.{5}/g)
    ?.join("-") ?? "";

export function peopleHandlers(world: World) {
  const find = (wanted: unknown) => world.people.find((person) => person.id === wanted);
  const replace = (person: Operator) => {
    world.people = world.people.map((other) => (other.id === person.id ? person : other));
    return person;
  };
  return [
    http.all("*/api/v1/operators*", () =>
      world.session?.role === "administrator"
        ? undefined
        : problem(
            403,
            "forbidden",
            "Not permitted for this account",
            "Only administrators see who there is.",
          ),
    ),
    http.get("*/api/v1/operators", ({ request }) =>
      HttpResponse.json(page(world.people, new URL(request.url))),
    ),
    http.post("*/api/v1/operators", async ({ request }) => {
      const { username, role } = (await request.json()) as NewOperator;
      if (world.people.some((person) => person.username === username)) {
        return problem(409, "username-taken", "Somebody has this user name", "Choose another.");
      }
      const person = aPerson(username, { role: role as Operator["role"] });
      world.people = [...world.people, person];
      return HttpResponse.json({ ...person, password: madeUp(person) }, { status: 201 });
    }),
    http.patch("*/api/v1/operators/:id", async ({ params, request }) => {
      const person = find(params.id);
      if (!person) return notFound("operator");
      const changed = {
        ...person,
        ...((await request.json()) as OperatorPatch),
        version: person.version + 1,
      } as Operator;
      const rest = world.people.filter((other) => other.id !== person.id);
      if (![changed, ...rest].some(isAdministrator)) {
        return problem(
          409,
          "last-administrator",
          "Somebody has to be administrator",
          `${person.username} is the last one; make somebody else administrator first.`,
        );
      }
      return HttpResponse.json(replace(changed));
    }),
    http.post("*/api/v1/operators/:id/password", ({ params }) => {
      const person = find(params.id);
      if (!person) return notFound("operator");
      const changed = replace({ ...person, version: person.version + 1 });
      return HttpResponse.json({ ...changed, password: madeUp(changed) });
    }),
  ];
}
