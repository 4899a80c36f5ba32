import { address } from "@/api/client";
import type { Decision } from "@/api/types";
import { Card } from "@/shared/ui/Card";
import { ImpactFactors } from "./ImpactFactors";
import { ImpactMeter } from "./ImpactMeter";

export function ImpactCard({ decision }: { decision: Decision }) {
  return (
    <Card
      title="Impact"
      raw={address(`/decisions/${decision.id}`)}
      actions={<ImpactMeter impact={decision.impact} />}
    >
      <ImpactFactors impact={decision.impact} />
    </Card>
  );
}
