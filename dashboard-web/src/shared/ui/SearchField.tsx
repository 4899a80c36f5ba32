import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Searches while one types, a moment after the last key; "/" brings the focus here. */
export function SearchField({ label, value, onChange }: Props) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const tell = useDebouncedCallback(onChange, 250);
  // The address changed elsewhere (back button, chip): follow it.
  if (value !== seen) {
    setSeen(value);
    setText(value);
  }
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      data-search
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        setSeen(value);
        tell(event.currentTarget.value.trim());
      }}
    />
  );
}
