import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconListSearch } from "@tabler/icons-react";
import { asProblem } from "@/api/problem";
import { count } from "@/shared/format/number";
import { useEvaluate } from "./api/useEvaluate";

/** Does now what the schedule does anyway. */
export function EvaluateButton() {
  const evaluate = useEvaluate();
  const run = () =>
    evaluate.mutate(undefined, {
      onSuccess: ({ decisions }) =>
        notifications.show({
          title: "Evaluated",
          message:
            decisions.length === 0
              ? "No report was waiting."
              : `${count(decisions.length, "decision")} made.`,
        }),
      onError: (error) => {
        const { title, detail } = asProblem(error);
        notifications.show({ title, message: detail, color: "clay" });
      },
    });
  return (
    <Button
      variant="default"
      leftSection={<IconListSearch size={16} />}
      loading={evaluate.isPending}
      onClick={run}
    >
      Evaluate now
    </Button>
  );
}
