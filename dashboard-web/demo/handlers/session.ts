import { HttpResponse, http } from "msw";
import { emptyWorld, type World } from "../world/world";
import { problem } from "./answers";

/** The demo's password; whatever else is typed is wrong. */
export const PASSWORD = "demo";

const UNPROTECTED = "/session";

export function sessionHandlers(world: World) {
  return [
    http.all("*/api/v1/*", ({ request }) => {
      const open = new URL(request.url).pathname.endsWith(UNPROTECTED) && request.method === "POST";
      if (world.session || open) return undefined;
      return problem(401, "not-logged-in", "Nobody is logged in", "Log in, then try again.");
    }),
    http.get("*/api/v1/session", () => HttpResponse.json(world.session)),
    http.post("*/api/v1/session", async ({ request }) => {
      const { username, password } = (await request.json()) as Record<string, string>;
      if (password !== PASSWORD || !username) {
        return problem(
          401,
          "wrong-credentials",
          "User name or password is wrong",
          "The first password was printed once, by ./metalayer up.",
        );
      }
      world.session = { ...emptyWorld().session, username } as NonNullable<World["session"]>;
      return HttpResponse.json(world.session);
    }),
    http.delete("*/api/v1/session", () => {
      world.session = null;
      return new HttpResponse(null, { status: 204 });
    }),
  ];
}
