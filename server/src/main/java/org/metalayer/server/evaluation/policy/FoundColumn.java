package org.metalayer.server.evaluation.policy;

import jakarta.persistence.Converter;
import org.metalayer.server.platform.persistence.EnumColumn;

@Converter(autoApply = true)
class FoundColumn extends EnumColumn<PolicyExample.Found> {

    FoundColumn() {
        super(PolicyExample.Found.class);
    }
}
