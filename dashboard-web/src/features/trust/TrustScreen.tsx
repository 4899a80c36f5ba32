import { Stack } from "@mantine/core";
import { address } from "@/api/client";
import { Card } from "@/shared/ui/Card";
import { Fingerprint } from "@/shared/ui/Fingerprint";
import { Loading } from "@/shared/ui/Loading";
import { PageHeader } from "@/shared/ui/PageHeader";
import { QueryView } from "@/shared/ui/QueryView";
import { useTrust } from "./api/useTrust";
import { OfflineKeys } from "./OfflineKeys";
import { Roles } from "./Roles";
import { Signings } from "./Signings";

/** Which keys sign for what, and what waits for a person to sign it. */
export function TrustScreen() {
  return (
    <>
      <PageHeader title="Trust">
        Whose signatures sticks believe. What executes is signed by a person, too.
      </PageHeader>
      <QueryView query={useTrust()} loading={<Loading rows={4} />}>
        {(trust) => (
          <Stack>
            <OfflineKeys trust={trust} />
            <Signings signings={trust.signings} />
            <Roles roles={trust.roles} />
            <Card title="Root of trust" raw={address("/trust")}>
              Sticks pin the first root metadata at their enrolment, by its SHA-256:
              <Fingerprint value={trust.root_sha256} label="Copy the digest" />
            </Card>
          </Stack>
        )}
      </QueryView>
    </>
  );
}
