package app.forecourt.car;

import app.forecourt.text.TextSanitizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much of an advert is there, and what would raise it most. The targets are those mobile.de gives its dealers: 23
 * attributes, 10 photos good and 25 best, 500 characters of text good and 1,000 best; AutoChat gives none.
 *
 * @param percent from 0 to 100
 * @param next what would raise it most, and the percent points it would add; empty when nothing would
 */
public record Completeness(int percent, Optional<Step> next) {

    private static final int WHOLE = 100;
    private static final double HAIR = 1e-9;
    /** What stands beside which number, and is there before it. */
    private static final Map<CarField, CarField> UNITS = Map.of(CarField.CURRENCY, CarField.SALES_PRICE,
            CarField.MILEAGE_UNIT, CarField.MILEAGE);

    /** What an advert is made of, in the order in which it is asked for when two would add the same. */
    public enum Part {
        /** Filled fields. */
        ATTRIBUTES(60, 23, 23),
        /** Photos. */
        PHOTOS(25, 10, 25),
        /** Characters of the description. */
        TEXT(15, 500, 1_000);

        /** What the good number is worth of the whole part: more is better, but not much. */
        private static final double GOOD = 0.8;

        private final int worth;
        private final int good;
        private final int best;

        Part(int worth, int good, int best) {
            this.worth = worth;
            this.good = good;
            this.best = best;
        }

        /** So many are good. */
        public int good() {
            return good;
        }

        /** So many are best; more add nothing. */
        public int best() {
            return best;
        }

        private double points(int count) {
            return count <= good && good < best ? worth * GOOD * count / good
                    : worth * (good < best
                            ? GOOD + (1 - GOOD) * (Math.min(count, best) - good) / (best - good)
                            : Math.min(1.0, (double) count / best));
        }

        private IntStream targets() {
            return IntStream.of(good, best);
        }
    }

    /**
     * One way to raise it.
     *
     * @param target how many there should be: the good number or, when that would hardly be seen, the best
     * @param missing how many more that is
     * @param gain percent points, rounded, at least 1
     */
    public record Step(Part part, int target, int missing, int gain) {}

    /** Of a draft as it stands, right or wrong. */
    public static Completeness of(CarDraft draft) {
        double points = Arrays.stream(Part.values()).mapToDouble(part -> part.points(count(part, draft)))
                .sum();
        Optional<Step> next = Arrays.stream(Part.values())
                .flatMap(part -> step(part, count(part, draft)).stream())
                .max(Comparator.comparing(Step::gain)
                        .thenComparing(Step::part, Comparator.reverseOrder()));
        return new Completeness(percent(points), next);
    }

    private static Optional<Step> step(Part part, int count) {
        return part.targets()
                .mapToObj(target -> new Step(part, target, target - count,
                        (int) Math.round(part.points(target) - part.points(count))))
                .filter(step -> step.gain > 0).findFirst();
    }

    /** Rounded, but only what is whole is a hundred. A hair is added, for sums of fractions may miss it. */
    private static int percent(double points) {
        return points + HAIR >= WHOLE ? WHOLE : Math.min(WHOLE - 1, (int) Math.round(points));
    }

    private static int count(Part part, CarDraft draft) {
        return switch (part) {
            case PHOTOS -> (int) draft.text(CarField.IMAGES).lines().filter(line -> !line.isBlank()).count();
            case TEXT -> TextSanitizer.length(TextSanitizer.trimmed(draft.text(CarField.DESCRIPTION)));
            case ATTRIBUTES -> (int) attributes().filter(field -> tells(field, draft)).count()
                    + Math.min(1, draft.options().size());
        };
    }

    /** Whether there is anything in it that a buyer learns of this car: a unit says nothing without its number. */
    private static boolean tells(CarField field, CarDraft draft) {
        return !draft.text(field).isBlank() && Optional.ofNullable(UNITS.get(field))
                .filter(number -> draft.text(number).isBlank()).isEmpty();
    }

    /**
     * What can be filled. A box that is not ticked says something too, so it is none of them; nor is whose the car is,
     * which is no part of an advert.
     */
    private static Stream<CarField> attributes() {
        return Arrays.stream(CarField.values())
                .filter(field -> field.isSent() && field != CarField.DEALERSHIP_ID)
                .filter(field -> switch (field.kind()) {
                    case LONG_TEXT, LINKS, TAGS, FLAG, OPTIONS -> false;
                    default -> true;
                });
    }
}
