package org.metalayer.protocol.tuf.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A response's body, written to a sink as it comes, ended at the first byte too many. */
final class BoundedBody {
    private volatile long received;

    /** Bytes so far. */
    long received() {
        return received;
    }

    BodySubscriber<Void> into(OutputStream sink, long maxLength) {
        return new Subscriber(sink, maxLength);
    }

    private final class Subscriber implements BodySubscriber<Void> {
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final OutputStream sink;
        private final long maxLength;
        private Flow.@Nullable Subscription subscription;

        Subscriber(OutputStream sink, long maxLength) {
            this.sink = sink;
            this.maxLength = maxLength;
        }

        @Override
        public CompletionStage<Void> getBody() {
            return done;
        }

        @Override
        public void onSubscribe(Flow.Subscription started) {
            subscription = started;
            started.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            try {
                for (ByteBuffer buffer : buffers) {
                    take(buffer);
                }
                if (subscription != null) {
                    subscription.request(1);
                }
            } catch (IOException | RefusedMetadataException e) {
                if (subscription != null) {
                    subscription.cancel();
                }
                done.completeExceptionally(e);
            }
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // one body has one thread that writes
        private void take(ByteBuffer buffer) throws IOException {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            received += bytes.length;
            if (received > maxLength) {
                throw new RefusedMetadataException(
                        Refusal.TOO_LONG,
                        "the answer is longer than %d bytes".formatted(maxLength));
            }
            sink.write(bytes);
        }

        @Override
        public void onError(Throwable cause) {
            done.completeExceptionally(cause);
        }

        @Override
        public void onComplete() {
            done.complete(null);
        }
    }
}
