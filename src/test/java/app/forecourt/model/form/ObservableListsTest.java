package app.forecourt.model.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The events of a list's update. */
class ObservableListsTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "20, 20", "21, 1", "500, 1"})
    void fewChangesAreSingleAndManyAreOne(int changed, int events) {
        List<Integer> before = IntStream.range(0, 500).boxed().toList();
        List<Integer> after = new ArrayList<>(before);
        IntStream.range(0, changed).forEach(index -> after.set(499 - index, -index - 1));
        ObservableList<Integer> list = FXCollections.observableArrayList(before);
        int[] count = new int[1];
        list.addListener((ListChangeListener<Integer>) _ -> count[0]++);
        ObservableLists.update(list, after);
        assertEquals(after, list);
        assertEquals(events, count[0]);
    }
}
