import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Trust } from "@/api/types";
import classes from "./Trust.module.css";

/** As long as they lie there, all the rest protects nobody. */
export function OfflineKeys({ trust }: { trust: Trust }) {
  if (trust.offline_keys_here.length === 0) return null;
  return (
    <Alert
      color="clay"
      icon={<IconAlertTriangle />}
      title="The offline keys still lie on this machine"
    >
      Whoever takes it over can push any code to every stick. Copy the folder{" "}
      <code className={classes.path}>{trust.offline_directory}</code> (
      {trust.offline_keys_here.join(", ")}) to a medium that you keep apart, then delete it here.
      The Main System runs without it; README.txt there says what each key can do.
    </Alert>
  );
}
