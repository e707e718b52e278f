package app.forecourt.ui.form;

import app.forecourt.ui.input.KnownValues;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The years that two digits stand for: {@code 19} becomes 2019. A year later than the next one is in the last century.
 * There is no list to open.
 */
final class ShortYears implements KnownValues {
    private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");
    private static final int YEARS_OF_CENTURY = 100;

    private final Supplier<LocalDate> today;

    ShortYears(Supplier<LocalDate> today) {
        this.today = today;
    }

    @Override
    public List<String> matching(String typed, boolean asked) {
        return List.of();
    }

    @Override
    public boolean isKnown(String typed) {
        return false;
    }

    @Override
    public Optional<String> completion(String typed, List<String> shown) {
        String digits = typed.strip();
        if (!TWO_DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        int last = today.get().getYear() + 1;
        int year = last - last % YEARS_OF_CENTURY + Integer.parseInt(digits);
        return Optional.of(Integer.toString(year > last ? year - YEARS_OF_CENTURY : year));
    }
}
