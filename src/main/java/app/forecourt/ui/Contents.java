package app.forecourt.ui;

import java.util.List;
import javafx.collections.ObservableList;

/** What lists hold that others look at. */
final class Contents {
    private Contents() {}

    /** Has a list hold just that. Who looks at it need not look again when it is the same. */
    static <T> void set(ObservableList<T> list, List<? extends T> now) {
        if (!now.equals(list)) {
            list.setAll(now);
        }
    }
}
