import { setupServer } from "msw/node";
import { handlers } from "../handlers/handlers";
import type { World } from "../world/world";

export const server = setupServer();

/** From now on, `/api` answers from this world. */
export function serve(world: World): World {
  server.use(...handlers(world));
  return world;
}
