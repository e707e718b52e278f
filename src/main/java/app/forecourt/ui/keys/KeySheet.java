package app.forecourt.ui.keys;

import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.keys.KeySheetEntry.Part;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Page with all key bindings. The column of the keys is as wide as the widest key cap of all parts. */
public final class KeySheet extends ScrollPane {
    /** Least width of a description as a multiple of the font size, so that no word breaks. */
    private static final double DESCRIPTION = 11;

    private static final Pattern WHERE = Pattern.compile(" \\p{Ll}.*");

    private final GridPane sheet = new GridPane();
    private final List<VBox> parts;
    /** Panes with the key caps of a binding. */
    private final List<FlowPane> keys = new ArrayList<>();
    /** Column of the keys, which all parts share. */
    private final ColumnConstraints keyColumn = new ColumnConstraints();
    /** Label with the current font size. */
    private final Label sample;

    public KeySheet(Messages messages) {
        getStyleClass().add("key-sheet");
        setId("keySheet");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        sheet.getStyleClass().add("key-columns");
        parts = KeySheetEntry.COLUMNS.stream()
                .flatMap(List::stream)
                .map(part -> part(part, messages))
                .toList();
        arrange(KeySheetEntry.COLUMNS.size());
        sample = (Label) Objects.requireNonNull(sheet.lookup(".key-press"));
        setContent(sheet);
        setAccessibleText(messages.get("keys.title"));
    }

    /** Arranges the parts during layout, because the widths of the key caps are known only then. */
    @Override
    protected void layoutChildren() {
        arrange();
        super.layoutChildren();
    }

    /** Arranges the parts in as many columns as fit. */
    private void arrange() {
        double keyWidth =
                keys.stream().mapToDouble(caps -> caps.minWidth(-1)).max().orElse(0);
        keyColumn.setMinWidth(keyWidth);
        keyColumn.setPrefWidth(keyWidth);
        keyColumn.setMaxWidth(keyWidth);
        double gap = sheet.getHgap();
        double column = keyWidth + DESCRIPTION * sample.getFont().getSize() + gap;
        double room =
                getWidth() - sheet.getInsets().getLeft() - sheet.getInsets().getRight() + gap;
        int columns = Math.clamp((int) (room / column), 1, KeySheetEntry.COLUMNS.size());
        if (columns != sheet.getColumnConstraints().size()) {
            arrange(columns);
        }
    }

    private void arrange(int columns) {
        sheet.getChildren().clear();
        sheet.getColumnConstraints().clear();
        for (int index = 0; index < columns; index++) {
            VBox column = new VBox();
            column.getChildren()
                    .setAll(parts.subList(parts.size() * index / columns, parts.size() * (index + 1) / columns));
            column.getStyleClass().add("key-column");
            sheet.add(column, index, 0);
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / columns);
            sheet.getColumnConstraints().add(share);
        }
    }

    private VBox part(Part part, Messages messages) {
        Label title = new Label(messages.get("keys.part." + Messages.key(part)));
        title.getStyleClass().add("card-title");
        ColumnConstraints descriptions = new ColumnConstraints();
        descriptions.setMinWidth(0);
        descriptions.setHgrow(Priority.ALWAYS);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        grid.getColumnConstraints().addAll(keyColumn, descriptions);
        KeySheetEntry.bindingsIn(part).forEach(key -> {
            String text = key.keyText(messages);
            Label action = label(where(text) + key.description(messages), "key-does");
            SafeTextWrap.enable(action);
            FlowPane caps = new FlowPane();
            caps.getStyleClass().add("key-caps");
            for (String press : text.split(", ", -1)) {
                Label cap = label(WHERE.matcher(press).replaceFirst(""), "key-press");
                cap.setLabelFor(action);
                caps.getChildren().add(cap);
            }
            keys.add(caps);
            grid.addRow(grid.getRowCount(), caps, action);
        });
        return new VBox(title, grid);
    }

    /** Returns the plain words among the keys, which say where to press them. They begin with a small letter. */
    private static String where(String keys) {
        return Stream.of(keys.split(", ", -1))
                .map(WHERE::matcher)
                .filter(Matcher::find)
                .map(where -> where.group().strip() + ": ")
                .collect(Collectors.joining());
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }
}
