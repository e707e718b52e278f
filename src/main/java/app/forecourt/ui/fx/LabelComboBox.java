package app.forecourt.ui.fx;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.util.StringConverter;

/**
 * Combo box in which a value is chosen by its label. Letters choose the next value with a label that begins so, as in
 * the lists of each desktop. JavaFX's own combo box ignores letters.
 */
public final class LabelComboBox<T> extends ComboBox<T> {
    /** A letter after a longer pause begins a new word. */
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Height in pixels of a row of the list at the usual text size. */
    private static final double ROW = 28;

    private final Function<T, String> label;
    private String typed = "";
    private long lastKey;

    /**
     * Creates a combo box without values.
     *
     * @param label function from a value to its label
     */
    public LabelComboBox(Function<T, String> label) {
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
            if (key.getCode() == KeyCode.SPACE && isNewWord() && !isShowing()) {
                show();
                key.consume();
            }
        });
        focusedProperty().subscribe(_ -> typed = "");
    }

    private boolean isNewWord() {
        return typed.isEmpty() || System.nanoTime() - lastKey > PAUSE.toNanos();
    }

    /** Gives the list only as many rows as there is room for below, so that it never covers what is above. */
    public void openBelow() {
        int most = getVisibleRowCount();
        setOnShowing(_ -> {
            double room = Screens.visualBounds(getScene().getWindow()).getMaxY() - bottomOnScreen();
            setVisibleRowCount(rowsIn(room, ROW * Theme.scale(getScene()), most));
        });
        setOnShown(_ -> {
            Window popup = ((ComboBoxListViewSkin<?>) getSkin()).getPopupContent().getScene().getWindow();
            // JavaFX places the list above if its first estimate of the height is too large.
            if (popup.getY() < bottomOnScreen()) {
                popup.setY(bottomOnScreen());
            }
        });
    }

    private double bottomOnScreen() {
        return localToScreen(0, getHeight()).getY();
    }

    /** Returns the number of rows of a list with one row of room around them. */
    static int rowsIn(double room, double row, int most) {
        return Math.clamp((long) (room / row) - 1, 1, most);
    }

    private void onTyped(KeyEvent key) {
        String letter = key.getCharacter().toLowerCase(Locale.ROOT);
        boolean isFirst = isNewWord();
        // A blank within a word belongs to it; alone it opens the list.
        if (letter.isEmpty() || Character.isISOControl(letter.charAt(0)) || key.isShortcutDown()
                || (isFirst && letter.isBlank())) {
            return;
        }
        key.consume();
        lastKey = System.nanoTime();
        String word = isFirst ? letter : typed + letter;
        // A word stays at its value while it is typed; a letter alone moves on from the chosen value.
        Optional<T> found = next(word, word.length() == 1 ? 1 : 0).or(() -> next(letter, 1));
        typed = found.isPresent() && matches(found.get(), word) ? word : letter;
        found.ifPresent(this::setValue);
    }

    /** Returns the next value with a label that begins so, from some places after the chosen one on, in a circle. */
    private Optional<T> next(String beginning, int after) {
        List<T> values = getItems();
        int from = values.indexOf(getValue()) + after;
        return IntStream.range(0, values.size())
                .mapToObj(step -> values.get(Math.floorMod(from + step, values.size())))
                .filter(value -> matches(value, beginning)).findFirst();
    }

    private boolean matches(T value, String beginning) {
        return label.apply(value).toLowerCase(Locale.ROOT).startsWith(beginning);
    }
}
