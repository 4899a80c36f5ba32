package org.metalayer.cli.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.io.DurableFile;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What is carried between the Main System and the machines with the keys: what is to be signed, and
 * what is published, against which to compare it. No secret stands in it.
 *
 * @param documents at most one of a role
 * @param current every root, the first one first, and the newest of every other role
 */
record SigningFile(List<TrustFile> documents, PublishedTrust current) {

    private static final String TYPE = "metalayer-signing";

    SigningFile {
        documents = List.copyOf(documents);
        if (documents.stream().map(TrustFile::role).distinct().count() != documents.size()) {
            throw new MalformedDocumentException("two documents of one role: publish one first");
        }
    }

    static SigningFile parse(byte[] bytes) {
        JsonObject json = Json.parseObject(bytes);
        if (!json.string("type").equals(TYPE)) {
            throw new MalformedDocumentException(
                    "this is not a signing file; ./metalayer keys pending --out FILE makes one");
        }
        return new SigningFile(
                json.objects("documents", TrustFile::read),
                new PublishedTrust(json.objects("current", TrustFile::read)));
    }

    static SigningFile read(Path file) throws IOException {
        try {
            return parse(Files.readAllBytes(file));
        } catch (MalformedDocumentException e) {
            throw new MalformedDocumentException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Replaces the file whole or not at all. */
    void write(Path file) throws IOException {
        DurableFile.write(file, (Json.pretty(json()) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    JsonObject json() {
        return new JsonBuilder()
                .put("type", TYPE)
                .put("documents", documents, TrustFile::write)
                .put("current", current.files(), TrustFile::write)
                .build();
    }

    Optional<TrustFile> document(String role) {
        return documents.stream().filter(each -> each.role().equals(role)).findFirst();
    }

    /** The same with this document in place of an older one of its role. */
    SigningFile with(TrustFile document) {
        List<TrustFile> all = new ArrayList<>(documents);
        all.removeIf(each -> each.role().equals(document.role()));
        all.add(document);
        return new SigningFile(all, current);
    }

    /** The same with the signatures of both files. */
    SigningFile mergedWith(SigningFile other) {
        SigningFile merged = this;
        for (TrustFile theirs : other.documents) {
            merged =
                    merged.with(
                            document(theirs.role())
                                    .map(ours -> ours.mergedWith(theirs))
                                    .orElse(theirs));
        }
        return merged;
    }

    /** Who has to sign a document: as is published, and as it will be with this file's own. */
    List<Demand> demands(TrustFile document) {
        return Demand.of(document, this);
    }
}
