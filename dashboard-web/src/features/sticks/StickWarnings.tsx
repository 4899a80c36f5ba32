import { Button, Group, Stack, Text } from "@mantine/core";
import { address } from "@/api/client";
import type { Stick, StickWarning } from "@/api/types";
import { OperatorsOnly } from "@/shared/role/OperatorsOnly";
import { Card } from "@/shared/ui/Card";
import { Facts } from "@/shared/ui/Facts";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import { useStickResolution } from "./api/useStickResolution";

const meanings: Record<StickWarning["kind"], string> = {
  cloned:
    "Two copies of this stick are in use. Both get upgrades and give nothing until you keep one of them; the others then have to become sticks of their own. If only one is left, accept the stick again.",
  restored:
    "An older state of this stick was seen. Confirm it only if the stick was restored from a backup and is the only one in use.",
  refused_renewal:
    "Somebody signed with this stick's key, but with sessions that were never given to it here. The key may have been stolen. Confirm it only if this Main System lost what it knew.",
  set_aside:
    "A state of this stick was seen from before another copy of it was kept. It has to become a stick of its own. Confirm it only if the kept copy was restored from an older backup and is the only one in use.",
  restore_confirmed:
    "Whoever has this stick said that it was restored from a backup, and it went on from there. Ask its owner: if they did not, somebody else has a copy.",
  other_hardware:
    "The key was seen on another USB device than the one it enrolled with. Dismissing this makes the new device its own.",
  same_serial:
    "Another stick says that it is the same USB device. Cheap sticks share serial numbers, and a stick can be prepared anew.",
};

/** What is odd about a stick, what was seen, and what can be done about it. */
export function StickWarnings({ stick }: { stick: Stick }) {
  const resolve = useStickResolution(stick.id);
  if (stick.warnings.length === 0) return null;
  const kinds = [...new Set(stick.warnings.map((warning) => warning.kind))];
  return (
    <Card title="Warnings" raw={address(`/sticks/${stick.id}`)}>
      <Stack gap="md">
        {kinds.map((kind) => (
          <Stack key={kind} gap="xs">
            <Text size="sm">{meanings[kind]}</Text>
            {stick.warnings
              .filter((warning) => warning.kind === kind)
              .map((warning) => (
                <Sighting
                  key={warning.copy}
                  warning={warning}
                  stick={stick}
                  busy={resolve.isPending}
                  onChoose={(verb) => resolve.mutate({ verb, copy: warning.copy })}
                />
              ))}
          </Stack>
        ))}
        {stick.allowed_verbs.includes("dismiss_warnings") && (
          <OperatorsOnly>
            <Group>
              <Button
                size="xs"
                variant="default"
                loading={resolve.isPending}
                onClick={() => resolve.mutate({ verb: "dismiss_warnings" })}
              >
                Dismiss warnings
              </Button>
            </Group>
          </OperatorsOnly>
        )}
        {resolve.error && <ProblemNotice error={resolve.error} />}
      </Stack>
    </Card>
  );
}

interface SightingProps {
  warning: StickWarning;
  stick: Stick;
  busy: boolean;
  onChoose: (verb: "keep" | "confirm_restore") => void;
}

/** One copy, or one place where the stick was seen. */
function Sighting({ warning, stick, busy, onChoose }: SightingProps) {
  const name = warning.copy.slice(0, 8);
  const { usb } = warning;
  const may = (verb: "keep" | "confirm_restore") => stick.allowed_verbs.includes(verb);
  return (
    <Stack gap="xs">
      <Facts
        items={[
          ["Copy", warning.copy && <code key="copy">{name}</code>],
          ["Known first", warning.known ? "Yes" : null],
          ["At session", warning.epoch > 0 ? String(warning.epoch) : null],
          ["Device", usb && `${usb.manufacturer} ${usb.product}, serial ${usb.serial}`],
          ["Address", warning.address],
          ["First seen", <RelativeTime key="first" at={warning.first_at} />],
          ["Last seen", <RelativeTime key="last" at={warning.last_at} />],
        ]}
      />
      <OperatorsOnly>
        <Group>
          {warning.kind === "cloned" && may("keep") && (
            <Button
              size="xs"
              loading={busy}
              aria-label={`Keep this one: ${name || "known first"}`}
              onClick={() => onChoose("keep")}
            >
              Keep this one
            </Button>
          )}
          {["restored", "refused_renewal", "set_aside"].includes(warning.kind) &&
            may("confirm_restore") && (
              <Button
                size="xs"
                loading={busy}
                aria-label={`Confirm the restored backup: ${name}`}
                onClick={() => onChoose("confirm_restore")}
              >
                Confirm the restored backup
              </Button>
            )}
        </Group>
      </OperatorsOnly>
    </Stack>
  );
}
