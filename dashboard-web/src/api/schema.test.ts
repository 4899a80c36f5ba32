import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const file = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

/** The last line of the schema is the digest of the description it was written from, and of itself. */
it("is written from openapi.json and by nobody's hand", () => {
  const [, schema = "", digest] =
    /^(.*)\/\/ npm run generate:api (\w+)\n$/s.exec(file("./schema.ts")) ?? [];
  const real = createHash("sha256")
    .update(file("../../openapi.json") + schema)
    .digest("hex");
  expect(digest, "run npm run generate:api").toBe(real);
});
