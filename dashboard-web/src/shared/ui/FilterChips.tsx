import { IconCheck } from "@tabler/icons-react";
import classes from "./FilterChips.module.css";

interface Props<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; word: string; count?: number | undefined }[];
  onChange: (value: V) => void;
}

/** One of several filters; the chosen one is pressed and ticked. */
export function FilterChips<V extends string>({ label, value, options, onChange }: Props<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; these filter a list
    <div className={classes.chips} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className={classes.chip}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.value === value && <IconCheck size={14} stroke={2.4} aria-hidden />}
          {option.word}
          {option.count ? <span className={classes.count}>{option.count}</span> : null}
        </button>
      ))}
    </div>
  );
}
