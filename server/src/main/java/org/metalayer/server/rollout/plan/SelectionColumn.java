package org.metalayer.server.rollout.plan;

import jakarta.persistence.Converter;
import org.metalayer.server.platform.persistence.EnumColumn;

@Converter(autoApply = true)
class SelectionColumn extends EnumColumn<Selection> {

    SelectionColumn() {
        super(Selection.class);
    }
}
