import { Skeleton, Stack } from "@mantine/core";

const names = ["first", "second", "third", "fourth", "fifth", "sixth"];

interface Props {
  rows?: number;
  height?: number;
}

/** Grey shapes of what is about to appear. */
export function Loading({ rows = 4, height = 64 }: Props) {
  return (
    <Stack gap="sm" role="status" aria-label="Loading">
      {names.slice(0, rows).map((name) => (
        <Skeleton key={name} height={height} radius="md" />
      ))}
    </Stack>
  );
}
