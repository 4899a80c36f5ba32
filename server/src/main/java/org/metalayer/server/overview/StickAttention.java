package org.metalayer.server.overview;

import org.metalayer.protocol.message.Usb;
import org.metalayer.server.fleet.StickDetail;

/** What of a stick needs a person. */
final class StickAttention {

    private StickAttention() {}

    static Attention pending(StickDetail detail) {
        Usb usb = detail.stick().usb();
        String device =
                usb.virtual()
                        ? "a virtual stick"
                        : "%s %s".formatted(usb.manufacturer(), usb.product()).strip();
        return new Attention(
                "stick-pending",
                "low",
                detail.stick().moduleName() + " asks to join",
                "%s, %s. It gets no releases until you accept it."
                        .formatted(detail.stick().moduleId(), device),
                link(detail),
                "accept");
    }

    static Attention cloned(StickDetail detail) {
        return new Attention(
                "stick-cloned",
                "high",
                name(detail) + " was copied",
                "Two copies of %s are in use. It gets upgrades, and gives nothing, until you choose."
                        .formatted(detail.stick().moduleId()),
                link(detail),
                null);
    }

    static Attention restored(StickDetail detail) {
        return new Attention(
                "stick-restored",
                "medium",
                name(detail) + " is in an older state",
                "If %s was restored from a backup, its owner or you have to confirm that."
                        .formatted(detail.stick().moduleId()),
                link(detail),
                null);
    }

    static Attention refused(StickDetail detail) {
        return new Attention(
                "stick-renewal-refused",
                "medium",
                "Somebody has the key of " + name(detail),
                "A session of %s was refused: what it remembers was never given to it here."
                        .formatted(detail.stick().moduleId()),
                link(detail),
                null);
    }

    static Attention setAside(StickDetail detail) {
        return new Attention(
                "stick-set-aside",
                "medium",
                "A copy of %s that was not kept is in use".formatted(name(detail)),
                "It becomes a stick of its own, unless it is %s itself, restored from an older backup."
                        .formatted(detail.stick().moduleId()),
                link(detail),
                null);
    }

    static Attention confirmed(StickDetail detail) {
        return new Attention(
                "stick-restore-confirmed",
                "low",
                name(detail) + " was restored from a backup",
                "Whoever has %s said so, and it went on from there. If its owner did not, it was copied."
                        .formatted(detail.stick().moduleId()),
                link(detail),
                null);
    }

    static Attention moved(StickDetail detail) {
        return new Attention(
                "stick-other-hardware",
                "medium",
                name(detail) + " is on another device",
                "The key of %s was seen on another USB device than the one it enrolled with."
                        .formatted(detail.stick().moduleId()),
                link(detail),
                null);
    }

    private static String name(StickDetail detail) {
        return detail.stick().moduleName().value();
    }

    private static String link(StickDetail detail) {
        return "/sticks/" + detail.stick().id();
    }
}
