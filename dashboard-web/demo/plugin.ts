import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { getResponse, type RequestHandler } from "msw";
import type { Connect, Plugin } from "vite";
import { handlers } from "./handlers/handlers";
import { live } from "./world/live";
import { demoWorld, emptyWorld } from "./world/world";

/** The headers that the Main System sends with the dashboard. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

async function body(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function asRequest(request: IncomingMessage): Promise<Request> {
  const method = request.method ?? "GET";
  return new Request(`http://demo${request.url}`, {
    method,
    headers: request.headers as Record<string, string>,
    body: method === "GET" || method === "HEAD" ? null : new Uint8Array(await body(request)),
  });
}

function answer(response: Response, out: ServerResponse): void {
  out.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) return void out.end();
  const stream = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  stream.on("error", () => out.destroy());
  out.on("close", () => stream.destroy());
  stream.pipe(out);
}

function middleware(all: RequestHandler[]): Connect.NextHandleFunction {
  return async (request, out, next) => {
    if (!request.url?.startsWith("/api/")) return next();
    const response = await getResponse(all, await asRequest(request));
    if (response) return answer(response, out);
    next();
  };
}

/** Answers `/api` from a world in memory: `METALAYER_DEMO=empty` starts it without sticks, logged out. */
export function demoServer(): Plugin {
  const world =
    process.env.METALAYER_DEMO === "empty" ? { ...emptyWorld(), session: null } : demoWorld();
  const all = handlers(world);
  const timer = live(world);
  return {
    name: "metalayer-demo",
    configureServer(server) {
      server.middlewares.use(middleware(all));
    },
    configurePreviewServer(server) {
      server.middlewares.use((_, out, next) => {
        out.setHeader("Content-Security-Policy", POLICY);
        next();
      });
      server.middlewares.use(middleware(all));
    },
    closeBundle: () => clearInterval(timer),
  };
}
