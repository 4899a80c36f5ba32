package org.metalayer.agent.pages;

import java.util.Optional;

/**
 * Which host name stands for what, at one port. Nothing else is answered, so that a foreign name
 * that was made to lead to this computer (DNS rebinding) finds nothing.
 */
record Addresses(int port) {

    private static final String LOCALHOST = "localhost";
    private static final String CONTENT = "page.";

    /** The origin of the start page. */
    String start() {
        return origin(LOCALHOST);
    }

    /** The origin of the agent's page around a component. */
    String frame(Site site) {
        return origin(site.label() + "." + LOCALHOST);
    }

    /** The origin of the content. */
    String content(Site site) {
        return origin(CONTENT + site.label() + "." + LOCALHOST);
    }

    /** What the {@code Host} header of a request asks for; empty when that is nothing of ours. */
    Optional<Place> place(String host) {
        String end = LOCALHOST + ":" + port;
        if (host.equals(end)) {
            return Optional.of(new Place.Start());
        }
        if (!host.endsWith("." + end)) {
            return Optional.empty();
        }
        String label = host.substring(0, host.length() - end.length() - 1);
        return label.startsWith(CONTENT)
                ? Site.ofLabel(label.substring(CONTENT.length())).map(Place.Content::new)
                : Site.ofLabel(label).map(Place.Frame::new);
    }

    private String origin(String host) {
        return "http://" + host + ":" + port;
    }
}
