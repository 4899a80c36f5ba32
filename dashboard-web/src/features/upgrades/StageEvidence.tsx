import { Text, ThemeIcon, Timeline } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import { address } from "@/api/client";
import type { Decision } from "@/api/types";
import { Card } from "@/shared/ui/Card";

/** Each stage of the evaluation and what it found. */
export function StageEvidence({ decision }: { decision: Decision }) {
  return (
    <Card title="Evidence by stage" raw={address(`/decisions/${decision.id}`)}>
      <Timeline bulletSize={24} lineWidth={2} active={decision.stages.length}>
        {decision.stages.map(({ stage, passed, detail }) => (
          <Timeline.Item
            key={stage}
            bullet={
              <ThemeIcon size={24} radius="xl" color={passed ? "spruce" : "clay"}>
                {passed ? <IconCheck size={14} aria-hidden /> : <IconX size={14} aria-hidden />}
              </ThemeIcon>
            }
            title={`${stage.replaceAll("_", " ")}: ${passed ? "passed" : "not passed"}`}
          >
            <Text size="sm" c="dimmed">
              {detail}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Card>
  );
}
