package org.metalayer.server.evaluation.policy;

import jakarta.persistence.Converter;
import org.metalayer.server.platform.persistence.EnumColumn;

@Converter(autoApply = true)
class VerdictColumn extends EnumColumn<Verdict> {

    VerdictColumn() {
        super(Verdict.class);
    }
}
