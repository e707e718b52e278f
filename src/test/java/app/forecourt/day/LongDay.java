package app.forecourt.day;

import app.forecourt.settings.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A long day's cars, in their order, with what befalls them; the same for the same seed.
 *
 * @param models how many cars are put into the form's model; a tenth as many, and four at least, are typed
 */
public record LongDay(long seed, int models) {
    private static final int FEWEST_TYPED = 4;
    /** Of so many cars each fate but being taken befalls one, and all others are taken. */
    private static final int ROUND = 20;
    /** Before each so many-th car she is in the settings. */
    private static final int LOOKS = 10;
    private static final List<String> LANGUAGES = List.of("nl", "de", "fr", "en");

    /** How many are typed with keys. */
    public int typed() {
        return Math.max(FEWEST_TYPED, models / 10);
    }

    /** All of them. */
    public List<DayCarPlan> cars() {
        var random = new Random(seed);
        int count = models + typed();
        List<CarFate> fates = fates(count, random);
        List<DayCarPlan> cars = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            boolean byRobot = place * typed() / count != (place - 1) * typed() / count || place == 0;
            CarFate fate = fates.get(place);
            cars.add(new DayCarPlan(place, byRobot, profile(fate, place, random), fate,
                    !byRobot && CarFate.LEFT.contains(fate) && random.nextBoolean(), look(place)));
        }
        return cars;
    }

    private static List<CarFate> fates(int count, Random random) {
        List<CarFate> fates = new ArrayList<>();
        while (fates.size() < count) {
            List<CarFate> round = new ArrayList<>(List.of(CarFate.values()));
            // A client signs in five times an hour at most, so the token runs out three times only.
            if (!List.of(0, count / 2 / ROUND, (count - 1) / ROUND).contains(fates.size() / ROUND)) {
                round.remove(CarFate.RENEWED);
            }
            round.addAll(Collections.nCopies(ROUND - round.size(), CarFate.TAKEN));
            Collections.shuffle(round, random);
            fates.addAll(round);
        }
        return fates;
    }

    /** Practice takes whatever is in order. */
    private static Profile profile(CarFate fate, int place, Random random) {
        return switch (fate) {
            case TAKEN, AMENDED -> Profile.values()[place % Profile.values().length];
            case PUBLISHED -> Profile.STAGING;
            default -> random.nextBoolean() ? Profile.STAGING : Profile.PRODUCTION;
        };
    }

    private static Optional<DayCarPlan.Look> look(int place) {
        int turn = place / LOOKS;
        return place % LOOKS != LOOKS / 2 ? Optional.empty()
                : Optional.of(new DayCarPlan.Look(LANGUAGES.get(turn % LANGUAGES.size()),
                        turn % 2 == 0 ? "dark" : "light"));
    }
}
