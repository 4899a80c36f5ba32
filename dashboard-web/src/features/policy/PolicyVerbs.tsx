import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { PolicyCheck, PolicyDetail } from "@/api/types";
import { Card } from "@/shared/ui/Card";
import { ScreenButton } from "@/shared/ui/Links";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { usePolicyVerb } from "./api/usePolicyVerb";
import { DiscardDialog } from "./DiscardDialog";

interface Props {
  detail: PolicyDetail;
  check: PolicyCheck | undefined;
}

/** The next step of a draft or a proposal. */
export function PolicyVerbs({ detail, check }: Props) {
  const verb = usePolicyVerb(detail);
  const [seen, setSeen] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const { version, needs_second } = detail;
  const busy = (which: typeof verb.variables) => verb.isPending && verb.variables === which;
  return (
    <Card title="What comes next">
      <Stack>
        {version.state === "draft" ? (
          <>
            <Text size="sm">
              A proposal is fixed, so that everybody looks at the same. All examples have to end as
              they shall.
            </Text>
            <Group>
              <ScreenButton
                to="/policy/$version/edit"
                params={{ version: String(version.version) }}
                variant="default"
              >
                Edit
              </ScreenButton>
              <Button variant="default" onClick={() => setDiscarding(true)}>
                Discard
              </Button>
              <Button
                disabled={!check?.passed}
                loading={busy("propose")}
                onClick={() => verb.mutate("propose")}
              >
                Propose
              </Button>
            </Group>
          </>
        ) : (
          <>
            <Text size="sm">
              {needs_second
                ? version.approved_by
                  ? `${version.approved_by} approved it. It can be put in force.`
                  : `Somebody has to approve it who had no hand in it (${version.authors.join(", ")} had).`
                : "Nobody else may change the policy here, so that you alone answer for it."}
            </Text>
            <Checkbox
              label="I have looked at the difference and the examples"
              checked={seen}
              onChange={(event) => setSeen(event.currentTarget.checked)}
            />
            <Group>
              <Button
                variant="default"
                loading={busy("send-back")}
                onClick={() => verb.mutate("send-back")}
              >
                Send back
              </Button>
              {needs_second && !version.approved_by && (
                <Button
                  disabled={!seen}
                  loading={busy("approve")}
                  onClick={() => verb.mutate("approve")}
                >
                  Approve
                </Button>
              )}
              {(!needs_second || version.approved_by) && (
                <Button
                  disabled={!seen || !check?.passed}
                  loading={busy("activate")}
                  onClick={() => verb.mutate("activate")}
                >
                  Put in force
                </Button>
              )}
            </Group>
          </>
        )}
        {verb.error && <ProblemNotice error={verb.error} />}
        {discarding && <DiscardDialog detail={detail} onClose={() => setDiscarding(false)} />}
      </Stack>
    </Card>
  );
}
