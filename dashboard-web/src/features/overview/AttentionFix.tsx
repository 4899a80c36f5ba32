import { Button, Stack } from "@mantine/core";
import type { Attention } from "@/api/types";
import { useIsOperator } from "@/shared/role/role";
import { ScreenButton } from "@/shared/ui/Links";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useAcceptStick } from "./api/useAcceptStick";
import { fixWord, LOOK, stickToAccept, targetOf } from "./attention";

/** The button that mends it, or leads to where it is mended. */
export function AttentionFix({ item }: { item: Attention }) {
  const accept = useAcceptStick();
  const isOperator = useIsOperator();
  const stick = isOperator ? stickToAccept(item) : null;
  const target = targetOf(item.link);
  return (
    <Stack gap="xs">
      {stick ? (
        <Button loading={accept.isPending} onClick={() => accept.mutate(stick)}>
          {fixWord(item)}
        </Button>
      ) : (
        target && <ScreenButton {...target}>{isOperator ? fixWord(item) : LOOK}</ScreenButton>
      )}
      {accept.error && <ProblemNotice error={accept.error} />}
    </Stack>
  );
}
