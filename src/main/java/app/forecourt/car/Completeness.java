package app.forecourt.car;

import app.forecourt.text.TextSanitizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Completeness of an advert, and the step that would raise it most. The weights and the targets are those of mobile.de's
 * check of adverts, because AutoChat gives none: 20 for the number of photos, 40 for their quality, 30 for attributes
 * and 10 for text; 23 attributes; 10 photos are good and 25 best; 500 characters of text are good and 1,000 best.
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
        ATTRIBUTES(30, 23, 23),
        /** The share of photos without a remark. With fewer photos than the good number a part of it counts. */
        QUALITY(40, 10, 10),
        /** Photos. */
        PHOTOS(20, 10, 25),
        /** Characters of the description. */
        TEXT(10, 500, 1_000);

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
    }

    /**
     * Step that raises the completeness.
     *
     * @param target count to reach: the good count, or the best one if the good one would gain less than 1 point; for
     *            the quality, the number of photos
     * @param missing difference between the target and the current count
     * @param gain percent points, rounded, at least 1
     */
    public record Step(Part part, int target, int missing, int gain) {}

    /**
     * The counts of a draft.
     *
     * @param weak the number of photos with a remark; a photo that was never inspected has none
     */
    private record Counts(int attributes, int photos, int weak, int text) {
        /** Returns the points of other counts. Assumes that the share of good photos stays the same. */
        double points(int reachedAttributes, int reachedPhotos, int remainingWeak, int reachedText) {
            double goodShare = photos == 0 ? 1 : 1 - (double) remainingWeak / photos;
            return Part.ATTRIBUTES.points(reachedAttributes) + Part.PHOTOS.points(reachedPhotos)
                    + Part.QUALITY.points(reachedPhotos) * goodShare + Part.TEXT.points(reachedText);
        }

        double points() {
            return points(attributes, photos, weak, text);
        }

        Stream<Step> steps(Part part) {
            return switch (part) {
                case ATTRIBUTES -> steps(part, attributes, target -> points(target, photos, weak, text));
                case QUALITY -> Stream.of(step(part, photos, weak, points(attributes, photos, 0, text)));
                case PHOTOS -> steps(part, photos, target -> points(attributes, target, weak, text));
                case TEXT -> steps(part, text, target -> points(attributes, photos, weak, target));
            };
        }

        private Stream<Step> steps(Part part, int count, IntToDoubleFunction pointsAt) {
            return IntStream.of(part.good, part.best).filter(target -> target > count)
                    .mapToObj(target -> step(part, target, target - count, pointsAt.applyAsDouble(target)));
        }

        private Step step(Part part, int target, int missing, double points) {
            return new Step(part, target, missing, (int) Math.round(points - points()));
        }
    }

    /**
     * Calculates the completeness of a draft. The draft may have errors.
     *
     * @param photosWithRemarks the number of photos of the draft that could be better
     */
    public static Completeness of(CarDraft draft, int photosWithRemarks) {
        int photos = (int) draft.text(CarField.IMAGES).lines().filter(line -> !line.isBlank()).count();
        var counts = new Counts(attributes(draft), photos, Math.min(photos, photosWithRemarks),
                TextSanitizer.length(TextSanitizer.trim(draft.text(CarField.DESCRIPTION))));
        Optional<Step> next = Arrays.stream(Part.values())
                .flatMap(part -> counts.steps(part).filter(step -> step.gain > 0).limit(1))
                .max(Comparator.comparing(Step::gain)
                        .thenComparing(Step::part, Comparator.reverseOrder()));
        return new Completeness(percent(counts.points()), next);
    }

    /** Rounds, but returns 100 only if all points are reached. The epsilon absorbs floating-point errors of sums. */
    private static int percent(double points) {
        return points + EPSILON >= MAX_PERCENT ? MAX_PERCENT
                : Math.min(MAX_PERCENT - 1, (int) Math.round(points));
    }

    /** Returns the number of filled fields. All options together count as one. */
    private static int attributes(CarDraft draft) {
        return (int) attributes().filter(field -> isInformative(field, draft)).count()
                + Math.min(1, draft.options().size());
    }

    /** Returns whether a field informs a buyer about the car. A unit without its number does not. */
    private static boolean isInformative(CarField field, CarDraft draft) {
        return !draft.text(field).isBlank() && Optional.ofNullable(UNITS.get(field))
                .filter(number -> draft.text(number).isBlank()).isEmpty();
    }

    /** Returns the first field that would count as an attribute if it were filled; empty if there is none. */
    public static Optional<CarField> firstEmptyAttribute(CarDraft draft) {
        return attributes().filter(field -> draft.text(field).isBlank()).findFirst();
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
