package org.metalayer.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** What any program on the owner's computer, or a page in a browser, sends to the stick's pages. */
class RequestFuzzTest {
    private static final int HEAD = 512;

    @FuzzTest
    void anythingIsRefusedOrReadTheSameHoweverItArrives(byte[] input) throws IOException {
        List<Request> requests = read(new ByteArrayInputStream(input));
        assertThat(requests)
                .allSatisfy(request -> {
                    assertThat(request.method()).matches("[A-Z]{1,20}");
                    assertThat(request.target()).matches("/[!-~]*");
                    assertThat(request.headers().keySet())
                            .allMatch(name -> name.matches("[!#$%&'*+.^_`|~0-9a-z-]+"));
                    assertThat(request.headers().values())
                            .allSatisfy(value ->
                                    assertThat(value).doesNotContainPattern("[\\x00-\\x08\\n\\r]"));
                    assertThat(request.headers()).doesNotContainKey("transfer-encoding");
                });
        assertThat(read(new Trickle(input))).isEqualTo(requests);
    }

    /** The requests up to the end, or to the first that is none. */
    private static List<Request> read(InputStream in) throws IOException {
        HeadReader heads = new HeadReader(in, HEAD);
        List<Request> requests = new ArrayList<>();
        try {
            while (heads.begins()) {
                requests.add(Request.parse(heads.read()));
            }
        } catch (BadRequestException refused) {
            assertThat(refused.status()).isBetween(400, 431);
        } catch (EOFException cut) {
            assertThat(cut).hasMessage(null);
        }
        return requests;
    }

    /** One byte at a time, as a slow line brings them. */
    private static final class Trickle extends ByteArrayInputStream {
        Trickle(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] into, int from, int most) {
            return super.read(into, from, Math.min(most, 1));
        }
    }
}
