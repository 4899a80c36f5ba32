import { Button, Group, Text } from "@mantine/core";
import { whole } from "../format/number";

interface Props {
  shown: number;
  total: number;
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** Where the server stops counting: so many or more. */
const MOST_COUNTED = 2_000;

/** "50 of 1,204" and the way to the next page. */
export function LoadMore({ shown, total, query }: Props) {
  if (!query.hasNextPage) return null;
  return (
    <Group justify="center" mt="md">
      <Text size="sm" c="dimmed">
        {whole(shown)} of {whole(total)}
        {total === MOST_COUNTED && " or more"}
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
