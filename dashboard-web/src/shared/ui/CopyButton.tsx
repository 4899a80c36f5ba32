import { ActionIcon, Button, CopyButton as MantineCopyButton, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";

interface Props {
  value: string;
  /** What is copied, for the button's name: "Copy the code". */
  label: string;
  wide?: boolean;
}

/** Copies a text and says that it did. */
export function CopyButton({ value, label, wide = false }: Props) {
  return (
    <MantineCopyButton value={value} timeout={2_000}>
      {({ copied, copy }) => {
        const icon = copied ? <IconCheck size={16} /> : <IconCopy size={16} />;
        const text = copied ? "Copied" : label;
        return wide ? (
          <Button size="xs" variant="default" leftSection={icon} onClick={copy}>
            {text}
          </Button>
        ) : (
          <Tooltip label={text}>
            <ActionIcon variant="subtle" color="gray" aria-label={text} onClick={copy}>
              {icon}
            </ActionIcon>
          </Tooltip>
        );
      }}
    </MantineCopyButton>
  );
}
