import { describe, expect, it } from "vitest";
import { asProblem, Problem, problemOf } from "./problem";

const answer = (body: string, status: number) => problemOf(new Response(body, { status }));

describe("a refused request", () => {
  it("keeps the title, the detail and the type of its problem document", async () => {
    const body = { type: "urn:metalayer:problem:x", title: "No", detail: "Do this.", status: 409 };
    expect(await answer(JSON.stringify(body), 409)).toMatchObject({
      title: "No",
      detail: "Do this.",
      status: 409,
      type: "urn:metalayer:problem:x",
    });
  });

  it.each(["", "<html>Bad gateway</html>", "null", "[]", '{"title":7}'])(
    "is still understandable when the answer is %s",
    async (body) => {
      expect(await answer(body, 502)).toMatchObject({
        title: "The Main System answered 502",
        detail: "It gave no reason. Its log may say more.",
      });
    },
  );
});

it("knows what may pass by itself", () => {
  const passing = [null, 500, 503, 400, 401, 409].map(
    (status) => new Problem("", "", status).passing,
  );
  expect(passing).toEqual([true, true, true, false, false, false]);
});

it("makes a problem of anything thrown", () => {
  expect(asProblem(new Error("boom"))).toMatchObject({
    title: "The dashboard failed",
    detail: "boom",
  });
  expect(asProblem("text").detail).toBe("text");
});
