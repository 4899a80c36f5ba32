import type { Operator } from "@/api/types";
import { aPerson } from "../builders/aPerson";

/** Somebody of every role, and somebody who left. */
export function demoPeople(): Operator[] {
  return [
    aPerson("admin", { role: "administrator" }),
    aPerson("bob", { role: "viewer" }),
    aPerson("grandmother@living-room.example", { role: "operator" }),
    aPerson("jo", { disabled: true }),
  ];
}
