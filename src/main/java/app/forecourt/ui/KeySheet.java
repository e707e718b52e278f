package app.forecourt.ui;

import app.forecourt.ui.Key.Part;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All that the keyboard does, on one page. */
final class KeySheet extends ScrollPane {
    private static final List<Part> LEFT = List.of(Part.CARS, Part.FORM);

    KeySheet(Words words) {
        getStyleClass().add("key-sheet");
        setId("keySheet");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        VBox left = new VBox();
        VBox right = new VBox();
        for (Part part : Part.values()) {
            (LEFT.contains(part) ? left : right).getChildren().add(part(part, words));
        }
        HBox both = new HBox(left, right);
        both.getStyleClass().add("key-columns");
        for (VBox column : List.of(left, right)) {
            column.getStyleClass().add("key-column");
            // Both as wide, whatever is in them.
            column.setPrefWidth(0);
            HBox.setHgrow(column, Priority.ALWAYS);
        }
        setContent(both);
        setAccessibleText(words.get("keys.title"));
    }

    private static VBox part(Part part, Words words) {
        Label title = new Label(words.get("keys.part." + Words.key(part)));
        title.getStyleClass().add("card-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        ColumnConstraints narrow = new ColumnConstraints();
        narrow.setPercentWidth(34);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setPercentWidth(66);
        grid.getColumnConstraints().addAll(narrow, rest);
        Key.of(part).forEach(key -> {
            Label press = label(key.press(words), "key-press");
            Label does = label(key.does(words), "key-does");
            press.setLabelFor(does);
            grid.addRow(grid.getRowCount(), press, does);
        });
        return new VBox(title, grid);
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        Wrap.on(label);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }
}
