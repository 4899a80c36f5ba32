import { Button, Group, Text } from "@mantine/core";

interface Props {
  shown: number;
  total: number;
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** "50 of 1,204" and the way to the next page. */
export function LoadMore({ shown, total, query }: Props) {
  if (!query.hasNextPage) return null;
  return (
    <Group justify="center" mt="md">
      <Text size="sm" c="dimmed">
        {shown} of {total}
      </Text>
      <Button
        variant="default"
        loading={query.isFetchingNextPage}
        onClick={() => query.fetchNextPage()}
      >
        Load more
      </Button>
    </Group>
  );
}
