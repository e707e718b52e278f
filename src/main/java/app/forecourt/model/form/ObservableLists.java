package app.forecourt.model.form;

import java.util.List;
import javafx.collections.ObservableList;

/** Updates of observable lists. */
public final class ObservableLists {
    private ObservableLists() {}

    /** Replaces the list's elements. Fires no event if they are equal. */
    public static <T> void set(ObservableList<T> list, List<? extends T> elements) {
        if (!elements.equals(list)) {
            list.setAll(elements);
        }
    }

    /** Replaces only the elements that differ, so that a view of the list neither jumps nor loses its selection. */
    public static <T> void update(ObservableList<T> list, List<? extends T> elements) {
        if (elements.size() != list.size()) {
            list.setAll(elements);
            return;
        }
        for (int index = 0; index < elements.size(); index++) {
            if (!elements.get(index).equals(list.get(index))) {
                list.set(index, elements.get(index));
            }
        }
    }
}
