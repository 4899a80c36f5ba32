import { ActionIcon, Tooltip } from "@mantine/core";
import { IconBraces } from "@tabler/icons-react";
import { useRawData } from "./RawData";

interface Props {
  url: string;
  /** Whose data it is, for the button's name: "Raw data of Rings". */
  subject: string;
}

/** Shows the JSON behind a figure or card. */
export function RawButton({ url, subject }: Props) {
  const open = useRawData();
  return (
    <Tooltip label="Raw data">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Raw data of ${subject}`}
        onClick={() => open(url)}
      >
        <IconBraces size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
