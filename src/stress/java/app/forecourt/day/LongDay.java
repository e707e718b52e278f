package app.forecourt.day;

import app.forecourt.settings.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Cars of a long day, in order, with their scenarios. The same seed gives the same day.
 *
 * @param models number of cars set in the form's model; a tenth of it, at least four, are typed too
 */
public record LongDay(long seed, int models) {
    private static final int FEWEST_TYPED = 4;
    /** Number of cars in which each scenario except TAKEN occurs once; all others are TAKEN. */
    private static final int ROUND = 20;
    /** Number of cars between two changes of the settings. */
    private static final int LOOKS = 10;

    private static final List<String> LANGUAGES = List.of("nl", "de", "fr", "en");

    /** Returns the number of cars typed with keys. */
    public int typedCount() {
        return Math.max(FEWEST_TYPED, models / 10);
    }

    /** Returns all cars. */
    public List<DayCarPlan> cars() {
        var random = new Random(seed);
        int count = models + typedCount();
        List<CarScenario> fates = fates(count, random);
        List<DayCarPlan> cars = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            boolean byRobot = place * typedCount() / count != (place - 1) * typedCount() / count || place == 0;
            CarScenario fate = fates.get(place);
            cars.add(new DayCarPlan(
                    place,
                    byRobot,
                    profile(fate, place, random),
                    fate,
                    !byRobot && CarScenario.LEFT.contains(fate) && random.nextBoolean(),
                    look(place)));
        }
        return cars;
    }

    private static List<CarScenario> fates(int count, Random random) {
        List<CarScenario> fates = new ArrayList<>();
        while (fates.size() < count) {
            List<CarScenario> round = new ArrayList<>(List.of(CarScenario.values()));
            // A client may sign in five times an hour, so the token expires only three times.
            if (!List.of(0, count / 2 / ROUND, (count - 1) / ROUND).contains(fates.size() / ROUND)) {
                round.remove(CarScenario.RENEWED);
            }
            round.addAll(Collections.nCopies(ROUND - round.size(), CarScenario.TAKEN));
            Collections.shuffle(round, random);
            fates.addAll(round);
        }
        return fates;
    }

    /** Returns the first profile of a car. Practice accepts every valid car, so the other scenarios need a server. */
    private static Profile profile(CarScenario fate, int place, Random random) {
        return switch (fate) {
            case TAKEN, AMENDED -> Profile.values()[place % Profile.values().length];
            case PUBLISHED -> Profile.STAGING;
            default -> random.nextBoolean() ? Profile.STAGING : Profile.PRODUCTION;
        };
    }

    private static Optional<DayCarPlan.Appearance> look(int place) {
        int turn = place / LOOKS;
        return place % LOOKS != LOOKS / 2
                ? Optional.empty()
                : Optional.of(new DayCarPlan.Appearance(
                        LANGUAGES.get(turn % LANGUAGES.size()), turn % 2 == 0 ? "dark" : "light"));
    }
}
