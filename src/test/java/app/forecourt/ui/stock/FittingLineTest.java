package app.forecourt.ui.stock;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Line that leaves out what it has no room for. */
class FittingLineTest {
    private static final double WIDE = 50;
    private static final double GAP = 5;

    private static Region box(String id) {
        Region box = new Region();
        box.setId(id);
        box.setPrefSize(WIDE, 10);
        return box;
    }

    /** Four boxes need 215 pixels. The word gives way first, then the badge; the plate is only cut off. */
    @ParameterizedTest
    @CsvSource({
        "300, dot word badge plate, 50",
        "215, dot word badge plate, 50",
        "214, dot word badge plate, 49",
        "213, dot badge plate, 50",
        "160, dot badge plate, 50",
        "150, dot plate, 50",
        "90, dot plate, 35"
    })
    void lessImportantNodesGiveWay(double width, String shown, double plate) {
        Region word = box("word");
        Region badge = box("badge");
        Region last = box("plate");
        FittingLine line = new FittingLine(List.of(box("dot"), word, badge, last), List.of(word, badge));
        line.setSpacing(GAP);
        line.resize(width, 10);
        line.layout();
        assertEquals(
                shown,
                line.getChildren().stream()
                        .filter(Node::isVisible)
                        .map(Node::getId)
                        .collect(joining(" ")));
        assertEquals(plate, last.getWidth());
    }

    @ParameterizedTest
    @CsvSource({"100, true", "60, false"})
    void unmanagedNodesNeedNoRoom(double width, boolean isShown) {
        Region word = box("word");
        Region none = box("none");
        none.setManaged(false);
        FittingLine line = new FittingLine(Stream.of(none, word, box("plate")).toList(), List.of(word));
        line.resize(width, 10);
        line.layout();
        assertEquals(isShown, word.isVisible());
    }
}
