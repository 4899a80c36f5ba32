import { Alert } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { CopyButton } from "./CopyButton";
import classes from "./ShownOnce.module.css";

interface Props {
  /** What kind of secret it is: "code". */
  what: string;
  value: string;
}

/** A secret that the server tells this once. */
export function ShownOnce({ what, value }: Props) {
  return (
    <Alert role="status" icon={<IconKey />} title={`Copy the ${what} now: it is not shown again`}>
      <div className={classes.secret}>
        <code>{value}</code>
        <CopyButton value={value} label={`Copy the ${what}`} wide />
      </div>
    </Alert>
  );
}
