import { Badge } from "@mantine/core";
import type { Stick } from "@/api/types";
import { ScreenLink } from "@/shared/ui/Links";
import classes from "./StickName.module.css";

/** Name, module id, and what is special about it. */
export function StickName({ stick }: { stick: Stick }) {
  return (
    <div className={classes.name}>
      <ScreenLink to="/sticks/$id" params={{ id: stick.id }} fw={600}>
        {stick.module_name}
      </ScreenLink>
      <div className={classes.line}>
        <code>{stick.module_id}</code>
        {stick.usb.virtual && (
          <Badge size="xs" variant="outline" color="gray">
            virtual
          </Badge>
        )}
        {stick.test_stick && (
          <Badge size="xs" variant="light">
            test stick
          </Badge>
        )}
      </div>
    </div>
  );
}
