import { SegmentedControl, Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { address } from "@/api/client";
import type { Component } from "@/api/types";
import { count } from "@/shared/format/number";
import { Card } from "@/shared/ui/Card";
import { Column, Columns } from "@/shared/ui/Columns";
import { ScreenLink } from "@/shared/ui/Links";
import { Loading } from "@/shared/ui/Loading";
import { PageHeader } from "@/shared/ui/PageHeader";
import { PageQuery } from "@/shared/ui/PageQuery";
import { QueryView } from "@/shared/ui/QueryView";
import { useComponent } from "./api/useComponent";
import { useLineage } from "./api/useLineage";
import { ContributorList } from "./ContributorList";
import { LineageGraph } from "./LineageGraph";
import { LineageTable } from "./LineageTable";
import { ReleasePanel } from "./ReleasePanel";

const route = getRouteApi("/components/$name");
const back = <ScreenLink to="/components">Components</ScreenLink>;

/** One component and where each of its releases came from. */
export function ComponentScreen() {
  const { name } = route.useParams();
  return (
    <PageQuery query={useComponent(name)} back={back}>
      {(component) => <ComponentDetail component={component} />}
    </PageQuery>
  );
}

function ComponentDetail({ component }: { component: Component }) {
  const { release } = route.useSearch();
  const chosen = release ?? component.head?.id;
  return (
    <>
      <PageHeader title={component.title} back={back}>
        <code>{component.name}</code> · {count(component.release_count, "release")}
      </PageHeader>
      <Stack>
        <LineageCard component={component} chosen={chosen} />
        <Columns>
          <Column>{chosen && <ReleasePanel id={chosen} />}</Column>
          <Column>
            <ContributorList component={component} />
          </Column>
        </Columns>
      </Stack>
    </>
  );
}

function LineageCard({ component, chosen }: { component: Component; chosen: string | undefined }) {
  const { as } = route.useSearch();
  const navigate = route.useNavigate();
  const lineage = useLineage(component.name);
  const choose = (release: string) =>
    navigate({ search: (view) => ({ ...view, release }), replace: true, resetScroll: false });
  const show = (value: string) =>
    navigate({
      search: ({ as: _, ...view }) => (value === "table" ? { ...view, as: value } : view),
      replace: true,
      resetScroll: false,
    });
  return (
    <Card
      title="Lineage"
      raw={address(`/components/${component.name}/lineage`)}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Show lineage as"
          value={as ?? "graph"}
          onChange={show}
          data={[
            { value: "graph", label: "Graph" },
            { value: "table", label: "Table" },
          ]}
        />
      }
    >
      <QueryView query={lineage} loading={<Loading rows={1} height={180} />}>
        {({ releases }) =>
          as === "table" ? (
            <LineageTable releases={releases} onChoose={choose} />
          ) : (
            <LineageGraph
              releases={releases}
              head={component.head?.id ?? null}
              chosen={chosen}
              onChoose={choose}
            />
          )
        }
      </QueryView>
    </Card>
  );
}
