import { Stack } from "@mantine/core";
import { IconUsb } from "@tabler/icons-react";
import { EmptyState } from "@/shared/ui/EmptyState";
import { Loading } from "@/shared/ui/Loading";
import { PageHeader } from "@/shared/ui/PageHeader";
import { QueryView } from "@/shared/ui/QueryView";
import { useOverview } from "./api/useOverview";
import { Figures } from "./Figures";
import { FleetBars } from "./FleetBars";
import classes from "./HomeScreen.module.css";
import { LatestActivity } from "./LatestActivity";
import { NeedsYou } from "./NeedsYou";

/** The first screen: what needs a person, then how the fleet is. */
export function HomeScreen() {
  const overview = useOverview();
  return (
    <>
      <PageHeader title="Home" />
      <QueryView query={overview} loading={<Loading rows={3} height={130} />}>
        {(data) => (
          <Stack gap="md">
            {data.sticks.total + data.sticks.pending === 0 ? (
              <EmptyState
                icon={IconUsb}
                title="No stick has enrolled yet"
                command="./metalayer up --sticks 3"
              >
                Boot a stick in reach of this Main System, or start three virtual ones here:
              </EmptyState>
            ) : (
              <NeedsYou items={data.attention} />
            )}
            <Figures overview={data} />
            <div className={classes.columns}>
              <LatestActivity />
              <FleetBars overview={data} />
            </div>
          </Stack>
        )}
      </QueryView>
    </>
  );
}
