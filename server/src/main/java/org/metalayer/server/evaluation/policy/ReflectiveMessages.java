package org.metalayer.server.evaluation.policy;

import com.google.protobuf.GeneratedMessage;
import java.util.stream.Stream;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeReflection;

/**
 * Lets protobuf, in which CEL keeps its options and types, call the accessors of its messages by
 * their names in a native image, too.
 */
final class ReflectiveMessages implements Feature {

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        Stream.of(GeneratedMessage.class, GeneratedMessage.Builder.class)
                .forEach(base ->
                        access.registerSubtypeReachabilityHandler(
                                (_, message) -> register(message), base));
    }

    private static void register(Class<?> message) {
        RuntimeReflection.register(message);
        RuntimeReflection.register(message.getDeclaredMethods());
    }
}
