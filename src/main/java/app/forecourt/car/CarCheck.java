package app.forecourt.car;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns what was typed into a {@link Car}, or says what is wrong with it. Pure but for the clock and the words it is
 * given; may be used from any thread.
 */
public final class CarCheck {
    private final FieldReader reader;

    /**
     * @param clock tells today, for dates that must not lie in the future
     * @param vocabulary the spelling of the words that AutoChat is known to use
     */
    public CarCheck(Clock clock, Vocabulary vocabulary) {
        this.reader = new FieldReader(clock, vocabulary);
    }

    /**
     * Checks every field, never stopping at the first problem and never throwing, whatever was typed. Problems come in
     * form order.
     *
     * @param knownOptions the API names the chosen profile knows; empty when its list was never loaded
     */
    public Checked check(CarDraft draft, Optional<Set<String>> knownOptions) {
        var values = new EnumMap<CarField, Object>(CarField.class);
        var problems = new ArrayList<Problem>();
        for (CarField field : CarField.values()) {
            switch (reader.read(field, draft)) {
                case Reading.Value right -> values.put(field, right.value());
                case Reading.Wrong wrong -> problems.addAll(wrong.problems());
                case Reading.Nothing nothing -> leftEmpty(field, values, problems);
            }
        }
        values.put(CarField.OPTIONS, draft.options());
        problems.addAll(Equipment.problems(draft.options(), knownOptions));
        if (nothingNames(draft)) {
            problems.add(Problem.of(CarField.LICENSE_PLATE, Rule.NO_IDENTITY));
        }
        problems.sort(Comparator.comparing(Problem::field));
        return problems.stream().anyMatch(problem -> problem.rule().blocks()) ? new Checked.Faulty(problems)
                : new Checked.Ready(new Car(values), problems);
    }

    /**
     * What one field's text is understood as, for showing it back: empty when it is blank or wrong, and for
     * {@link CarField#OPTIONS}. The rest of the car is not known here, so beside a number only euro and kilometres are
     * taken for its unit.
     *
     * @return a value of the Java type that the field's {@link Kind} names
     */
    public Optional<Object> understood(CarField field, String text) {
        return reader.read(field, CarDraft.EMPTY.with(field, text)) instanceof Reading.Value right
                ? Optional.of(right.value())
                : Optional.empty();
    }

    /** AutoChat's widget finds a car by one of these three. */
    private static boolean nothingNames(CarDraft draft) {
        return Stream.of(CarField.LICENSE_PLATE, CarField.VIN, CarField.INTERNAL_ID)
                .allMatch(field -> Texts.trimmed(draft.text(field)).isEmpty());
    }

    /** Lists and yes-or-no are always sent, anything else only if there is something to send. */
    private static void leftEmpty(CarField field, Map<CarField, Object> values, List<Problem> problems) {
        if (field.limits().required()) {
            problems.add(Problem.of(field, Rule.REQUIRED));
        }
        switch (field.kind()) {
            case TAGS, LINKS, OPTIONS -> values.put(field, List.of());
            case FLAG -> values.put(field, false);
            default -> {
            }
        }
    }
}
