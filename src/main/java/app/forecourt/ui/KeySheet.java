package app.forecourt.ui;

import app.forecourt.ui.Key.Part;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** All that the keyboard does, on one page. */
final class KeySheet extends ScrollPane {
    /** How much of a column tells which keys they are, in percent. */
    private static final double PRESS = 36;

    KeySheet(Words words) {
        getStyleClass().add("key-sheet");
        setId("keySheet");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        GridPane all = new GridPane();
        all.getStyleClass().add("key-columns");
        for (List<Part> parts : Key.COLUMNS) {
            VBox column = new VBox();
            parts.forEach(part -> column.getChildren().add(part(part, words)));
            column.getStyleClass().add("key-column");
            all.addColumn(all.getColumnCount(), column);
            all.getColumnConstraints().add(share(100.0 / Key.COLUMNS.size()));
        }
        setContent(all);
        setAccessibleText(words.get("keys.title"));
    }

    private static VBox part(Part part, Words words) {
        Label title = new Label(words.get("keys.part." + Words.key(part)));
        title.getStyleClass().add("card-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        grid.getColumnConstraints().addAll(share(PRESS), share(100 - PRESS));
        Key.of(part).forEach(key -> {
            Label press = label(key.press(words), "key-press");
            Label does = label(key.does(words), "key-does");
            press.setLabelFor(does);
            grid.addRow(grid.getRowCount(), press, does);
        });
        return new VBox(title, grid);
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints share = new ColumnConstraints();
        share.setPercentWidth(percent);
        return share;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        Wrap.on(label);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }
}
