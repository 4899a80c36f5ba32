import type { ReactNode } from "react";
import { Loading } from "./Loading";
import { PageHeader } from "./PageHeader";
import { ProblemNotice } from "./ProblemNotice";
import { QueryView } from "./QueryView";

interface Props<T> {
  query: { data: T | undefined; error: unknown; refetch: () => unknown };
  back: ReactNode;
  children: (data: T) => ReactNode;
}

/** A screen about one thing: without it, still a heading and the way back. */
export function PageQuery<T>({ query, back, children }: Props<T>) {
  if (query.data === undefined && query.error) {
    return (
      <>
        <PageHeader title="This cannot be shown" back={back} />
        <ProblemNotice error={query.error} onRetry={query.refetch} />
      </>
    );
  }
  return (
    <QueryView query={query} loading={<Loading rows={3} height={170} />}>
      {children}
    </QueryView>
  );
}
