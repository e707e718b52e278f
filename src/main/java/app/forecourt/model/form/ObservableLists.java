package app.forecourt.model.form;

import java.util.List;
import javafx.collections.ObservableList;

/** What lists hold that others look at. */
public final class ObservableLists {
    private ObservableLists() {}

    /** Has a list hold just that. Who looks at it need not look again when it is the same. */
    public static <T> void set(ObservableList<T> list, List<? extends T> now) {
        if (!now.equals(list)) {
            list.setAll(now);
        }
    }
}
