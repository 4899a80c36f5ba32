import type { Operator } from "@/api/types";
import { id } from "./ids";
import { hoursAgo } from "./time";

export function aPerson(username: string, fields: Partial<Operator> = {}): Operator {
  return {
    id: id(username),
    version: 1,
    username,
    role: "operator",
    disabled: false,
    created_at: hoursAgo(24),
    ...fields,
  };
}
