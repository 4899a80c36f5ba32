import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconKey, IconLock, IconLockOpen, IconUserShield } from "@tabler/icons-react";
import { useState } from "react";
import type { Operator } from "@/api/types";
import { ProblemNotice } from "@/shared/ui/ProblemNotice";
import { useChangePerson } from "./api/useChangePerson";
import { DisableDialog } from "./DisableDialog";
import { ResetPasswordDialog } from "./ResetPasswordDialog";
import { RoleDialog } from "./RoleDialog";

type Dialog = "role" | "password" | "disable" | null;

/** What an administrator can do for or to one person. */
export function PersonMenu({ person }: { person: Operator }) {
  const [dialog, open] = useState<Dialog>(null);
  const change = useChangePerson(person);
  const close = () => open(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Change ${person.username}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUserShield size={16} />} onClick={() => open("role")}>
            Change role
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={16} />} onClick={() => open("password")}>
            New password
          </Menu.Item>
          {person.disabled ? (
            <Menu.Item
              leftSection={<IconLockOpen size={16} />}
              onClick={() => change.mutate({ disabled: false })}
            >
              Let in again
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconLock size={16} />} onClick={() => open("disable")}>
              Shut out
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {change.error && <ProblemNotice error={change.error} />}
      {dialog === "role" && <RoleDialog person={person} onClose={close} />}
      {dialog === "password" && <ResetPasswordDialog person={person} onClose={close} />}
      {dialog === "disable" && <DisableDialog person={person} onClose={close} />}
    </>
  );
}
