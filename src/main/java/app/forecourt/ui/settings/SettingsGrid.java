package app.forecourt.ui.settings;

import app.forecourt.ui.fx.LabelClick;
import app.forecourt.ui.fx.TextWrap;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Grid of settings: labels on the left, controls on the right. */
final class SettingsGrid extends GridPane {

    SettingsGrid() {
        getStyleClass().add("settings-grid");
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(new ColumnConstraints(), values);
    }

    /**
     * Adds a line.
     *
     * @param control control to which the label belongs
     * @param cell node that holds the control, or the control itself
     */
    void add(String label, Node control, Node cell) {
        Label text = new Label(label);
        TextWrap.enable(text);
        LabelClick.install(text, control);
        text.getStyleClass().add("settings-label");
        addRow(getRowCount(), text, cell);
        // The label stays beside the control, because a cell may have notes below its control.
        setValignment(text, VPos.TOP);
        setValignment(cell, VPos.TOP);
    }

    /** Adds a hint that explains the line above. */
    void add(Label hint) {
        add(hint, 1, getRowCount());
    }

    /** Returns a label with muted text. */
    static Label hint(String text) {
        Label hint = new Label(text);
        TextWrap.enable(hint);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.getStyleClass().add("hint");
        return hint;
    }

}
