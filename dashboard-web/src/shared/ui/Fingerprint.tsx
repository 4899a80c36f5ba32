import { CopyButton } from "./CopyButton";
import classes from "./Fingerprint.module.css";

/** A digest in groups of four, whole, with a button to copy it. */
export function Fingerprint({ value, label }: { value: string; label: string }) {
  const groups = value.match(/.{1,4}/g) ?? [];
  return (
    <span className={classes.fingerprint}>
      <code>{groups.join(" ")}</code>
      <CopyButton value={value} label={label} />
    </span>
  );
}
