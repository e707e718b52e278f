package app.forecourt.model.form;

import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;

/** Updates of observable lists. */
public final class ObservableLists {
    /** The most elements that are replaced one by one. */
    private static final int MOST_SINGLY = 20;

    private ObservableLists() {}

    /** Replaces the list's elements. Fires no event if they are equal. */
    public static <T> void set(ObservableList<T> list, List<? extends T> elements) {
        if (!elements.equals(list)) {
            list.setAll(elements);
        }
    }

    /**
     * Replaces only the elements that differ, so that a view of the list neither jumps nor loses its selection.
     * Replaces all elements if many differ, because each replaced one is an event of its own.
     */
    public static <T> void update(ObservableList<T> list, List<? extends T> elements) {
        if (elements.size() != list.size()) {
            list.setAll(elements);
            return;
        }
        int[] different = IntStream.range(0, elements.size())
                .filter(index -> !elements.get(index).equals(list.get(index)))
                .limit(MOST_SINGLY + 1L)
                .toArray();
        if (different.length > MOST_SINGLY) {
            list.setAll(elements);
            return;
        }
        for (int index : different) {
            list.set(index, elements.get(index));
        }
    }
}
