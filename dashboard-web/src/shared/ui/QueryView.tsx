import type { ReactNode } from "react";
import { ProblemNotice } from "./ProblemNotice";

interface Query<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface Props<T> {
  query: Query<T>;
  loading: ReactNode;
  children: (data: T) => ReactNode;
}

/** Loading, problem or content. Content that is already here stays when a refresh fails. */
export function QueryView<T>({ query, loading, children }: Props<T>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.error ? <ProblemNotice error={query.error} onRetry={query.refetch} /> : null}
        {children(query.data)}
      </>
    );
  }
  if (query.error) return <ProblemNotice error={query.error} onRetry={query.refetch} />;
  return loading;
}
