import { Radio, Stack } from "@mantine/core";
import type { OperatorRole } from "@/api/types";
import { roles } from "./roles";

interface Props {
  value: OperatorRole;
  onChange: (role: OperatorRole) => void;
}

export function RoleChoice({ value, onChange }: Props) {
  return (
    <Radio.Group label="Role" value={value} onChange={(chosen) => onChange(chosen as OperatorRole)}>
      <Stack gap="xs" mt="xs">
        {Object.entries(roles).map(([role, { word, meaning }]) => (
          <Radio key={role} value={role} label={word} description={meaning} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
