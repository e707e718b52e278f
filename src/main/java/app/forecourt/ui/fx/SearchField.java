package app.forecourt.ui.fx;

import javafx.beans.binding.Bindings;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A search field of ControlsFX with a magnifying glass and, while there is text, a cross that clears the text by the
 * mouse. By keys, each pane clears its search with Esc.
 */
public class SearchField extends CustomTextField {
    public SearchField() {
        getStyleClass().add("search-field");
        setLeft(Icons.of(Feather.SEARCH));
        StackPane cross = new StackPane(Icons.of(Feather.X));
        cross.getStyleClass().add("clear-search");
        cross.setCursor(Cursor.HAND);
        cross.setOnMouseClicked(_ -> {
            clear();
            requestFocus();
        });
        rightProperty().bind(Bindings.when(textProperty().isEmpty()).then((Node) null).otherwise(cross));
    }

    /** Returns no style sheet, because that of ControlsFX would hide the border of AtlantaFX. */
    @Override
    public @Nullable String getUserAgentStylesheet() {
        return null;
    }
}
