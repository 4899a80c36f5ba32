import { IconUsb } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { address } from "@/api/client";
import type { Rollout } from "@/api/types";
import { Card } from "@/shared/ui/Card";
import { EmptyState } from "@/shared/ui/EmptyState";
import { FilterChips } from "@/shared/ui/FilterChips";
import { Loading } from "@/shared/ui/Loading";
import { LoadMore } from "@/shared/ui/LoadMore";
import { QueryView } from "@/shared/ui/QueryView";
import { useDeployments } from "./api/useDeployments";
import { DeploymentTable } from "./DeploymentTable";
import { parseDeploymentFilter } from "./deploymentFilter";

const route = getRouteApi("/rollouts/$id");

/** Stick by stick, for all rings or one. */
export function Deployments({ rollout }: { rollout: Rollout }) {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const query = useDeployments(rollout.id, filter);
  const options = [
    { value: "", word: "All rings" },
    ...rollout.rings.map(({ ordinal, name }) => ({ value: String(ordinal), word: name })),
  ];
  const choose = (ring: string) =>
    navigate({
      search: parseDeploymentFilter(ring === "" ? {} : { ring }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Card title="Deployments" raw={address(`/rollouts/${rollout.id}/deployments`, filter)}>
      <FilterChips
        label="Filter by ring"
        value={String(filter.ring ?? "")}
        options={options}
        onChange={choose}
      />
      <QueryView query={query} loading={<Loading rows={4} height={40} />}>
        {({ items, total }) =>
          items.length === 0 ? (
            <EmptyState icon={IconUsb} title="No stick has come here yet">
              Sticks appear when their ring opens and they check in.
            </EmptyState>
          ) : (
            <>
              <DeploymentTable deployments={items} rings={rollout.rings} />
              <LoadMore shown={items.length} total={total} query={query} />
            </>
          )
        }
      </QueryView>
    </Card>
  );
}
