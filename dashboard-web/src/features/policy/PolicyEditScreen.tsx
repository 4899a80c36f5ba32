import { Button, Group, Stack, TextInput } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { address } from "@/api/client";
import type { PolicyDetail, PolicyRequest } from "@/api/types";
import { Card } from "@/shared/ui/Card";
import { ScreenButton, ScreenLink } from "@/shared/ui/Links";
import { Loading } from "@/shared/ui/Loading";
import { PageHeader } from "@/shared/ui/PageHeader";
import { PageQuery } from "@/shared/ui/PageQuery";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { QueryView } from "@/shared/ui/QueryView";
import { usePolicy } from "./api/usePolicy";
import { useSavePolicy } from "./api/useSavePolicy";
import { useTextCheck } from "./api/useTextCheck";
import { CheckResult } from "./CheckResult";
import { ExampleEditor } from "./ExampleEditor";
import { FactList } from "./FactList";
import { textOf } from "./policyText";
import { RowEditor } from "./RowEditor";

const route = getRouteApi("/policy/$version/edit");
const back = <ScreenLink to="/policy">Policy</ScreenLink>;

/** Edits a draft and says at once what it would do. */
export function PolicyEditScreen() {
  const version = Number(route.useParams().version);
  return (
    <PageQuery query={usePolicy(version)} back={back}>
      {(detail) => <Editor key={version} detail={detail} />}
    </PageQuery>
  );
}

function Editor({ detail }: { detail: PolicyDetail }) {
  const { version } = detail.version;
  const saved = address(`/policies/${version}`);
  // Whoever else saves meanwhile is noticed when this is saved.
  const [revision] = useState(detail.version.revision);
  const [text, setText] = useState<PolicyRequest>(() => textOf(detail));
  const check = useTextCheck(text);
  const save = useSavePolicy(version, revision);
  const navigate = useNavigate();
  const show = { to: "/policy/$version", params: { version: String(version) } } as const;
  return (
    <>
      <PageHeader title={`Edit policy ${version}`} back={back} />
      <Stack>
        <Card title="Why">
          <TextInput
            label="Note"
            description="For whoever looks at it before and after it is in force."
            maxLength={500}
            value={text.note}
            onChange={(event) => setText({ ...text, note: event.currentTarget.value })}
          />
        </Card>
        <RowEditor rows={text.rows} raw={saved} onChange={(rows) => setText({ ...text, rows })} />
        <FactList />
        <ExampleEditor
          examples={text.examples}
          raw={saved}
          onChange={(examples) => setText({ ...text, examples })}
        />
        <Card title="What would change" raw={saved}>
          <QueryView query={check} loading={<Loading rows={2} />}>
            {(result) => <CheckResult check={result} />}
          </QueryView>
        </Card>
        {save.error && <ProblemNotice error={save.error} />}
        <Group justify="flex-end">
          <ScreenButton {...show} variant="default">
            Leave without saving
          </ScreenButton>
          <Button
            loading={save.isPending}
            onClick={() => save.mutate(text, { onSuccess: () => navigate(show) })}
          >
            Save draft
          </Button>
        </Group>
      </Stack>
    </>
  );
}
