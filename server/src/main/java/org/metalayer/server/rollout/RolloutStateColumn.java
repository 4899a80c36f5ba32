package org.metalayer.server.rollout;

import jakarta.persistence.Converter;
import org.metalayer.server.platform.persistence.EnumColumn;

@Converter(autoApply = true)
class RolloutStateColumn extends EnumColumn<RolloutState> {

    RolloutStateColumn() {
        super(RolloutState.class);
    }
}
