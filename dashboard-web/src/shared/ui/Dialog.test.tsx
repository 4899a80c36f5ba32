import { MantineProvider } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import { Dialog } from "./Dialog";

type Opener = "button" | "menu" | "vanishing";

/** A page with a button that opens a dialog, in the way that is tried. */
function Page({ opener }: { opener: Opener }) {
  const [open, setOpen] = useState(false);
  const gone = open && opener === "vanishing";
  return (
    <MantineProvider env="test">
      <main id="content" tabIndex={-1}>
        <button type="button" id="more">
          More
        </button>
        <div {...(opener === "menu" ? { role: "menu", "aria-labelledby": "more" } : {})}>
          {!gone && (
            <button type="button" onClick={() => setOpen(true)}>
              Open
            </button>
          )}
        </div>
      </main>
      {open && (
        <Dialog title="Sure?" onClose={() => setOpen(false)}>
          It cannot be undone.
        </Dialog>
      )}
    </MantineProvider>
  );
}

it.each<[Opener, string]>([
  ["button", "Open"],
  ["menu", "More"],
])("gives the focus back after it was opened by a %s", async (opener, name) => {
  const user = userEvent.setup();
  render(<Page opener={opener} />);
  await user.click(screen.getByRole("button", { name: "Open" }));
  await screen.findByRole("dialog", { name: "Sure?" });
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name })));
});

it("gives the focus to the page's content when what opened it is gone", async () => {
  const user = userEvent.setup();
  const { rerender } = render(<Page opener="button" />);
  await user.click(screen.getByRole("button", { name: "Open" }));
  rerender(<Page opener="vanishing" />);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement?.id).toBe("content"));
});
