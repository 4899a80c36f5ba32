package org.metalayer.agent.pages;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.metalayer.agent.files.TreeFile;
import org.metalayer.agent.http.Answer;
import org.metalayer.agent.http.Body;
import org.metalayer.agent.http.Request;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;

/** Gives out the content of one component. */
final class ContentDesk {

    private final Holding holding;
    private final Map<String, String> policy;

    ContentDesk(Holding holding, String frameOrigin) {
        this.holding = holding;
        this.policy = Policy.content(frameOrigin);
    }

    Answer answer(Request request) throws IOException {
        Optional<RelativePath> path =
                ContentPath.withoutQuery(request.target()).equals("/")
                        ? Optional.of(holding.entry())
                        : ContentPath.of(request.target());
        if (path.isEmpty()) {
            return refuse(400, "This is no address of a file in a component.");
        }
        Optional<String> objection = Visit.of(request).objection(MediaTypes.isPage(path.get()));
        if (objection.isPresent()) {
            return refuse(403, objection.get());
        }
        return switch (holding.find(path.get())) {
            case Find.Absent() -> refuse(404, "The component has no such file.");
            case Find.Changed() ->
                    refuse(
                            404,
                            "This file is not as the release has it any more, so it is shown only"
                                    + " in the preview.");
            case Find.Present(TreeFile file, Optional<Sha256> digest) ->
                    present(request, path.get(), file, digest);
        };
    }

    /** A page in plain words that may be seen in the component's frame. */
    Answer refuse(int status, String words) {
        return Answers.refusal(status, policy, words);
    }

    private Answer present(
            Request request, RelativePath path, TreeFile file, Optional<Sha256> digest)
            throws IOException {
        Map<String, String> headers = new LinkedHashMap<>(policy);
        headers.put("Content-Type", MediaTypes.of(path));
        headers.put("Cache-Control", digest.isEmpty() ? "no-store" : Answers.ASK_EACH_TIME);
        Optional<String> tag = digest.map(known -> "\"" + known + "\"");
        tag.ifPresent(value -> headers.put("ETag", value));
        if (tag.isPresent() && names(request.header("if-none-match"), tag.get())) {
            file.close();
            return new Answer(304, headers, Body.EMPTY);
        }
        headers.put("Accept-Ranges", "bytes");
        Optional<ByteRange> part =
                request.header("range")
                        .filter(_ -> isStill(request.header("if-range"), tag))
                        .flatMap(asked -> ByteRange.parse(asked, file.size()));
        if (part.isEmpty()) {
            return new Answer(200, headers, new FileBody(file, ByteRange.whole(file.size())));
        }
        String range = part.get().of(file.size());
        if (part.get().length() == 0) {
            file.close();
            return refuse(416, "The file has no such part.").with(Map.of("Content-Range", range));
        }
        headers.put("Content-Range", range);
        return new Answer(206, headers, new FileBody(file, part.get()));
    }

    private static boolean names(Optional<String> condition, String tag) {
        return condition.filter(tags -> tags.contains(tag) || tags.equals("*")).isPresent();
    }

    private static boolean isStill(Optional<String> condition, Optional<String> tag) {
        return condition.isEmpty() || condition.equals(tag);
    }
}
