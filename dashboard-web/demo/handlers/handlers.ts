import { HttpResponse, http } from "msw";
import { overview, type World } from "../world/world";
import { componentHandlers } from "./components";
import { eventHandlers } from "./events";
import { peopleHandlers } from "./people";
import { policyHandlers } from "./policies";
import { reportHandlers } from "./reports";
import { rolloutHandlers } from "./rollouts";
import { sessionHandlers } from "./session";
import { stickHandlers } from "./sticks";

/** The Main System's REST interface, as far as the dashboard uses it, over a small world in memory. */
export function handlers(world: World) {
  return [
    ...sessionHandlers(world),
    http.get("*/api/v1/overview", () => HttpResponse.json(overview(world))),
    http.get("*/api/v1/trust", () => HttpResponse.json(world.trust)),
    ...peopleHandlers(world),
    ...policyHandlers(world),
    ...stickHandlers(world),
    ...reportHandlers(world),
    ...componentHandlers(world),
    ...rolloutHandlers(world),
    ...eventHandlers(world),
  ];
}
