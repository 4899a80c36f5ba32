import { Badge } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { address } from "@/api/client";
import type { Stick } from "@/api/types";
import { OperatorsOnly } from "@/shared/role/OperatorsOnly";
import { lookOf } from "@/shared/state/look";
import { stickLooks } from "@/shared/state/stickLooks";
import { Card } from "@/shared/ui/Card";
import { Column, Columns } from "@/shared/ui/Columns";
import { ScreenLink } from "@/shared/ui/Links";
import { PageHeader } from "@/shared/ui/PageHeader";
import { PageQuery } from "@/shared/ui/PageQuery";
import { StateBadge } from "@/shared/ui/StateBadge";
import { useStick } from "./api/useStick";
import { InstalledTable } from "./InstalledTable";
import { Presence } from "./Presence";
import { StickContributions } from "./StickContributions";
import { StickIdentity } from "./StickIdentity";
import { StickVerbs } from "./StickVerbs";
import { StickWarnings } from "./StickWarnings";
import { TestStickSwitch } from "./TestStickSwitch";
import { UsbDescriptors } from "./UsbDescriptors";

const route = getRouteApi("/sticks/$id");
const back = <ScreenLink to="/sticks">Sticks</ScreenLink>;

/** One stick: what it is, what it runs, what it gave. */
export function StickScreen() {
  const { id } = route.useParams();
  return (
    <PageQuery query={useStick(id)} back={back}>
      {(stick) => <StickDetail stick={stick} />}
    </PageQuery>
  );
}

function StickDetail({ stick }: { stick: Stick }) {
  const raw = address(`/sticks/${stick.id}`);
  return (
    <>
      <PageHeader
        title={stick.module_name}
        back={back}
        badges={
          <>
            <StateBadge look={lookOf(stickLooks, stick.state)} />
            {stick.usb.virtual && (
              <Badge variant="outline" color="gray">
                virtual
              </Badge>
            )}
          </>
        }
        actions={
          <OperatorsOnly>
            <StickVerbs stick={stick} />
          </OperatorsOnly>
        }
      >
        <Presence stick={stick} />
      </PageHeader>
      <Columns>
        <Column>
          <StickWarnings stick={stick} />
          <Card title="Installed components" raw={raw}>
            <InstalledTable installed={stick.installed} />
          </Card>
          <StickContributions stick={stick} />
        </Column>
        <Column>
          <Card title="Identity" raw={raw}>
            <StickIdentity stick={stick} />
            <TestStickSwitch stick={stick} />
          </Card>
          <Card title="USB descriptors" raw={raw}>
            <UsbDescriptors usb={stick.usb} />
          </Card>
        </Column>
      </Columns>
    </>
  );
}
