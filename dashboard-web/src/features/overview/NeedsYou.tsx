import { ActionIcon, Group, Text, Title } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { address } from "@/api/client";
import type { Attention } from "@/api/types";
import { RawButton } from "@/shared/raw/RawButton";
import { AttentionFix } from "./AttentionFix";
import classes from "./NeedsYou.module.css";

/** One thing at a time, with its cause and its fix. */
export function NeedsYou({ items }: { items: Attention[] }) {
  const [chosen, setChosen] = useState(0);
  const place = Math.min(chosen, Math.max(items.length - 1, 0));
  const item = items[place];
  return (
    <section className={classes.box} aria-label="What needs you" data-calm={!item || undefined}>
      <div className={classes.words}>
        <Text className={classes.eyebrow}>What needs you</Text>
        <div aria-live="polite">
          <Title order={2} size="h3">
            {item ? item.title : "Nothing needs you"}
          </Title>
          <Text className={classes.detail}>
            {item ? item.detail : "Every stick, report and rollout is taken care of."}
          </Text>
        </div>
      </div>
      {item ? (
        <div className={classes.side}>
          <AttentionFix item={item} />
          {items.length > 1 && (
            <Group gap={4}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label="Previous"
                disabled={place === 0}
                onClick={() => setChosen(place - 1)}
              >
                <IconChevronLeft size={18} />
              </ActionIcon>
              <Text size="sm">
                {place + 1} of {items.length}
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label="Next"
                disabled={place === items.length - 1}
                onClick={() => setChosen(place + 1)}
              >
                <IconChevronRight size={18} />
              </ActionIcon>
            </Group>
          )}
        </div>
      ) : (
        <IconCircleCheck size={44} stroke={1.4} aria-hidden />
      )}
      <div className={classes.raw}>
        <RawButton url={address("/overview")} subject="the attention list" />
      </div>
    </section>
  );
}
