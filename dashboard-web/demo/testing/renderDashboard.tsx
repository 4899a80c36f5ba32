import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createQueryClient } from "@/api/queryClient";
import { createDashboardRouter } from "@/app/router";
import { theme } from "@/app/theme";
import { rememberLogin } from "@/features/session/remembered";
import type { World } from "../world/world";
import { serve } from "./server";

/** The whole dashboard at an address, over a world. */
export function renderDashboard(path: string, world: World) {
  serve(world);
  rememberLogin(world.session !== null);
  const history = createMemoryHistory({ initialEntries: [path] });
  const queries = createQueryClient();
  render(
    <MantineProvider theme={theme} env="test" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        <Notifications />
        <RouterProvider router={createDashboardRouter(history)} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { user: userEvent.setup(), history, queries };
}
