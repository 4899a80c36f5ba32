package org.metalayer.server.evaluation;

import jakarta.persistence.Converter;
import org.metalayer.server.platform.persistence.EnumColumn;

@Converter(autoApply = true)
class ReportStateColumn extends EnumColumn<ReportState> {

    ReportStateColumn() {
        super(ReportState.class);
    }
}
