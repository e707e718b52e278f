package app.forecourt.day;

import app.forecourt.settings.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Cars of a long day, in order, with their scenarios. The same seed gives the same day.
 *
 * @param size number of cars, every tenth of which is typed with keys
 */
public record LongDay(long seed, int size) {
    private static final int TYPED = 10;
    /** Number of cars in which each scenario except TAKEN occurs once; all others are TAKEN. */
    private static final int ROUND = 20;
    /** Returns all cars. */
    public List<DayCarPlan> cars() {
        var random = new Random(seed);
        List<CarScenario> fates = fates(size, random);
        List<DayCarPlan> cars = new ArrayList<>();
        for (int place = 0; place < size; place++) {
            boolean byRobot = place % TYPED == 0;
            CarScenario fate = fates.get(place);
            cars.add(new DayCarPlan(
                    place,
                    byRobot,
                    profile(fate, place, random),
                    fate,
                    !byRobot && CarScenario.LEFT.contains(fate) && random.nextBoolean()));
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
}
