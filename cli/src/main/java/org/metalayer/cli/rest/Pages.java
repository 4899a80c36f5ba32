package org.metalayer.cli.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.metalayer.protocol.json.JsonObject;

/** Walks through every page of a list. */
public final class Pages {

    private Pages() {}

    /**
     * Hands every item over.
     *
     * @param list makes the list's query anew for each page
     * @return how many there were
     */
    public static int forEach(
            MainSystem mainSystem, Supplier<Query> list, Consumer<JsonObject> each) {
        Optional<String> after = Optional.empty();
        int count = 0;
        do {
            JsonObject page =
                    mainSystem
                            .get(
                                    list.get()
                                            .with("limit", PageOptions.LARGEST)
                                            .with("after", after.orElse(null)))
                            .json();
            List<JsonObject> items = page.objects("items", item -> item);
            items.forEach(each);
            count += items.size();
            after = page.optionalString("next");
        } while (after.isPresent());
        return count;
    }
}
