package app.forecourt.ui.fx;

import java.util.function.Function;
import javafx.util.StringConverter;

/** A converter from values to their labels, for controls in which values are chosen and never typed. */
public final class LabelConverter<T> extends StringConverter<T> {
    private final Function<T, String> word;

    /**
     * Creates a converter.
     *
     * @param word label of a value
     */
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
