package org.metalayer.server.access;

import jakarta.persistence.Converter;
import org.metalayer.server.platform.persistence.EnumColumn;

@Converter(autoApply = true)
class OperatorRoleColumn extends EnumColumn<OperatorRole> {

    OperatorRoleColumn() {
        super(OperatorRole.class);
    }
}
