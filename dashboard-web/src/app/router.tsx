import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from "@tanstack/react-router";
import { parseComponentView } from "@/features/components/componentView";
import { parseDeploymentFilter } from "@/features/rollouts/deploymentFilter";
import { parseRolloutFilter } from "@/features/rollouts/rolloutFilter";
import { parseStickFilter } from "@/features/sticks/stickFilter";
import { parseUpgradeFilter } from "@/features/upgrades/upgradeFilter";
import { CrashScreen, NotFoundScreen } from "./NotFoundScreen";
import { SessionGate } from "./SessionGate";

const root = createRootRoute({
  component: SessionGate,
  notFoundComponent: NotFoundScreen,
  errorComponent: CrashScreen,
});
const parent = () => root;

const routes = [
  createRoute({
    getParentRoute: parent,
    path: "/",
    component: lazyRouteComponent(() => import("@/features/overview/HomeScreen"), "HomeScreen"),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/sticks",
    validateSearch: parseStickFilter,
    component: lazyRouteComponent(() => import("@/features/sticks/SticksScreen"), "SticksScreen"),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/sticks/$id",
    component: lazyRouteComponent(() => import("@/features/sticks/StickScreen"), "StickScreen"),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/upgrades",
    validateSearch: parseUpgradeFilter,
    component: lazyRouteComponent(
      () => import("@/features/upgrades/UpgradesScreen"),
      "UpgradesScreen",
    ),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/upgrades/$id",
    component: lazyRouteComponent(
      () => import("@/features/upgrades/UpgradeScreen"),
      "UpgradeScreen",
    ),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/components",
    component: lazyRouteComponent(
      () => import("@/features/components/ComponentsScreen"),
      "ComponentsScreen",
    ),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/components/$name",
    validateSearch: parseComponentView,
    component: lazyRouteComponent(
      () => import("@/features/components/ComponentScreen"),
      "ComponentScreen",
    ),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/rollouts",
    validateSearch: parseRolloutFilter,
    component: lazyRouteComponent(
      () => import("@/features/rollouts/RolloutsScreen"),
      "RolloutsScreen",
    ),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/rollouts/$id",
    validateSearch: parseDeploymentFilter,
    component: lazyRouteComponent(
      () => import("@/features/rollouts/RolloutScreen"),
      "RolloutScreen",
    ),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/policy",
    component: lazyRouteComponent(
      () => import("@/features/policy/PoliciesScreen"),
      "PoliciesScreen",
    ),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/policy/$version",
    component: lazyRouteComponent(() => import("@/features/policy/PolicyScreen"), "PolicyScreen"),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/policy/$version/edit",
    component: lazyRouteComponent(
      () => import("@/features/policy/PolicyEditScreen"),
      "PolicyEditScreen",
    ),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/people",
    component: lazyRouteComponent(() => import("@/features/people/PeopleScreen"), "PeopleScreen"),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/trust",
    component: lazyRouteComponent(() => import("@/features/trust/TrustScreen"), "TrustScreen"),
  }),
] as const;

/** Every address of the dashboard. */
export function createDashboardRouter(history?: RouterHistory) {
  return createRouter({
    routeTree: root.addChildren(routes),
    ...(history && { history }),
    defaultPreload: "intent",
    scrollRestoration: true,
  });
}
