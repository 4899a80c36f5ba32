package org.metalayer.cli;

import java.lang.reflect.Constructor;
import org.metalayer.cli.platform.Environment;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands and their options, giving the environment to those that ask for it. */
final class EnvironmentFactory implements IFactory {
    private final Environment environment;
    private final IFactory otherwise = CommandLine.defaultFactory();

    EnvironmentFactory(Environment environment) {
        this.environment = environment;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getConstructors()) {
            Class<?>[] parameters = constructor.getParameterTypes();
            if (parameters.length == 1 && parameters[0] == Environment.class) {
                return type.cast(constructor.newInstance(environment));
            }
        }
        return otherwise.create(type);
    }
}
