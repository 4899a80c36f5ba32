import { server } from "@demo/testing/server";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { address, api } from "./client";
import { createQueryClient } from "./queryClient";

describe("an address", () => {
  it("has only what is given, escaped", () => {
    expect(address("/sticks", { state: undefined, q: "a&b", after: "" })).toBe(
      "/api/v1/sticks?q=a%26b",
    );
  });
});

describe("a request", () => {
  it("sends the version that was seen as If-Match", async () => {
    let seen: string | null = null;
    server.use(
      http.post("*/api/v1/rollouts/1/pause", ({ request }) => {
        seen = request.headers.get("If-Match");
        return HttpResponse.json({});
      }),
    );
    await api.post("/rollouts/1/pause", { reason: "x" }, 7);
    expect(seen).toBe('"7"');
  });

  it("says what to do when nobody answers", async () => {
    server.use(http.get("*/api/v1/overview", () => HttpResponse.error()));
    await expect(api.get("/overview")).rejects.toMatchObject({
      title: "The Main System does not answer",
      status: null,
    });
  });
});

describe("a failed query", () => {
  const tries = async (status: number) => {
    let count = 0;
    server.use(
      http.get("*/api/v1/overview", () => {
        count += 1;
        return HttpResponse.json({ title: "x", detail: "y" }, { status });
      }),
    );
    const client = createQueryClient();
    await client
      .fetchQuery({
        queryKey: ["x"],
        queryFn: () => api.get("/overview"),
        retry: client.getDefaultOptions().queries?.retry ?? false,
        retryDelay: 1,
      })
      .catch(() => undefined);
    return count;
  };

  it("is tried again when the server stumbled", async () => {
    expect(await tries(503)).toBe(3);
  });

  it("is not tried again when the server refused", async () => {
    expect(await tries(404)).toBe(1);
  });
});
