import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { PolicyDetail } from "@/api/types";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useDraftPolicy } from "./api/useSavePolicy";
import { textOf } from "./policyText";

/** Begins a draft with what a version says. */
export function DraftButton({ from }: { from: PolicyDetail }) {
  const draft = useDraftPolicy();
  const navigate = useNavigate();
  const begin = () =>
    draft.mutate(
      { ...textOf(from), note: "" },
      {
        onSuccess: ({ version }) =>
          navigate({ to: "/policy/$version/edit", params: { version: String(version.version) } }),
      },
    );
  return (
    <>
      <Button loading={draft.isPending} onClick={begin}>
        Draft a change
      </Button>
      {draft.error && <ProblemNotice error={draft.error} />}
    </>
  );
}
