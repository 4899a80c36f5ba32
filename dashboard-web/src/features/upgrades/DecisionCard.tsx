import { List } from "@mantine/core";
import { address } from "@/api/client";
import type { Decision } from "@/api/types";
import { lookOf } from "@/shared/state/look";
import { strategyWords } from "@/shared/state/strategyWords";
import { verdictLooks } from "@/shared/state/upgradeLooks";
import { Card } from "@/shared/ui/Card";
import { Facts } from "@/shared/ui/Facts";
import { Fingerprint } from "@/shared/ui/Fingerprint";
import { ScreenLink } from "@/shared/ui/Links";
import { RelativeTime } from "@/shared/ui/RelativeTime";
import { StateBadge } from "@/shared/ui/StateBadge";

/** What was decided, by what, and why. */
export function DecisionCard({ decision }: { decision: Decision }) {
  const row = decision.policy_row === null ? "" : `, row ${decision.policy_row}`;
  return (
    <Card
      title="Decision"
      raw={address(`/decisions/${decision.id}`)}
      actions={<StateBadge look={lookOf(verdictLooks, decision.verdict)} />}
    >
      <List mb="sm" style={{ overflowWrap: "anywhere" }}>
        {decision.reasons.map((reason) => (
          <List.Item key={reason}>{reason}</List.Item>
        ))}
      </List>
      <Facts
        items={[
          ["Strategy", decision.strategy && strategyWords[decision.strategy].word],
          ["Priority", decision.priority],
          [
            "Policy",
            <ScreenLink
              key="policy"
              to="/policy/$version"
              params={{ version: String(decision.policy_version) }}
            >
              {`version ${decision.policy_version}${row}`}
            </ScreenLink>,
          ],
          [
            "Policy’s SHA-256",
            decision.policy_sha256 && (
              <Fingerprint
                key="sha256"
                value={decision.policy_sha256}
                label="the policy’s SHA-256"
              />
            ),
          ],
          ["Decided by", decision.decided_by],
          ["Decided", <RelativeTime key="at" at={decision.decided_at} />],
        ]}
      />
    </Card>
  );
}
