package app.forecourt.ui.input;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A value in the list below a field, with the typed part in bold. */
final class SuggestionCell extends ListCell<String> {
    private final Supplier<String> typed;

    /** @param typed returns the text of the field */
    SuggestionCell(Supplier<String> typed) {
        this.typed = typed;
    }

    @Override
    protected void updateItem(String value, boolean empty) {
        super.updateItem(value, empty);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setText(null);
        if (empty || value == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setAccessibleText(value);
        String part = typed.get().strip();
        int start = part.isEmpty() ? -1 : value.toLowerCase(Locale.ROOT).indexOf(part.toLowerCase(Locale.ROOT));
        TextFlow flow = start < 0 || start + part.length() > value.length()
                ? new TextFlow(text(value, false))
                : new TextFlow(
                        text(value.substring(0, start), false),
                        text(value.substring(start, start + part.length()), true),
                        text(value.substring(start + part.length()), false));
        flow.setMinWidth(USE_PREF_SIZE);
        flow.setMaxHeight(USE_PREF_SIZE);
        setGraphic(flow);
    }

    private static Text text(String part, boolean bold) {
        Text text = new Text(part);
        text.getStyleClass().addAll("word", bold ? "typed" : "rest");
        return text;
    }
}
