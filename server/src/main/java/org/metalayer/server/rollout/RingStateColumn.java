package org.metalayer.server.rollout;

import jakarta.persistence.Converter;
import org.metalayer.server.platform.persistence.EnumColumn;

@Converter(autoApply = true)
class RingStateColumn extends EnumColumn<RingState> {

    RingStateColumn() {
        super(RingState.class);
    }
}
