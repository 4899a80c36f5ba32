import { Table } from "@mantine/core";
import { address } from "@/api/client";
import type { TrustRole } from "@/api/types";
import { useNarrow } from "@/shared/hooks/useNarrow";
import { Card } from "@/shared/ui/Card";
import { Facts } from "@/shared/ui/Facts";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import classes from "./Trust.module.css";

const signers: Record<TrustRole["signer"], string> = {
  machine: "Main System",
  person: "People",
  both: "Main System and a person",
};

const RAW = address("/trust");

const needs = (role: TrustRole) => `${role.threshold} of ${role.keys.length}`;

/** Which keys sign for what, how many of them have to, and until when. */
export function Roles({ roles }: { roles: TrustRole[] }) {
  return useNarrow() ? <RoleCards roles={roles} /> : <RoleTable roles={roles} />;
}

function RoleTable({ roles }: { roles: TrustRole[] }) {
  return (
    <Card title="Roles" raw={RAW}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Role</Table.Th>
            <Table.Th>Signed by</Table.Th>
            <Table.Th>Keys needed</Table.Th>
            <Table.Th>Keys</Table.Th>
            <Table.Th>Expires</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {roles.map((role) => (
            <Table.Tr key={role.role}>
              <Table.Td fw={550}>{role.role}</Table.Td>
              <Table.Td>{signers[role.signer]}</Table.Td>
              <Table.Td>{needs(role)}</Table.Td>
              <Table.Td>
                <Keys role={role} />
              </Table.Td>
              <Table.Td>
                <RelativeTime at={role.expires_at} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function RoleCards({ roles }: { roles: TrustRole[] }) {
  return (
    <ul className={classes.roles} aria-label="Roles">
      {roles.map((role) => (
        <li key={role.role}>
          <Card title={role.role} raw={RAW}>
            <Facts
              items={[
                ["Signed by", signers[role.signer]],
                ["Keys needed", needs(role)],
                ["Keys", <Keys key="keys" role={role} />],
                ["Expires", <RelativeTime key="at" at={role.expires_at} />],
              ]}
            />
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Keys({ role }: { role: TrustRole }) {
  return role.keys.map((key) => (
    <span key={key.key_id} className={classes.key}>
      <code>{key.key_id.slice(0, 16)}</code>
      {key.online && " on this machine"}
    </span>
  ));
}
