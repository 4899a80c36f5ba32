import { Group, Stack } from "@mantine/core";
import { IconSparkles } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { address } from "@/api/client";
import { RawButton } from "@/shared/raw/RawButton";
import { OperatorsOnly } from "@/shared/role/OperatorsOnly";
import { EmptyState } from "@/shared/ui/EmptyState";
import { FilterChips } from "@/shared/ui/FilterChips";
import { Loading } from "@/shared/ui/Loading";
import { LoadMore } from "@/shared/ui/LoadMore";
import { PageHeader } from "@/shared/ui/PageHeader";
import { QueryView } from "@/shared/ui/QueryView";
import { reportQuery, useReports } from "./api/useReports";
import { EvaluateButton } from "./EvaluateButton";
import { ReportCard } from "./ReportCard";
import classes from "./UpgradesScreen.module.css";
import { parseUpgradeFilter, type Shown, shownGroups } from "./upgradeFilter";

const route = getRouteApi("/upgrades");

/** The feed of everything the sticks proposed. */
export function UpgradesScreen() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const query = useReports(filter);
  const show = filter.show ?? "all";
  const choose = (chosen: Shown) =>
    navigate({ search: parseUpgradeFilter({ ...filter, show: chosen }), replace: true });
  return (
    <>
      <PageHeader
        title="Upgrades"
        actions={
          <OperatorsOnly>
            <EvaluateButton />
          </OperatorsOnly>
        }
      >
        What the sticks improved and proposed for all.
      </PageHeader>
      <Stack>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <FilterChips
            label="Filter upgrades"
            value={show}
            options={shownGroups}
            onChange={choose}
          />
          <RawButton url={address("/upgrade-reports", reportQuery(filter))} subject="Upgrades" />
        </Group>
        <QueryView query={query} loading={<Loading rows={4} height={150} />}>
          {({ items, total }) => (
            <>
              {items.length === 0 && <NoReports all={show === "all"} />}
              <div className={classes.feed}>
                {items.map((report) => (
                  <ReportCard key={report.id} report={report} />
                ))}
              </div>
              <LoadMore shown={items.length} total={total} query={query} />
            </>
          )}
        </QueryView>
      </Stack>
    </>
  );
}

function NoReports({ all }: { all: boolean }) {
  if (all) {
    return (
      <EmptyState
        icon={IconSparkles}
        title="No stick has reported an upgrade yet"
        command={'./metalayer report usb_001 "Kitchen stick" feature "Playlists"'}
      >
        Change a file in a stick's module folder and report it:
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={IconSparkles} title="None here">
      No report is at this point now.
    </EmptyState>
  );
}
