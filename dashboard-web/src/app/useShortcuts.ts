import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { nextKey, type Shortcut, type Typed } from "./keySequence";
import { screens } from "./screens";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null
  );
}

function focusSearch(): void {
  document.querySelector<HTMLElement>("[data-search]")?.focus();
}

/** Binds the dashboard's keys while mounted. */
export function useShortcuts(onHelp: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    const go = (key: string) => {
      const screen = screens.find((one) => one.key === key);
      if (screen) navigate({ to: screen.to });
    };
    let typed: Typed = { prefix: null, at: 0 };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const [next, shortcut] = nextKey(typed, event.key, event.timeStamp);
      typed = next;
      if (shortcut.kind === "none") return;
      event.preventDefault();
      perform(shortcut, go, onHelp);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [navigate, onHelp]);
}

function perform(shortcut: Shortcut, go: (key: string) => void, onHelp: () => void): void {
  if (shortcut.kind === "go") go(shortcut.key);
  if (shortcut.kind === "search") focusSearch();
  if (shortcut.kind === "help") onHelp();
}
