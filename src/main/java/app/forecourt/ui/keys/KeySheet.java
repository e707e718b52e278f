package app.forecourt.ui.keys;

import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.keys.KeyBinding.Part;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** All that the keyboard does, on one page. */
public final class KeySheet extends ScrollPane {
    /** How much of a column tells which keys they are, in percent. */
    private static final double PRESS = 40;
    /** How wide a column is at least, as a multiple of the text's size: no word is broken in it. */
    private static final double COLUMN = 20;

    private final GridPane all = new GridPane();
    private final List<VBox> parts;
    /** Has the size of the text. */
    private final Label sample;

    public KeySheet(Messages words) {
        getStyleClass().add("key-sheet");
        setId("keySheet");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        all.getStyleClass().add("key-columns");
        parts = KeyBinding.COLUMNS.stream().flatMap(List::stream).map(part -> part(part, words)).toList();
        arrange(KeyBinding.COLUMNS.size());
        sample = (Label) Objects.requireNonNull(all.lookup(".key-press"));
        sample.fontProperty().subscribe(any -> arrange());
        widthProperty().subscribe(any -> arrange());
        setContent(all);
        setAccessibleText(words.get("keys.title"));
    }

    /** As many columns as there is room for. */
    private void arrange() {
        int room = (int) (getWidth() / (COLUMN * sample.getFont().getSize()));
        int columns = Math.clamp(room, 1, KeyBinding.COLUMNS.size());
        if (getWidth() > 0 && columns != all.getColumnConstraints().size()) {
            arrange(columns);
        }
    }

    private void arrange(int columns) {
        all.getChildren().clear();
        all.getColumnConstraints().clear();
        for (int at = 0; at < columns; at++) {
            VBox column = new VBox();
            column.getChildren().setAll(parts.subList(parts.size() * at / columns,
                    parts.size() * (at + 1) / columns));
            column.getStyleClass().add("key-column");
            all.add(column, at, 0);
            all.getColumnConstraints().add(share(100.0 / columns));
        }
    }

    private static VBox part(Part part, Messages words) {
        Label title = new Label(words.get("keys.part." + Messages.key(part)));
        title.getStyleClass().add("card-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        grid.getColumnConstraints().addAll(share(PRESS), share(100 - PRESS));
        KeyBinding.of(part).forEach(key -> {
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
        TextWrap.enable(label);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }
}
