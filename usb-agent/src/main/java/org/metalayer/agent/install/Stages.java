package org.metalayer.agent.install;

import java.util.EnumMap;
import java.util.Map;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.system.SystemFiles;

/** Which step each phase has: a system is installed in other ways than content is. */
final class Stages {

    private final Map<Phase, Step> content;
    private final Map<Phase, Step> system;

    Stages(Map<Phase, Step> content, Map<Phase, Step> system) {
        this.content = new EnumMap<>(content);
        this.system = new EnumMap<>(system);
    }

    Step of(ComponentName component, Phase phase) {
        Step step = (component.equals(SystemFiles.COMPONENT) ? system : content).get(phase);
        if (step == null) {
            throw new IllegalStateException("no step of %s for %s".formatted(component, phase));
        }
        return step;
    }
}
