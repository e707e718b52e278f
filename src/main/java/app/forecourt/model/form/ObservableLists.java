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
}
