package org.metalayer.server.evaluation.impact;

import jakarta.persistence.Converter;
import org.metalayer.server.platform.persistence.EnumColumn;

@Converter(autoApply = true)
class ImpactLevelColumn extends EnumColumn<ImpactLevel> {

    ImpactLevelColumn() {
        super(ImpactLevel.class);
    }
}
