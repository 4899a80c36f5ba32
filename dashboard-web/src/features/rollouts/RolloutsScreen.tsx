import { Group, Stack } from "@mantine/core";
import { IconTopologyRing3 } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { address } from "@/api/client";
import { RawButton } from "@/shared/raw/RawButton";
import { EmptyState } from "@/shared/ui/EmptyState";
import { FilterChips } from "@/shared/ui/FilterChips";
import { Loading } from "@/shared/ui/Loading";
import { LoadMore } from "@/shared/ui/LoadMore";
import { PageHeader } from "@/shared/ui/PageHeader";
import { QueryView } from "@/shared/ui/QueryView";
import { useRollouts } from "./api/useRollouts";
import { RolloutCard } from "./RolloutCard";
import { parseRolloutFilter } from "./rolloutFilter";

const route = getRouteApi("/rollouts");

const states = [
  { value: "", word: "All" },
  { value: "running", word: "Running" },
  { value: "scheduled", word: "Scheduled" },
  { value: "paused", word: "Paused" },
  { value: "halted", word: "Halted" },
  { value: "completed", word: "Completed" },
] as const;

export function RolloutsScreen() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const query = useRollouts(filter);
  const choose = (state: string) =>
    navigate({ search: parseRolloutFilter({ ...filter, state }), replace: true });
  return (
    <>
      <PageHeader title="Rollouts">How releases reach the sticks, ring by ring.</PageHeader>
      <Stack>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <FilterChips
            label="Filter by state"
            value={filter.state ?? ""}
            options={states}
            onChange={choose}
          />
          <RawButton url={address("/rollouts", filter)} subject="Rollouts" />
        </Group>
        <QueryView query={query} loading={<Loading rows={3} height={150} />}>
          {({ items, total }) => (
            <>
              {items.length === 0 && <NoRollouts filtered={filter.state !== undefined} />}
              {items.map((rollout) => (
                <RolloutCard key={rollout.id} rollout={rollout} />
              ))}
              <LoadMore shown={items.length} total={total} query={query} />
            </>
          )}
        </QueryView>
      </Stack>
    </>
  );
}

function NoRollouts({ filtered }: { filtered: boolean }) {
  return (
    <EmptyState
      icon={IconTopologyRing3}
      title={filtered ? "No rollout is in this state" : "No rollout yet"}
    >
      {filtered
        ? "Choose another state."
        : "An approved upgrade becomes a release, and its rollout appears here."}
    </EmptyState>
  );
}
