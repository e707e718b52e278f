package app.forecourt.ui.stock;

import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Side views of the body types, for cars without a photo. Each is an SVG path within {@value #WIDTH} by
 * {@value #HEIGHT} units. Windows run the other way round than the body, so that they are holes.
 */
enum BodyOutline {
    HATCHBACK, SEDAN, ESTATE, SUV, COUPE, CONVERTIBLE, MPV, VAN, PICKUP,
    /** The front view, because the body is not known. */
    OTHER;

    static final int WIDTH = 48;
    static final int HEIGHT = 22;

    /** Returns the outline of a typed body type. An unknown or missing one has the outline of {@link #OTHER}. */
    static BodyOutline of(String typed, Vocabulary vocabulary) {
        String word = typed.isEmpty() ? "" : vocabulary.canonicalWord(CarField.BODY_TYPE, typed);
        return Stream.of(values()).filter(outline -> outline.word().equals(word)).findFirst().orElse(OTHER);
    }

    /** Returns AutoChat's word for the body type. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the SVG path. */
    String path() {
        return switch (this) {
            case HATCHBACK -> usual(BodyPaths.HATCHBACK);
            case SEDAN -> usual(BodyPaths.SEDAN);
            case ESTATE -> usual(BodyPaths.ESTATE);
            case SUV -> large(BodyPaths.SUV);
            case COUPE -> usual(BodyPaths.COUPE);
            case CONVERTIBLE -> usual(BodyPaths.CONVERTIBLE);
            case MPV -> usual(BodyPaths.MPV);
            case VAN -> usual(BodyPaths.VAN);
            case PICKUP -> large(BodyPaths.PICKUP);
            case OTHER -> BodyPaths.OTHER;
        };
    }

    private static String usual(String body) {
        return body.formatted(BodyPaths.USUAL_EDGE) + BodyPaths.USUAL_WHEELS;
    }

    private static String large(String body) {
        return body.formatted(BodyPaths.LARGE_EDGE) + BodyPaths.LARGE_WHEELS;
    }
}
