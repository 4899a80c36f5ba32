package org.metalayer.server.evaluation;

import jakarta.persistence.Converter;
import org.metalayer.server.platform.persistence.EnumColumn;

@Converter(autoApply = true)
class ReportProgressColumn extends EnumColumn<ReportProgress> {

    ReportProgressColumn() {
        super(ReportProgress.class);
    }
}
