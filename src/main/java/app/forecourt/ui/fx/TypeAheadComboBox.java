package app.forecourt.ui.fx;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;

/**
 * Combo box in which a value is chosen by its label. A letter chooses the next value with a label that begins so.
 * JavaFX's own combo box ignores letters.
 */
public final class TypeAheadComboBox<T> extends ComboBox<T> {
    private final Function<T, String> label;

    /**
     * Creates a combo box without values.
     *
     * @param label function from a value to its label
     */
    public TypeAheadComboBox(Function<T, String> label) {
        this.label = label;
        setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : label.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        addEventFilter(KeyEvent.KEY_TYPED, this::onTyped);
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            // JavaFX opens the list with F4 and Alt+Down only.
            if (key.getCode() == KeyCode.SPACE && !isShowing()) {
                show();
                key.consume();
            }
        });
    }

    private void onTyped(KeyEvent key) {
        String letter = key.getCharacter().toLowerCase(Locale.ROOT);
        if (letter.isBlank() || Character.isISOControl(letter.charAt(0)) || key.isShortcutDown()) {
            return;
        }
        key.consume();
        List<T> values = getItems();
        int from = values.indexOf(getValue()) + 1;
        IntStream.range(0, values.size())
                .mapToObj(step -> values.get((from + step) % values.size()))
                .filter(value -> label.apply(value).toLowerCase(Locale.ROOT).startsWith(letter))
                .findFirst()
                .ifPresent(this::setValue);
    }
}
