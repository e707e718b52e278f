package app.forecourt.ui.window;

import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/**
 * The buttons at the title of the text card: preview and description builder. Tab skips them, because both have an
 * accelerator. In a narrow card the preview is an icon, and in a very narrow one it has no room.
 */
final class DescriptionButtons extends HBox {
    private final Button preview;

    /** @param locked whether the car has left the drafts, so that its description stays */
    DescriptionButtons(Messages messages, ObservableValue<Boolean> locked, Consumer<WindowShortcut> actions) {
        preview = button(
                "preview", messages.get("preview.title"), Feather.EYE, () -> actions.accept(WindowShortcut.PREVIEW));
        preview.setAccessibleText(preview.getText());
        preview.setTooltip(new Tooltip(WindowShortcut.PREVIEW.appendTo(messages.get("menu.preview"), messages)));
        Button build = button(
                "describe",
                WindowShortcut.DESCRIBE.appendTo(messages.get("builder.open"), messages),
                Feather.EDIT_3,
                () -> actions.accept(WindowShortcut.DESCRIBE));
        build.disableProperty().bind(locked);
        getStyleClass().add("card-buttons");
        getChildren().addAll(preview, build);
        parentProperty().subscribe(parent -> {
            if (parent instanceof Region head) {
                head.widthProperty().subscribe(_ -> fit(head));
            }
        });
    }

    /**
     * Shows the preview's button with its text, as an icon, or not at all, so that title and builder keep their room.
     */
    private void fit(Region head) {
        NodeVisibility.set(preview, true);
        preview.setText(preview.getAccessibleText());
        if (isCrowded(head)) {
            preview.setText(null);
            NodeVisibility.set(preview, !isCrowded(head));
        }
    }

    private static boolean isCrowded(Region head) {
        return head.prefWidth(USE_COMPUTED_SIZE) > head.getWidth();
    }

    private static Button button(String id, String text, Feather icon, Runnable action) {
        Button button = new Button(text, Icons.of(icon));
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setFocusTraversable(false);
        // The keys of the builder would be cut off otherwise.
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
