import { expect, it } from "vitest";
import { indent } from "./indent";

it.each([
  {},
  [],
  null,
  [[], {}, ""],
  { a: [1, true, null], b: { c: 'x, {y}: ["z"] \\', d: {} }, e: -2.5e-7 },
])("lays %j out as everybody does", (value) => {
  expect(indent(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
});

it("keeps every number as it was sent", () => {
  expect(indent('{"share":1.0,"bytes":9007199254740993}')).toBe(
    '{\n  "share": 1.0,\n  "bytes": 9007199254740993\n}',
  );
});
