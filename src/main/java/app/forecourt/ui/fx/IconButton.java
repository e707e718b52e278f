package app.forecourt.ui.fx;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** A button with an icon instead of a text. Its label is shown as tooltip and read by screen readers. */
public final class IconButton extends Button {

    /**
     * Creates a button.
     *
     * @param label action in one or two words
     */
    public IconButton(Feather icon, String label, Runnable action) {
        super(null, Icons.of(icon));
        setAccessibleText(label);
        setTooltip(new Tooltip(label));
        setOnAction(_ -> action.run());
    }
}
