package org.metalayer.server.evaluation.policy;

import jakarta.persistence.Converter;
import org.metalayer.server.platform.persistence.EnumColumn;

@Converter(autoApply = true)
class PolicyStateColumn extends EnumColumn<PolicyState> {

    PolicyStateColumn() {
        super(PolicyState.class);
    }
}
