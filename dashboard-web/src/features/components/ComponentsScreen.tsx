import { IconPuzzle } from "@tabler/icons-react";
import { address } from "@/api/client";
import { RawButton } from "@/shared/raw/RawButton";
import { EmptyState } from "@/shared/ui/EmptyState";
import { Loading } from "@/shared/ui/Loading";
import { LoadMore } from "@/shared/ui/LoadMore";
import { PageHeader } from "@/shared/ui/PageHeader";
import { QueryView } from "@/shared/ui/QueryView";
import { useComponents } from "./api/useComponents";
import { ComponentCard } from "./ComponentCard";
import classes from "./ComponentsScreen.module.css";

export function ComponentsScreen() {
  const query = useComponents();
  return (
    <>
      <PageHeader
        title="Components"
        actions={<RawButton url={address("/components")} subject="Components" />}
      >
        The parts of a stick's content, each with its own releases.
      </PageHeader>
      <QueryView query={query} loading={<Loading rows={3} height={150} />}>
        {({ items, total }) =>
          items.length === 0 ? (
            <EmptyState icon={IconPuzzle} title="No component yet">
              The first approved upgrade of a component makes it appear here.
            </EmptyState>
          ) : (
            <>
              <ul className={classes.grid}>
                {items.map((component) => (
                  <ComponentCard key={component.name} component={component} />
                ))}
              </ul>
              <LoadMore shown={items.length} total={total} query={query} />
            </>
          )
        }
      </QueryView>
    </>
  );
}
