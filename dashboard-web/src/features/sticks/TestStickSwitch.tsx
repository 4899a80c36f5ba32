import { Box, Switch } from "@mantine/core";
import type { Stick } from "@/api/types";
import { useIsOperator } from "@/shared/role/role";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useTestStick } from "./api/useTestStick";

export function TestStickSwitch({ stick }: { stick: Stick }) {
  const isOperator = useIsOperator();
  const change = useTestStick(stick.id);
  return (
    <Box mt="md">
      <Switch
        label="Test stick"
        description="Tries performance upgrades for 24 hours before the others get them."
        disabled={!isOperator}
        checked={change.isPending ? change.variables : stick.test_stick}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
      />
      {change.error && <ProblemNotice error={change.error} />}
    </Box>
  );
}
