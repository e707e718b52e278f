package app.forecourt.ui.keys;

import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.keys.KeySheetEntry.Part;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Page with all key bindings. */
public final class KeySheet extends ScrollPane {
    /** Width of the keys as a percentage of the column. */
    private static final double PRESS = 40;
    /** Least width of a column as a multiple of the font size, so that no word breaks. */
    private static final double COLUMN = 22;

    private static final Pattern WHERE = Pattern.compile(" \\p{Ll}.*");

    private final GridPane sheet = new GridPane();
    private final List<VBox> parts;
    /** Label with the current font size. */
    private final Label sample;

    public KeySheet(Messages messages) {
        getStyleClass().add("key-sheet");
        setId("keySheet");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        sheet.getStyleClass().add("key-columns");
        parts = KeySheetEntry.COLUMNS.stream().flatMap(List::stream).map(part -> part(part, messages))
                .toList();
        arrange(KeySheetEntry.COLUMNS.size());
        sample = (Label) Objects.requireNonNull(sheet.lookup(".key-press"));
        sample.fontProperty().subscribe(_ -> arrange());
        widthProperty().subscribe(_ -> arrange());
        setContent(sheet);
        setAccessibleText(messages.get("keys.title"));
    }

    /** Arranges the parts in as many columns as fit. */
    private void arrange() {
        int room = (int) (getWidth() / (COLUMN * sample.getFont().getSize()));
        int columns = Math.clamp(room, 1, KeySheetEntry.COLUMNS.size());
        if (getWidth() > 0 && columns != sheet.getColumnConstraints().size()) {
            arrange(columns);
        }
    }

    private void arrange(int columns) {
        sheet.getChildren().clear();
        sheet.getColumnConstraints().clear();
        for (int index = 0; index < columns; index++) {
            VBox column = new VBox();
            column.getChildren().setAll(parts.subList(parts.size() * index / columns,
                    parts.size() * (index + 1) / columns));
            column.getStyleClass().add("key-column");
            sheet.add(column, index, 0);
            sheet.getColumnConstraints().add(share(100.0 / columns));
        }
    }

    private static VBox part(Part part, Messages messages) {
        Label title = new Label(messages.get("keys.part." + Messages.key(part)));
        title.getStyleClass().add("card-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        grid.getColumnConstraints().addAll(share(PRESS), share(100 - PRESS));
        KeySheetEntry.bindingsIn(part).forEach(key -> {
            Label action = label(key.description(messages), "key-does");
            FlowPane keys = new FlowPane();
            keys.getStyleClass().add("key-caps");
            keys.setMinWidth(0);
            keys.getChildren().addAll(caps(key.keyText(messages)));
            keys.getChildren().forEach(cap -> ((Label) cap).setLabelFor(action));
            grid.addRow(grid.getRowCount(), keys, action);
        });
        return new VBox(title, grid);
    }

    /** Returns a key cap for each press, and the plain words that say where. These begin with a small letter. */
    private static List<Label> caps(String keys) {
        var caps = new ArrayList<Label>();
        for (String press : keys.split(", ", -1)) {
            Matcher where = WHERE.matcher(press);
            int end = where.find() ? where.start() : press.length();
            caps.add(label(press.substring(0, end), "key-press"));
            if (end < press.length()) {
                caps.add(label(press.substring(end).strip(), "key-does"));
            }
        }
        return caps;
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
