import { ActionIcon, Menu } from "@mantine/core";
import { IconKeyboard, IconLogout, IconUser } from "@tabler/icons-react";
import type { Session } from "@/api/types";
import { useLogOut } from "@/features/session/api/useLogOut";

interface Props {
  session: Session;
  onHelp: () => void;
}

/** Who is logged in, and the way out. */
export function OperatorMenu({ session, onHelp }: Props) {
  const logOut = useLogOut();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Logged in as ${session.username}`}
        >
          <IconUser size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {session.username} · {session.role}
        </Menu.Label>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onHelp}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => logOut.mutate()}>
          Log out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
