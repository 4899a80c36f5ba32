import { Box } from "@mantine/core";
import { useSession } from "@/features/session/api/useSession";
import { LoginScreen } from "@/features/session/LoginScreen";
import { Loading } from "@/shared/ui/Loading";
import { QueryView } from "@/shared/ui/QueryView";
import { Shell } from "./Shell";

/** Nobody logged in: the login form, at whatever address; the address is still there afterwards. */
export function SessionGate() {
  const session = useSession();
  if (session.data) return <Shell session={session.data} />;
  if (session.data === null) return <LoginScreen />;
  return (
    <Box component="main" maw={640} mx="auto" p="xl">
      <QueryView query={session} loading={<Loading rows={3} />}>
        {() => null}
      </QueryView>
    </Box>
  );
}
