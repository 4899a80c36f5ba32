import { Group, Stack } from "@mantine/core";
import { IconSearchOff, IconUsb } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { address } from "@/api/client";
import { count } from "@/shared/format/number";
import { useNarrow } from "@/shared/hooks/useNarrow";
import { RawButton } from "@/shared/raw/RawButton";
import { OperatorsOnly } from "@/shared/role/OperatorsOnly";
import { EmptyState } from "@/shared/ui/EmptyState";
import { Loading } from "@/shared/ui/Loading";
import { LoadMore } from "@/shared/ui/LoadMore";
import { PageHeader } from "@/shared/ui/PageHeader";
import { QueryView } from "@/shared/ui/QueryView";
import { useSticks } from "./api/useSticks";
import { EnrolmentCodes } from "./EnrolmentCodes";
import { StickCards } from "./StickCards";
import { StickFilters } from "./StickFilters";
import { StickTable } from "./StickTable";

const route = getRouteApi("/sticks");

/** Every stick that has ever asked to join. */
export function SticksScreen() {
  const filter = route.useSearch();
  const query = useSticks(filter);
  const List = useNarrow() ? StickCards : StickTable;
  const filtered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader
        title="Sticks"
        actions={
          <OperatorsOnly>
            <EnrolmentCodes />
          </OperatorsOnly>
        }
      >
        Bootable USB sticks that asked to join this Main System.
      </PageHeader>
      <Stack>
        <StickFilters />
        <QueryView query={query} loading={<Loading rows={6} />}>
          {({ items, total }) =>
            items.length === 0 ? (
              <NoSticks filtered={filtered} />
            ) : (
              <>
                <Group justify="space-between">
                  <span>{count(total, "stick")}</span>
                  <RawButton url={address("/sticks", filter)} subject="Sticks" />
                </Group>
                <List sticks={items} />
                <LoadMore shown={items.length} total={total} query={query} />
              </>
            )
          }
        </QueryView>
      </Stack>
    </>
  );
}

function NoSticks({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState icon={IconSearchOff} title="No stick matches">
        Choose another state or clear the search.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconUsb}
      title="No stick has enrolled yet"
      command="./metalayer up --sticks 3"
    >
      Boot a stick in reach of this Main System, or start three virtual ones here:
    </EmptyState>
  );
}
