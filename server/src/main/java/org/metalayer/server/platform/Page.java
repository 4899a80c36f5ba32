package org.metalayer.server.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as every list of the REST interface is answered.
 *
 * @param next cursor of the following page; null on the last one
 * @param total how many items match, on all pages; {@link #MOST_COUNTED} stands for that many or
 *     more
 */
public record Page<T>(List<T> items, @Nullable String next, long total) {

    /** Where counting stops, so that a page takes the same time however long the list is. */
    public static final int MOST_COUNTED = 2_000;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of {@code found}, which was asked for one row more than the limit so as to
     * know whether there is another page.
     */
    public static <T> Page<T> of(
            List<T> found, PageRequest request, Function<T, Cursor> cursor, long total) {
        if (found.size() <= request.limit()) {
            return new Page<>(found, null, total);
        }
        List<T> items = found.subList(0, request.limit());
        return new Page<>(items, cursor.apply(items.getLast()).toString(), total);
    }

    /** The same page of other things, for example views of entities. */
    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), next, total);
    }
}
