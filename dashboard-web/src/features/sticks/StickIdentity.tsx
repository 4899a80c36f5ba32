import type { Stick } from "@/api/types";
import { Facts } from "@/shared/ui/Facts";
import { Fingerprint } from "@/shared/ui/Fingerprint";
import { RelativeTime } from "@/shared/ui/RelativeTime";

/** The key is the identity; everything else is evidence. */
export function StickIdentity({ stick }: { stick: Stick }) {
  return (
    <Facts
      items={[
        ["Module id", <code key="id">{stick.module_id}</code>],
        [
          "Key fingerprint",
          <Fingerprint key="key" value={stick.key_id} label="Copy the key fingerprint" />,
        ],
        ["Enrolled", <RelativeTime key="enrolled" at={stick.enrolled_at} />],
        ["Agent", stick.agent_version],
        ["Hardware class", stick.hardware_class],
      ]}
    />
  );
}
