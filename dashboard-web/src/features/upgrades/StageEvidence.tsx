import { Anchor, Group, Text, ThemeIcon, Timeline } from "@mantine/core";
import { address } from "@/api/client";
import type { Decision } from "@/api/types";
import { RawButton } from "@/shared/raw/RawButton";
import { Card } from "@/shared/ui/Card";
import { stageLook } from "./stageLooks";

type Stage = Decision["stages"][number];

/** Each stage of the evaluation, what it found, and the signed statement that says so. */
export function StageEvidence({ decision }: { decision: Decision }) {
  const listed = decision.stages.some(
    ({ stage, detail }) => stage === "materials" && /named/.test(detail),
  );
  return (
    <Card
      title="Evidence by stage"
      raw={address(`/decisions/${decision.id}`)}
      actions={
        listed && (
          <Anchor size="sm" href={address(`/upgrade-reports/${decision.report_id}/sbom`)} download>
            Bill of materials
          </Anchor>
        )
      }
    >
      <Timeline bulletSize={24} lineWidth={2} active={decision.stages.length}>
        {decision.stages.map((stage) => (
          <StageItem key={stage.stage} {...stage} />
        ))}
      </Timeline>
    </Card>
  );
}

function StageItem({ stage, finding, detail, statement }: Stage) {
  const { word, colour, icon: Icon } = stageLook(finding);
  const name = stage.replaceAll("_", " ");
  return (
    <Timeline.Item
      bullet={
        <ThemeIcon size={24} radius="xl" color={colour}>
          <Icon size={14} aria-hidden />
        </ThemeIcon>
      }
      title={
        <Group gap="xs" justify="space-between" wrap="nowrap">
          <span>{`${name}: ${word}`}</span>
          {statement && (
            <RawButton
              url={address(`/vetting-statements/${statement}`)}
              subject={`the stage ${name}`}
            />
          )}
        </Group>
      }
    >
      <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
        {detail}
      </Text>
    </Timeline.Item>
  );
}
