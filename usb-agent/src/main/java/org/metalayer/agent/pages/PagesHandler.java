package org.metalayer.agent.pages;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.http.Answer;
import org.metalayer.agent.http.Handler;
import org.metalayer.agent.http.Request;
import org.metalayer.protocol.ModuleName;

/** Tells from a request's host what is asked for, and by whom. */
final class PagesHandler implements Handler {

    private static final String ROOT = "/";

    private final Shelf shelf;
    private final ModuleName stick;
    private final Addresses addresses;

    PagesHandler(Shelf shelf, ModuleName stick, Addresses addresses) {
        this.shelf = shelf;
        this.stick = stick;
        this.addresses = addresses;
    }

    @Override
    public Answer answer(Request request) throws IOException {
        if (!request.reads()) {
            return refuse(405, "Nothing can be sent to this address, only read.")
                    .with(Map.of("Allow", "GET, HEAD"));
        }
        Optional<Place> place = request.header("host").flatMap(addresses::place);
        if (place.isEmpty()) {
            return refuse(
                    421,
                    "Nothing is shown under this name. `stick status` says the address to open.");
        }
        return switch (place.get()) {
            case Place.Content(Site site) ->
                    new ContentDesk(shelf.holding(site), addresses.frame(site)).answer(request);
            case Place.Start() -> ownPage(request, Optional.empty());
            case Place.Frame(Site site) -> ownPage(request, Optional.of(site));
        };
    }

    @Override
    public Answer refuse(int status, String words) {
        // Whatever made a request too long, cookies are all that a page could have put there.
        Map<String, String> remedy =
                status == 431 ? Map.of("Clear-Site-Data", "\"cookies\"") : Map.of();
        return Answers.refusal(status, Policy.ownPage(), words).with(remedy);
    }

    private Answer ownPage(Request request, Optional<Site> site) throws IOException {
        if (!Visit.of(request).mayHaveOwnPage()) {
            return refuse(403, "This page stands for itself and is not given to others.");
        }
        String path = ContentPath.withoutQuery(request.target());
        if (!path.equals(ROOT)) {
            return Look.of(path).orElseGet(() -> refuse(404, "There is no such page."));
        }
        return site.isPresent() ? frame(site.get()) : start();
    }

    private Answer start() throws IOException {
        return Answers.page(Policy.ownPage(), StartPage.html(stick, Listed.all(shelf), addresses));
    }

    private Answer frame(Site site) throws IOException {
        Optional<Installed> installed = shelf.installed().of(site.component());
        boolean release = site.edition() == Edition.RELEASE;
        if (release ? installed.isEmpty() : !shelf.content().names().contains(site.component())) {
            return refuse(404, "This stick has no such component. The start page lists all.");
        }
        OptionalLong version =
                release ? OptionalLong.of(installed.get().version()) : OptionalLong.empty();
        String content = addresses.content(site);
        return Answers.page(
                Policy.frame(content),
                FramePage.html(Listed.title(shelf, site), version, content, addresses.start()));
    }
}
