import { useDisclosure } from "@mantine/hooks";
import { Outlet } from "@tanstack/react-router";
import type { Session } from "@/api/types";
import { LiveBadge } from "@/features/live/LiveBadge";
import { useLiveStream } from "@/features/live/useLiveStream";
import { RawDataProvider } from "@/shared/raw/RawDataProvider";
import { RoleContext } from "@/shared/role/role";
import { ScreenLink } from "@/shared/ui/Links";
import { Logo } from "@/shared/ui/Logo";
import { ColourSchemeMenu } from "./ColourSchemeMenu";
import { CommandPalette, PaletteButton } from "./CommandPalette";
import { KeyboardHelp } from "./KeyboardHelp";
import { MainNavigation } from "./MainNavigation";
import { OperatorMenu } from "./OperatorMenu";
import classes from "./Shell.module.css";
import { useShortcuts } from "./useShortcuts";

/** The frame around every screen. */
export function Shell({ session }: { session: Session }) {
  const stream = useLiveStream();
  const [helping, help] = useDisclosure();
  useShortcuts(help.open);
  return (
    <RoleContext value={session.role}>
      <RawDataProvider>
        <div className={classes.shell}>
          <a className={classes.skip} href="#content">
            Skip to content
          </a>
          <header className={classes.bar}>
            <ScreenLink
              to="/"
              className={classes.brand}
              underline="never"
              c="inherit"
              aria-label="Meta Layer: home"
            >
              <Logo size={30} />
              <span className={classes.name}>Meta Layer</span>
            </ScreenLink>
            <PaletteButton />
            <div className={classes.tools}>
              <LiveBadge stream={stream} />
              <ColourSchemeMenu />
              <OperatorMenu session={session} onHelp={help.open} />
            </div>
          </header>
          <MainNavigation />
          <main className={classes.main} id="content" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <CommandPalette onHelp={help.open} />
        {helping && <KeyboardHelp onClose={help.close} />}
      </RawDataProvider>
    </RoleContext>
  );
}
