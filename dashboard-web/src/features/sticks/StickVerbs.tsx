import { Button, Group, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCheck, IconX, IconZzz } from "@tabler/icons-react";
import type { StateVerb, Stick, StickVerb } from "@/api/types";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useStickVerb } from "./api/useStickVerb";
import { RetireDialog } from "./RetireDialog";

const verbs: Record<StateVerb, { word: string; icon: typeof IconCheck; variant: string }> = {
  accept: { word: "Accept", icon: IconCheck, variant: "filled" },
  reject: { word: "Reject", icon: IconX, variant: "default" },
  retire: { word: "Retire", icon: IconZzz, variant: "default" },
};

interface Props {
  stick: Stick;
  only?: readonly StateVerb[];
  size?: "xs" | "sm";
}

const changesState = (verb: StickVerb): verb is StateVerb => verb in verbs;

/** What the server says may be done to this stick now, and nothing else. */
export function StickVerbs({ stick, only, size = "sm" }: Props) {
  const act = useStickVerb(stick.id);
  const [retiring, ask] = useDisclosure();
  const allowed = stick.allowed_verbs
    .filter(changesState)
    .filter((verb) => !only || only.includes(verb));
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap">
        {allowed.map((verb) => {
          const { word, icon: Glyph, variant } = verbs[verb];
          return (
            <Button
              key={verb}
              size={size}
              variant={variant}
              leftSection={<Glyph size={14} aria-hidden />}
              loading={act.isPending && act.variables === verb}
              aria-label={`${word} ${stick.module_name}`}
              onClick={() => (verb === "retire" ? ask.open() : act.mutate(verb))}
            >
              {word}
            </Button>
          );
        })}
      </Group>
      {act.error && !retiring && <ProblemNotice error={act.error} />}
      {retiring && (
        <RetireDialog
          stick={stick}
          busy={act.isPending}
          error={act.error}
          onClose={ask.close}
          onConfirm={() => act.mutate("retire", { onSuccess: ask.close })}
        />
      )}
    </Stack>
  );
}
