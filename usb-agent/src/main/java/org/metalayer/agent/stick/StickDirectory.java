package org.metalayer.agent.stick;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Sha256;

/**
 * Where everything of a stick lies. The owner's content is below {@code module/}; the agent keeps
 * its own files below {@code .metalayer/} and writes nowhere else.
 *
 * @param root absolute
 */
public record StickDirectory(Path root) {

    private static final String CONTROL = ".metalayer";

    public StickDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Opens a directory that {@code init} has prepared.
     *
     * @throws NotAStickException when it has not
     */
    public static StickDirectory existing(Path root) {
        StickDirectory stick = new StickDirectory(root);
        if (!Files.isRegularFile(stick.config())) {
            throw new NotAStickException(stick.root());
        }
        return stick;
    }

    /** The owner's components, one directory each. */
    public Path module() {
        return root.resolve("module");
    }

    public Path content(ComponentName component) {
        return module().resolve(component.value());
    }

    public Path control() {
        return root.resolve(CONTROL);
    }

    /** Where the agent's own small files lie, besides anything of the owner's. */
    public List<Path> records() {
        return List.of(
                control(),
                index(),
                installed(),
                attempts(),
                requests(),
                journal(),
                plans(),
                agents(),
                releases(),
                sentReports(),
                outcomes());
    }

    public Path config() {
        return control().resolve("stick.json");
    }

    public Path key() {
        return control().resolve("key");
    }

    public Path enrolment() {
        return control().resolve("enrolment.json");
    }

    /** Where the renewals of its sessions stand. */
    public Path ratchet() {
        return control().resolve("ratchet.json");
    }

    /** The owner's word that it was restored from a backup. */
    public Path confirmedRestore() {
        return control().resolve("confirmed-restore.json");
    }

    /** What the owner should know of how the Main System sees it. */
    public Path notices() {
        return control().resolve("notices.json");
    }

    /** When the Main System was last reached, and what it said. */
    public Path contact() {
        return control().resolve("contact.json");
    }

    /** On which port of this computer the content is shown. */
    public Path pages() {
        return control().resolve("pages.json");
    }

    /** Room for the agent's own records once the stick is full. */
    public Path ballast() {
        return control().resolve("ballast");
    }

    public Path lock() {
        return control().resolve("lock");
    }

    public Path log() {
        return control().resolve("agent.log");
    }

    /** Touched to wake a running agent. */
    public Path wake() {
        return control().resolve("wake");
    }

    public Path installed() {
        return control().resolve("installed");
    }

    private Path index() {
        return control().resolve("index");
    }

    public Path index(ComponentName component) {
        return index().resolve(component.value());
    }

    /** Verified trust metadata. */
    public Path trust() {
        return control().resolve("trust");
    }

    /** What time it was at least. */
    public Path latestTime() {
        return control().resolve("latest-time.json");
    }

    /** The newest deployment manifest that was believed. */
    public Path seenManifest() {
        return control().resolve("seen-manifest.json");
    }

    /** Which one that was, for when it is damaged. */
    public Path feedMark() {
        return control().resolve("feed-mark.json");
    }

    /** Releases, as they came. */
    public Path release(UUID releaseId) {
        return releases().resolve(releaseId + ".json");
    }

    private Path releases() {
        return control().resolve("releases");
    }

    /** What came of the last offer of each component. */
    public Path attempts() {
        return control().resolve("attempts");
    }

    /** What the owner asked for, until it is done. */
    public Path requests() {
        return control().resolve("requests");
    }

    /** Requests that cannot be read any more, for the owner to look at. */
    public Path damagedRequests() {
        return requests().resolve("damaged");
    }

    public Path journal() {
        return control().resolve("journal");
    }

    /** What the installations in the journal are about to do. */
    public Path plans() {
        return journal().resolve("plans");
    }

    public Path staging(ComponentName component) {
        return control().resolve("staging").resolve(component.value());
    }

    /** Trees that ran before, one directory each. */
    public Path previous(ComponentName component) {
        return control().resolve("previous").resolve(component.value());
    }

    /** What is asked of the part that may write what a computer boots. */
    public Path systemOrder() {
        return system().resolve("order.json");
    }

    /** The newer roots of the fleet, from which that part finds out for itself whom to believe. */
    public Path systemRoots() {
        return system().resolve("roots");
    }

    /** What the {@code component.json} of a system's release said. */
    public Path systemDescriptor(UUID releaseId) {
        return system().resolve("descriptors").resolve(releaseId + ".json");
    }

    private Path system() {
        return control().resolve("system");
    }

    /** Which agents should run here, in the agent's own words. */
    public Path agentWish() {
        return agents().resolve("wish.json");
    }

    /** Whole agents, one directory each. */
    public Path agent(UUID releaseId) {
        return agents().resolve(releaseId.toString());
    }

    private Path agents() {
        return control().resolve("agents");
    }

    /** Downloads, complete or not. */
    public Path partial() {
        return control().resolve("partial");
    }

    public Path partial(Sha256 digest) {
        return partial().resolve(digest.hex());
    }

    /** Copies of the owner's files that the owner let a release replace. */
    public Path kept(ComponentName component) {
        return control().resolve("kept").resolve(component.value());
    }

    public Path reports() {
        return control().resolve("spool/reports");
    }

    /** Reports, waiting or sent, that cannot be read any more, for the owner to look at. */
    public Path damagedReports() {
        return control().resolve("spool/damaged");
    }

    /** Reports that the Main System has, and what became of them. */
    public Path sentReports() {
        return control().resolve("spool/sent");
    }

    public Path outcomes() {
        return control().resolve("spool/outcomes");
    }

    /** The last outcomes, for the owner. */
    public Path outcomeHistory() {
        return control().resolve("outcome-history.json");
    }
}
