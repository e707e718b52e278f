package app.forecourt.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** One part of the settings: labels on the left, what is set on the right. */
final class SettingsGrid extends GridPane {
    private static final double LABELS = 180;

    SettingsGrid() {
        getStyleClass().add("settings-grid");
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(new ColumnConstraints(LABELS), values);
    }

    /**
     * Adds a line.
     *
     * @param control what the label belongs to
     * @param cell holds the control, or is it
     */
    void add(String label, Node control, Node cell) {
        Label text = new Label(label);
        text.setLabelFor(control);
        addRow(getRowCount(), text, cell);
    }

    /** A quiet line of text. */
    static Label hint(String text) {
        Label hint = new Label(text);
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        return hint;
    }
}
