package app.forecourt.ui.fx;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** A button that shows an icon and no word: its tooltip has the word, and it is spoken. */
public final class IconButton extends Button {

    /** @param does what it does, in a word or two */
    public IconButton(Feather icon, String does, Runnable action) {
        super(null, Icons.of(icon));
        setAccessibleText(does);
        setTooltip(new Tooltip(does));
        setOnAction(event -> action.run());
    }
}
