package app.forecourt.ui.settings;

import app.forecourt.ui.fx.LabelClick;
import app.forecourt.ui.fx.TextWrap;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** A part of the settings: labels on the left, what is set on the right. */
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
     * @param control what the label belongs to
     * @param cell holds the control, or is it
     */
    void add(String label, Node control, Node cell) {
        Label text = new Label(label);
        TextWrap.enable(text);
        LabelClick.leadsTo(text, control);
        text.getStyleClass().add("settings-label");
        addRow(getRowCount(), text, cell);
        // A cell may have notes under its control; the label stays beside the control.
        setValignment(text, VPos.TOP);
        setValignment(cell, VPos.TOP);
    }

    /** Adds what explains the line above. */
    void add(Label hint) {
        add(hint, 1, getRowCount());
    }

    /** A quiet line of text. */
    static Label hint(String text) {
        Label hint = new Label(text);
        TextWrap.enable(hint);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.getStyleClass().add("hint");
        return hint;
    }

}
