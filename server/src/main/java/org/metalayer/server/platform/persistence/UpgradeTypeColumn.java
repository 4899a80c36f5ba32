package org.metalayer.server.platform.persistence;

import jakarta.persistence.Converter;
import org.metalayer.protocol.UpgradeType;

@Converter(autoApply = true)
class UpgradeTypeColumn extends EnumColumn<UpgradeType> {

    UpgradeTypeColumn() {
        super(UpgradeType.class);
    }
}
