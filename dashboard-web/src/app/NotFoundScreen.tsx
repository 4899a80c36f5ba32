import { ScreenLink } from "@/shared/ui/Links";
import { PageHeader } from "@/shared/ui/PageHeader";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";

export function NotFoundScreen() {
  return (
    <PageHeader title="There is no such screen">
      The address may be from an older version.{" "}
      <ScreenLink to="/" underline="always">
        Go to the first screen
      </ScreenLink>
      .
    </PageHeader>
  );
}

export function CrashScreen({ error, reset }: { error: unknown; reset: () => void }) {
  return <ProblemNotice error={error} onRetry={reset} />;
}
