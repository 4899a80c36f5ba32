import { Group } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { address } from "@/api/client";
import type { Report } from "@/api/types";
import { bytes, count } from "@/shared/format/number";
import { OperatorsOnly } from "@/shared/role/OperatorsOnly";
import { lookOf } from "@/shared/state/look";
import { progressLooks, typeLooks } from "@/shared/state/upgradeLooks";
import { Card } from "@/shared/ui/Card";
import { Column, Columns } from "@/shared/ui/Columns";
import { FileTable } from "@/shared/ui/FileTable";
import { ScreenButton, ScreenLink } from "@/shared/ui/Links";
import { PageHeader } from "@/shared/ui/PageHeader";
import { PageQuery } from "@/shared/ui/PageQuery";
import { StateBadge } from "@/shared/ui/StateBadge";
import { useReport } from "./api/useReport";
import { Changes } from "./Changes";
import { DecisionCard } from "./DecisionCard";
import { DecisionForm } from "./DecisionForm";
import { ImpactCard } from "./ImpactCard";
import { LineageLine } from "./LineageLine";
import { ReportFacts } from "./ReportFacts";
import { StageEvidence } from "./StageEvidence";

const route = getRouteApi("/upgrades/$id");
const back = <ScreenLink to="/upgrades">Upgrades</ScreenLink>;

/** One report: the evidence, the decision, the files. */
export function UpgradeScreen() {
  const { id } = route.useParams();
  return (
    <PageQuery query={useReport(id)} back={back}>
      {(report) => <UpgradeDetail report={report} />}
    </PageQuery>
  );
}

function UpgradeDetail({ report }: { report: Report }) {
  const raw = address(`/upgrade-reports/${report.id}`);
  const { decision, files } = report;
  return (
    <>
      <PageHeader
        title={report.description}
        back={back}
        badges={
          <Group gap="xs">
            <StateBadge look={lookOf(progressLooks, report.progress)} />
            <StateBadge look={lookOf(typeLooks, report.type)} />
          </Group>
        }
        actions={
          report.rollout_id && (
            <ScreenButton to="/rollouts/$id" params={{ id: report.rollout_id }} variant="default">
              Open rollout
            </ScreenButton>
          )
        }
      >
        <LineageLine report={report} />
      </PageHeader>
      <Columns>
        <Column>
          {report.state === "needs_human" && (
            <OperatorsOnly>
              <DecisionForm report={report} />
            </OperatorsOnly>
          )}
          {decision && <DecisionCard decision={decision} />}
          {decision && <StageEvidence decision={decision} />}
          <Card title="Changed files" raw={raw}>
            <Changes changes={report.changes} />
          </Card>
          {files && (
            <Card title={`${count(files.length, "file")}, ${bytes(report.total_bytes)}`} raw={raw}>
              <FileTable files={files} />
            </Card>
          )}
        </Column>
        <Column>
          {decision && <ImpactCard decision={decision} />}
          <ReportFacts report={report} />
        </Column>
      </Columns>
    </>
  );
}
