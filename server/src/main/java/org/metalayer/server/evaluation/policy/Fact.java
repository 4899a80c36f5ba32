package org.metalayer.server.evaluation.policy;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.metalayer.protocol.UpgradeType;

/**
 * What is known about a report when it is ruled on: the names that conditions and examples may use,
 * and nothing else. The impact follows from the score.
 */
public enum Fact {
    UPGRADE_TYPE(Kind.TYPE, "feature", "what the report says it is"),
    COMPONENT(Kind.NAME, "music-player", "the component that it would change"),
    SCORE(Kind.NUMBER, "40", "points of its impact"),
    DESCRIPTION_LENGTH(Kind.NUMBER, "40", "characters of its description"),
    FEATURES(Kind.NUMBER, "1", "new features that it names"),
    CLAIMS(Kind.NUMBER, "0", "numbers that it claims"),
    FILES_ADDED(Kind.NUMBER, "1", "files that the newest release does not have"),
    FILES_MODIFIED(Kind.NUMBER, "1", "files that it changes"),
    FILES_REMOVED(Kind.NUMBER, "0", "files that it takes away"),
    CHANGED_BYTES(Kind.NUMBER, "10000", "size of added and modified files"),
    CODE_BYTES(Kind.NUMBER, "5000", "the part of them that is code"),
    REACH(Kind.NUMBER, "10", "sticks that have the component"),
    HAS_PARENT(Kind.FLAG, "true", "it names the release that it was made from"),
    CONTRIBUTOR_ACCEPTED(Kind.FLAG, "true", "its stick is accepted, not quarantined or retired"),
    CONTRIBUTOR_REPORTS(Kind.NUMBER, "2", "earlier reports of its stick"),
    CONTRIBUTOR_RELEASED(Kind.NUMBER, "1", "how many of those became releases"),
    SCANNED(Kind.FLAG, "false", "a malware scanner looked at it and found nothing"),
    CAPABILITY_INCREASE(Kind.FLAG, "false", "it can do more than the release it was made from"),
    EXAMINED(Kind.FLAG, "true", "it could be examined at all");

    /** What values of a fact are. */
    public enum Kind {
        TYPE,
        NAME,
        NUMBER,
        FLAG
    }

    /** 9 PB, the integers that JSON carries safely. */
    static final long MOST = 9_000_000_000_000_000L;

    private static final Pattern COMPONENT_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final Kind kind;
    private final String usual;
    private final String meaning;

    Fact(Kind kind, String usual, String meaning) {
        this.kind = kind;
        this.usual = usual;
        this.meaning = meaning;
    }

    /** As conditions, examples and stored decisions name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Kind kind() {
        return kind;
    }

    /** What an example has that does not say otherwise: a {@code Long}, Boolean or String. */
    public Object usual() {
        return switch (kind) {
            case TYPE, NAME -> usual;
            case NUMBER -> Long.valueOf(usual);
            case FLAG -> Boolean.valueOf(usual);
        };
    }

    /** In words for people. */
    public String meaning() {
        return meaning;
    }

    /** Whether {@code value} is one that this fact can have. */
    boolean takes(Object value) {
        return switch (kind) {
            case TYPE -> value instanceof String text && isType(text);
            case NAME -> value instanceof String text && COMPONENT_NAME.matcher(text).matches();
            case NUMBER -> value instanceof Long number && number >= 0 && number <= MOST;
            case FLAG -> value instanceof Boolean;
        };
    }

    private static boolean isType(String text) {
        return Stream.of(UpgradeType.values()).anyMatch(type -> type.wire().equals(text));
    }

    /** What it takes, for who gave something else. */
    String wants() {
        return switch (kind) {
            case TYPE -> "one of feature, performance, bugfix, security, ux";
            case NAME -> "the name of a component";
            case NUMBER -> "a whole number from 0 to " + MOST;
            case FLAG -> "true or false";
        };
    }
}
