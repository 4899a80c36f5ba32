import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconRefresh } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";

interface Props {
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** What else can be done about it. */
  children?: ReactNode;
}

/** What went wrong, what to do about it, and a way to try again. */
export function ProblemNotice({ error, onRetry, children }: Props) {
  const problem = asProblem(error);
  return (
    <Alert role="alert" color="clay" icon={<IconAlertTriangle />} title={problem.title}>
      <Text size="sm">{problem.detail}</Text>
      {onRetry && (
        <Group mt="sm">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={14} />}
            onClick={onRetry}
          >
            Try again
          </Button>
        </Group>
      )}
      {children && <Group mt="sm">{children}</Group>}
    </Alert>
  );
}
