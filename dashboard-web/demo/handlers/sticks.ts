import { HttpResponse, http } from "msw";
import type { Stick, StickVerb } from "@/api/types";
import { verbsOf } from "../builders/aStick";
import { digest, id } from "../builders/ids";
import { inHours } from "../builders/time";
import { tell, type World } from "../world/world";
import { illegalTransition, notFound, page } from "./answers";

const after = {
  accept: "accepted",
  reject: "rejected",
  retire: "retired",
  keep: "accepted",
} as const;

function matches(stick: Stick, query: URLSearchParams): boolean {
  const state = query.get("state");
  const words = (query.get("q") ?? "").toLowerCase();
  return (
    (!state || stick.state === state) &&
    `${stick.module_name} ${stick.module_id}`.toLowerCase().includes(words)
  );
}

export function stickHandlers(world: World) {
  const find = (wanted: unknown) => world.sticks.find((stick) => stick.id === wanted);
  const replace = (stick: Stick) => {
    world.sticks = world.sticks.map((other) => (other.id === stick.id ? stick : other));
    tell(world, "stick", stick.id);
    return HttpResponse.json(stick);
  };
  return [
    http.get("*/api/v1/sticks", ({ request }) => {
      const url = new URL(request.url);
      return HttpResponse.json(
        page(
          world.sticks.filter((stick) => matches(stick, url.searchParams)),
          url,
        ),
      );
    }),
    http.get("*/api/v1/sticks/:id", ({ params }) => {
      const stick = find(params.id);
      return stick ? HttpResponse.json(stick) : notFound("stick");
    }),
    http.post("*/api/v1/sticks/:id/:verb", ({ params }) => {
      const stick = find(params.id);
      if (!stick) return notFound("stick");
      const verb = String(params.verb).replace("-", "_") as StickVerb;
      if (!stick.allowed_verbs.includes(verb)) return illegalTransition("stick", stick.state);
      const state =
        verb === "confirm_restore" || verb === "dismiss_warnings" ? stick.state : after[verb];
      return replace({ ...stick, state, warnings: [], allowed_verbs: verbsOf[state] });
    }),
    http.put("*/api/v1/sticks/:id/test-stick", async ({ params, request }) => {
      const stick = find(params.id);
      const { test_stick } = (await request.json()) as { test_stick: boolean };
      return stick ? replace({ ...stick, test_stick }) : notFound("stick");
    }),
    ...codeHandlers(world),
  ];
}

function codeHandlers(world: World) {
  return [
    http.get("*/api/v1/enrolment-codes", ({ request }) =>
      HttpResponse.json(page(world.codes, new URL(request.url))),
    ),
    http.post("*/api/v1/enrolment-codes", async ({ request }) => {
      const wanted = (await request.json()) as {
        note: string;
        uses: number;
        expires_in_hours: number;
      };
      const code = {
        id: id(wanted.note + world.codes.length),
        note: wanted.note,
        uses: wanted.uses,
        used: 0,
        created_at: new Date().toISOString(),
        created_by: world.session?.username ?? "admin",
        expires_at: inHours(wanted.expires_in_hours),
      };
      world.codes = [...world.codes, code];
      const secret = digest(code.id).slice(0, 20).toUpperCase().match(/.{5}/g)?.join("-") ?? "";
      return HttpResponse.json({ ...code, code: secret });
    }),
    http.delete("*/api/v1/enrolment-codes/:id", ({ params }) => {
      world.codes = world.codes.filter((code) => code.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  ];
}
