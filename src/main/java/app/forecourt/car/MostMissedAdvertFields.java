package app.forecourt.car;

import java.util.List;

/** The fields that buyers miss most in an advert. */
public final class MostMissedAdvertFields {
    /** Good and best number of photos, as mobile.de says in its check of adverts. */
    public static final int GOOD_PHOTOS = 10;

    public static final int BEST_PHOTOS = 25;
    private static final int MAX_GAPS = 3;
    /** What buyers look at and filter by, the first ones first. */
    private static final List<CarField> MOST_MISSED = List.of(
            CarField.IMAGES,
            CarField.SALES_PRICE,
            CarField.MILEAGE,
            CarField.DATE_OF_FIRST_REGISTRATION,
            CarField.DESCRIPTION,
            CarField.OPTIONS,
            CarField.FUEL_TYPE,
            CarField.TRANSMISSION,
            CarField.ENGINE_KW,
            CarField.BODY_COLOR,
            CarField.BODY_TYPE);

    private MostMissedAdvertFields() {}

    /** Returns at most three fields that the draft lacks. Fewer than ten photos are too few. */
    public static List<CarField> of(CarDraft draft) {
        return MOST_MISSED.stream()
                .filter(field -> switch (field) {
                    case IMAGES ->
                        draft.text(field)
                                        .lines()
                                        .filter(line -> !line.isBlank())
                                        .count()
                                < GOOD_PHOTOS;
                    case OPTIONS -> draft.options().isEmpty();
                    default -> draft.text(field).isBlank();
                })
                .limit(MAX_GAPS)
                .toList();
    }
}
