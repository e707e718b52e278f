package app.forecourt.car;

import app.forecourt.text.TextSanitizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Completeness of an advert, and the step that would raise it most. The targets are those that mobile.de gives its
 * dealers, because AutoChat gives none: 23 attributes; 10 photos are good and 25 best; 500 characters of text are good
 * and 1,000 best.
 *
 * @param percent completeness from 0 to 100
 * @param next step with the largest gain; empty if no step gains at least 1 percent point
 */
public record Completeness(int percent, Optional<Step> next) {

    private static final int MAX_PERCENT = 100;
    private static final double EPSILON = 1e-9;
    /** Number field of each unit field. A new form has its units before its numbers. */
    private static final Map<CarField, CarField> UNITS = Map.of(CarField.CURRENCY, CarField.SALES_PRICE,
            CarField.MILEAGE_UNIT, CarField.MILEAGE);

    /** Parts of an advert. If two parts would gain the same, the first one is suggested. */
    public enum Part {
        /** Filled fields. */
        ATTRIBUTES(60, 23, 23),
        /** Photos. */
        PHOTOS(25, 10, 25),
        /** Characters of the description. */
        TEXT(15, 500, 1_000);

        /** Share of the part's weight at the good count. More is better, but not much. */
        private static final double GOOD_SHARE = 0.8;

        private final int weight;
        private final int good;
        private final int best;

        Part(int weight, int good, int best) {
            this.weight = weight;
            this.good = good;
            this.best = best;
        }

        /** Returns the good count. */
        public int goodCount() {
            return good;
        }

        /** Returns the best count. A larger count adds nothing. */
        public int bestCount() {
            return best;
        }

        private double points(int count) {
            return count <= good && good < best ? weight * GOOD_SHARE * count / good
                    : weight * (good < best
                            ? GOOD_SHARE + (1 - GOOD_SHARE) * (Math.min(count, best) - good) / (best - good)
                            : Math.min(1.0, (double) count / best));
        }

        private IntStream targets() {
            return IntStream.of(good, best);
        }
    }

    /**
     * Step that raises the completeness.
     *
     * @param target count to reach: the good count, or the best one if the good one would gain less than 1 point
     * @param missing difference between the target and the current count
     * @param gain percent points, rounded, at least 1
     */
    public record Step(Part part, int target, int missing, int gain) {}

    /** Calculates the completeness of a draft. The draft may have errors. */
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

    /** Rounds, but returns 100 only if all points are reached. The epsilon absorbs floating-point errors of sums. */
    private static int percent(double points) {
        return points + EPSILON >= MAX_PERCENT ? MAX_PERCENT
                : Math.min(MAX_PERCENT - 1, (int) Math.round(points));
    }

    private static int count(Part part, CarDraft draft) {
        return switch (part) {
            case PHOTOS -> (int) draft.text(CarField.IMAGES).lines().filter(line -> !line.isBlank()).count();
            case TEXT -> TextSanitizer.length(TextSanitizer.trim(draft.text(CarField.DESCRIPTION)));
            case ATTRIBUTES -> (int) attributes().filter(field -> isInformative(field, draft)).count()
                    + Math.min(1, draft.options().size());
        };
    }

    /** Returns whether a field informs a buyer about the car. A unit without its number does not. */
    private static boolean isInformative(CarField field, CarDraft draft) {
        return !draft.text(field).isBlank() && Optional.ofNullable(UNITS.get(field))
                .filter(number -> draft.text(number).isBlank()).isEmpty();
    }

    /**
     * Returns the fields that count as attributes. Checkboxes do not count, because an unticked box also says
     * something. The dealership does not count, because no advert shows the dealership.
     */
    private static Stream<CarField> attributes() {
        return Arrays.stream(CarField.values())
                .filter(field -> field.isSent() && field != CarField.DEALERSHIP_ID)
                .filter(field -> switch (field.type()) {
                    case LONG_TEXT, LINKS, TAGS, FLAG, OPTIONS -> false;
                    default -> true;
                });
    }
}
