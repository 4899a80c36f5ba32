import { HttpResponse, http } from "msw";
import type { World } from "../world/world";

const HEARTBEAT_MS = 15_000;

/** The stream of what changes, with a comment every 15 s, as the server sends it. */
export function eventHandlers(world: World) {
  return [
    http.get("*/api/v1/events", () => {
      let stop = () => {};
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const encoder = new TextEncoder();
          const write = (text: string) => controller.enqueue(encoder.encode(text));
          const listener = (type: string, id: string) => {
            const data = JSON.stringify({ type, id, at: new Date().toISOString() });
            write(`event: ${type}\ndata: ${data}\n\n`);
          };
          const heartbeat = setInterval(() => write(": still here\n\n"), HEARTBEAT_MS);
          stop = () => {
            clearInterval(heartbeat);
            world.listeners.delete(listener);
          };
          world.listeners.add(listener);
          write(": welcome\n\n");
        },
        cancel: () => stop(),
      });
      return new HttpResponse(body, { headers: { "Content-Type": "text/event-stream" } });
    }),
  ];
}
