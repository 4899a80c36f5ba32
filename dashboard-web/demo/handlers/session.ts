import { HttpResponse, http } from "msw";
import type { PasswordChange } from "@/api/types";
import { emptyWorld, type World } from "../world/world";
import { problem } from "./answers";

/** The demo's password; whatever else is typed is wrong. */
export const PASSWORD = "demo";

const SHORTEST = 12;

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
    http.post("*/api/v1/session/password", async ({ request }) => {
      const passwords = (await request.json()) as PasswordChange;
      if (passwords.current_password !== PASSWORD) {
        return problem(
          403,
          "wrong-password",
          "That is not your present password",
          "Type the password that you logged in with.",
        );
      }
      return passwords.new_password.length < SHORTEST
        ? problem(
            400,
            "unsuitable-password",
            "This password will not do",
            `It has ${passwords.new_password.length} characters and needs at least ${SHORTEST}.`,
          )
        : new HttpResponse(null, { status: 204 });
    }),
    http.delete("*/api/v1/session", () => {
      world.session = null;
      return new HttpResponse(null, { status: 204 });
    }),
  ];
}
