package app.forecourt.ui.fx;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Shows values that are chosen, and never typed, in words. */
public final class LabelConverter<T> extends StringConverter<T> {
    private final Function<T, String> word;

    /** @param word what the user sees for a value */
    public LabelConverter(Function<T, String> word) {
        this.word = word;
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : word.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("chosen, never typed");
    }
}
