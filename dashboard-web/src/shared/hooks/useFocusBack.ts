import { useEffect, useRef, useState } from "react";

/**
 * Once this is gone, the focus is where it was before it came: on what opened it, on the button of
 * the menu that did, or on the page's content when neither is there any more.
 */
export function useFocusBack() {
  const [opener] = useState(findOpener);
  const leaving = useRef(0);
  useEffect(() => {
    window.clearTimeout(leaving.current);
    return () => {
      leaving.current = window.setTimeout(() => giveFocus(opener));
    };
  }, [opener]);
}

function findOpener() {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]')?.getAttribute("aria-labelledby");
  return menu ? document.getElementById(menu) : active;
}

function giveFocus(opener: Element | null) {
  if (document.activeElement !== document.body) return;
  const next = opener?.isConnected ? opener : document.getElementById("content");
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}
