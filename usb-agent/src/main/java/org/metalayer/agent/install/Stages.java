package org.metalayer.agent.install;

import java.util.EnumMap;
import java.util.Map;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.system.SystemFiles;

/**
 * Which step each phase has: a system, and an agent in it, is installed in other ways than content
 * is.
 */
final class Stages {

    private final Map<Phase, Step> content;
    private final Map<Phase, Step> system;
    private final Map<Phase, Step> agent;

    Stages(Map<Phase, Step> content, Map<Phase, Step> system, Map<Phase, Step> agent) {
        this.content = new EnumMap<>(content);
        this.system = new EnumMap<>(system);
        this.agent = new EnumMap<>(agent);
    }

    Step of(ComponentName component, Phase phase) {
        Step step = of(component).get(phase);
        if (step == null) {
            throw new IllegalStateException("no step of %s for %s".formatted(component, phase));
        }
        return step;
    }

    private Map<Phase, Step> of(ComponentName component) {
        if (component.equals(SystemFiles.AGENT)) {
            return agent;
        }
        return component.equals(SystemFiles.COMPONENT) ? system : content;
    }
}
