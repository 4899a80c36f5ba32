import { Drawer } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { CopyButton } from "../ui/CopyButton";
import { Loading } from "../ui/Loading";
import { QueryView } from "../ui/QueryView";
import { RawDataContext } from "./RawData";
import classes from "./RawData.module.css";
import { useRawText } from "./useRawText";

/** Holds the one drawer that shows the JSON behind any figure. */
export function RawDataProvider({ children }: { children: ReactNode }) {
  const [url, setUrl] = useState<string | null>(null);
  const query = useRawText(url);
  return (
    <RawDataContext value={setUrl}>
      {children}
      <Drawer
        opened={url !== null}
        onClose={() => setUrl(null)}
        position="right"
        size="lg"
        title="Raw data"
        closeButtonProps={{ "aria-label": "Close raw data" }}
      >
        <div className={classes.request}>
          <code>GET {url}</code>
          <CopyButton value={url ?? ""} label="Copy the address" />
        </div>
        <QueryView query={query} loading={<Loading rows={3} />}>
          {(text) => (
            <>
              <CopyButton value={text} label="Copy the JSON" wide />
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
              <pre className={classes.json} tabIndex={0}>
                {text}
              </pre>
            </>
          )}
        </QueryView>
      </Drawer>
    </RawDataContext>
  );
}
