import { HttpResponse, http } from "msw";
import type { World } from "../world/world";
import { notFound, page } from "./answers";

export function componentHandlers(world: World) {
  return [
    http.get("*/api/v1/components", ({ request }) =>
      HttpResponse.json(page(world.components, new URL(request.url))),
    ),
    http.get("*/api/v1/components/:name", ({ params }) => {
      const component = world.components.find(({ name }) => name === params.name);
      return component ? HttpResponse.json(component) : notFound("component");
    }),
    http.get("*/api/v1/components/:name/lineage", ({ params }) =>
      HttpResponse.json({
        releases: world.releases
          .filter(({ component }) => component === params.name)
          .map(({ files: _, ...release }) => release),
      }),
    ),
    http.get("*/api/v1/releases/:id", ({ params }) => {
      const release = world.releases.find(({ id }) => id === params.id);
      return release ? HttpResponse.json(release) : notFound("release");
    }),
  ];
}
