import { ActionIcon, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconKeyboard,
  IconLogout,
  IconPassword,
  IconScale,
  IconShieldLock,
  IconUser,
  IconUsers,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Session } from "@/api/types";
import { useLogOut } from "@/features/session/api/useLogOut";
import { ChangePasswordDialog } from "@/features/session/ChangePasswordDialog";
import { useIsAdministrator } from "@/shared/role/role";

interface Props {
  session: Session;
  onHelp: () => void;
}

/** Who is logged in, what is theirs to change, and the way out. */
export function OperatorMenu({ session, onHelp }: Props) {
  const logOut = useLogOut();
  const administrator = useIsAdministrator();
  const [changing, password] = useDisclosure();
  return (
    <>
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
          <Menu.Item component={Link} to="/policy" leftSection={<IconScale size={16} />}>
            Policy
          </Menu.Item>
          {administrator && (
            <Menu.Item component={Link} to="/people" leftSection={<IconUsers size={16} />}>
              People
            </Menu.Item>
          )}
          <Menu.Item component={Link} to="/trust" leftSection={<IconShieldLock size={16} />}>
            Trust
          </Menu.Item>
          <Menu.Item leftSection={<IconPassword size={16} />} onClick={password.open}>
            Change password
          </Menu.Item>
          <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onHelp}>
            Keyboard shortcuts
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => logOut.mutate()}>
            Log out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing && <ChangePasswordDialog username={session.username} onClose={password.close} />}
    </>
  );
}
