package app.forecourt.ui.options;

import app.forecourt.option.CarOption;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.words.Messages;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A chip of a chosen option. As a button it removes the option. By the mouse only its cross does; a click on the name
 * shows the option in the list.
 */
final class OptionChip extends Button {
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");

    private final StackPane cross = new StackPane(Icons.of(Feather.X));
    private @Nullable CarOption option;

    /**
     * Creates a chip without an option.
     *
     * @param remove removes the option of the chip
     * @param reveal shows the option in the list
     */
    OptionChip(Consumer<OptionChip> remove, Consumer<OptionChip> reveal) {
        getStyleClass().add("option-chip");
        cross.getStyleClass().add("chip-cross");
        setContentDisplay(ContentDisplay.RIGHT);
        // An option name may contain an underscore.
        setMnemonicParsing(false);
        SafeTextWrap.enable(this);
        setOnAction(_ -> remove.accept(this));
        // A button would move the focus here, and be armed by a press on the name too.
        addEventFilter(MouseEvent.MOUSE_PRESSED, Event::consume);
        // After the first click of a double one, the chip shows the next option.
        ConfirmationFilter.markToggling(this);
        setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                boolean isOnCross =
                        getGraphic() != null && cross.getBoundsInParent().getMinX() <= click.getX();
                (isOnCross ? remove : reveal).accept(this);
            }
        });
    }

    /** Shows an option. The same chip shows other options later, so that the focus stays on the next one. */
    void show(CarOption newOption, Messages messages, boolean isLocked) {
        option = newOption;
        setText(messages.name(newOption));
        String fullName = messages.optionTranslator().get().fullName(newOption);
        setAccessibleText(isLocked ? fullName : messages.get("options.chip.remove", fullName));
        // Not hidden only, because a chip does not lay out a cross that appears again.
        setGraphic(isLocked ? null : cross);
        pseudoClassStateChanged(LOCKED, isLocked);
    }

    CarOption option() {
        return Objects.requireNonNull(option);
    }
}
