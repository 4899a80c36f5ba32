import { Group } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { FilterChips } from "@/shared/ui/FilterChips";
import { SearchField } from "@/shared/ui/SearchField";
import classes from "./StickFilters.module.css";
import { parseStickFilter } from "./stickFilter";

const route = getRouteApi("/sticks");

const states = [
  { value: "", word: "All" },
  { value: "pending", word: "Pending" },
  { value: "accepted", word: "Accepted" },
  { value: "quarantined", word: "Quarantined" },
  { value: "rejected", word: "Rejected" },
  { value: "retired", word: "Retired" },
] as const;

/** State and search; both live in the address, so that a link shows the same list. */
export function StickFilters() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changed: { state?: string; q?: string }) =>
    navigate({ search: parseStickFilter({ ...filter, ...changed }), replace: true });
  return (
    <Group justify="space-between" className={classes.filters}>
      <FilterChips
        label="Filter by state"
        value={filter.state ?? ""}
        options={states}
        onChange={(state) => change({ state })}
      />
      <SearchField label="Search sticks" value={filter.q ?? ""} onChange={(q) => change({ q })} />
    </Group>
  );
}
