import { Group, Stack } from "@mantine/core";
import { address } from "@/api/client";
import { count } from "@/shared/format/number";
import { useNarrow } from "@/shared/hooks/useNarrow";
import { RawButton } from "@/shared/raw/RawButton";
import { Loading } from "@/shared/ui/Loading";
import { PageHeader } from "@/shared/ui/PageHeader";
import { QueryView } from "@/shared/ui/QueryView";
import { AddPerson } from "./AddPerson";
import { usePeople } from "./api/usePeople";
import { PeopleCards } from "./PeopleCards";
import { PeopleTable } from "./PeopleTable";

/** Who runs the Main System; only administrators get an answer. */
export function PeopleScreen() {
  const query = usePeople();
  const List = useNarrow() ? PeopleCards : PeopleTable;
  return (
    <>
      <PageHeader title="People" actions={query.data && <AddPerson />}>
        Who runs this Main System, and what each may do.
      </PageHeader>
      <QueryView query={query} loading={<Loading rows={3} />}>
        {({ items, total }) => (
          <Stack>
            <Group justify="space-between">
              <span>{count(total, "person", "people")}</span>
              <RawButton url={address("/operators")} subject="People" />
            </Group>
            <List people={items} />
          </Stack>
        )}
      </QueryView>
    </>
  );
}
