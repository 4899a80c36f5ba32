package org.metalayer.protocol.tuf.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.metalayer.protocol.tuf.TestKeys.key;
import static org.metalayer.protocol.tuf.TestKeys.publicHalf;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.tuf.encoding.CanonicalJson;

class SignedMetadataTest {
    private static final String KEY = Json.pretty(publicHalf("a").json());
    private static final String ID = publicHalf("a").keyId();
    private static final String ROLE = "{\"keyids\":[\"%s\"],\"threshold\":1}".formatted(ID);
    private static final String ROOT =
            """
            {"signatures":[],"signed":{"_type":"root","spec_version":"1.0.34","version":1,
             "expires":"2030-01-01T00:00:00Z","consistent_snapshot":true,"unknown":{"b":1,"a":"\\n"},
             "keys":{"%s":%s},"roles":{"root":%s,"timestamp":%s,"snapshot":%s,"targets":%s}}}
            """
                    .formatted(ID, KEY, ROLE, ROLE, ROLE, ROLE);

    @Test
    void keepsTheBytesAndTheUnknownMembers() {
        byte[] raw = ROOT.getBytes(UTF_8);
        SignedMetadata<Root> root = SignedMetadata.root(raw);
        assertThat(root.raw()).isEqualTo(raw);
        assertThat(root.signedWith(key("a")).tree().members()).containsKey("unknown");
    }

    @Test
    void aSignatureCoversUnknownMembers() {
        SignedMetadata<Root> signed =
                SignedMetadata.root(ROOT.getBytes(UTF_8)).signedWith(key("a"));
        Authority authority = signed.signed().authority(RoleName.ROOT);
        assertThat(signed.isSignedBy(authority)).isTrue();
        String changed = new String(signed.raw(), UTF_8).replace("\"b\":1", "\"b\":2");
        assertThat(SignedMetadata.root(changed.getBytes(UTF_8)).isSignedBy(authority)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"threshold\":1', '\"threshold\":0', a threshold is at least 1",
        "'\"threshold\":1', '\"threshold\":-1', a threshold is at least 1",
        "'\"threshold\":1', '\"threshold\":1.0', whole number",
        "'\"threshold\":1', '\"threshold\":4294967297', cannot be met",
        "'\"version\":1', '\"version\":0', at least 1",
        "'\"version\":1', '\"version\":1e3', whole number",
        "'\"version\":1', '\"version\":9223372036854775808', whole number",
        "'\"version\":1', '\"version\":\"1\"', must be a number",
        "'1.0.34', '2.0.0', version 1 of the TUF specification",
        "'00Z', '00.5Z', must be a time",
        "'00Z', '00+00:00', must be a time",
        "'2030-01-01', '2030-02-30', must be",
        "'\"_type\":\"root\"', '\"_type\":\"targets\"', expected metadata of type root",
        "'\"snapshot\":', '\"snapshat\":', no keys for the role snapshot",
        "'\"ed25519\"', '\"ed25518\"', keyid is not the digest"
    })
    void refusesWhatTheSpecificationForbids(String good, String bad, String why) {
        refused(text -> text.replace(good, bad), why);
    }

    @Test
    void refusesOneKeyidTwiceInARole() {
        refused(text -> text.replace("[\"" + ID, "[\"" + ID + "\",\"" + ID), "one keyid twice");
    }

    @Test
    void refusesOnePublicKeyUnderTwoIds() {
        var more = new JsonBuilder();
        publicHalf("a").json().members().forEach(more::put);
        var again = more.put("note", "the same key").build();
        String id = Sha256.of(CanonicalJson.encode(again)).hex();
        refused(
                text ->
                        text.replace(
                                "\"keys\":{",
                                "\"keys\":{\"%s\":%s,".formatted(id, Json.pretty(again))),
                "under two keyids");
    }

    @Test
    void refusesOneKeyidTwiceAmongTheSignatures() {
        refused(
                text ->
                        text.replace(
                                "\"signatures\":[]",
                                "\"signatures\":[{\"keyid\":\"a\",\"sig\":\"00\"},{\"keyid\":\"a\",\"sig\":\"01\"}]"),
                "stands twice among the signatures");
    }

    @Test
    void refusesADuplicateMember() {
        refused(
                text -> text.replace("\"version\":1,", "\"version\":1,\"versio\\u006e\":2,"),
                "stands twice in one object");
    }

    @Test
    void anUnreadableSignatureCountsForNothingAndHarmsNothing() {
        SignedMetadata<Root> signed =
                SignedMetadata.root(ROOT.getBytes(UTF_8)).signedWith(key("a"));
        String more =
                new String(signed.raw(), UTF_8)
                        .replace(
                                "\"signatures\":[",
                                "\"signatures\":[{\"keyid\":\"b\",\"sig\":\"\"},");
        SignedMetadata<Root> read = SignedMetadata.root(more.getBytes(UTF_8));
        assertThat(read.signers(read.signed().authority(RoleName.ROOT)))
                .isEqualTo(List.of(publicHalf("a")));
    }

    @Test
    void aDelegationHasExactlyOneKindOfScope() {
        assertThatThrownBy(() -> targets("")).hasMessageContaining("either \"paths\"");
        assertThatThrownBy(() -> targets("\"paths\":[],\"path_hash_prefixes\":[],"))
                .hasMessageContaining("either \"paths\"");
        assertThat(targets("\"path_hash_prefixes\":[\"00\"],").signed().delegations().roles())
                .hasSize(1);
    }

    private static SignedMetadata<Targets> targets(String scope) {
        return SignedMetadata.targets(
                """
                {"signatures":[],"signed":{"_type":"targets","spec_version":"1.0","version":1,
                 "expires":"2030-01-01T00:00:00Z","targets":{},"delegations":{"keys":{},"roles":[
                 {"name":"x","keyids":[],"threshold":1,%s"terminating":true}]}}}
                """
                        .formatted(scope)
                        .getBytes(UTF_8));
    }

    private static void refused(UnaryOperator<String> change, String why) {
        assertThat(SignedMetadata.root(ROOT.getBytes(UTF_8)).signed().version()).isEqualTo(1);
        String changed = change.apply(ROOT);
        assertThat(changed).isNotEqualTo(ROOT);
        assertThatThrownBy(() -> SignedMetadata.root(changed.getBytes(UTF_8)))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining(why);
    }
}
