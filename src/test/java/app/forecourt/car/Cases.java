package app.forecourt.car;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tests of this room share: a fixed day, 24 November 2026, and a draft with nothing wrong. */
final class Cases {
    static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    static final CarCheck CHECK = new CarCheck(TODAY, Vocabulary.bundled());
    static final Optional<Set<String>> LIST = Optional.of(Set.of("abs", "ac", "radio"));
    static final CarDraft GOOD = CarDraft.of(
            Map.of(CarField.LICENSE_PLATE, "XD-99-13", CarField.DEALERSHIP_ID, "d-1", CarField.BRAND, "BMW",
                    CarField.MODEL, "X6", CarField.SALES_PRICE, "15.944,63"),
            List.of());

    private Cases() {}

    static List<Problem> problems(CarDraft draft) {
        return CHECK.check(draft, LIST).problems();
    }

    /** What is found when that is the only change to a draft with nothing wrong. */
    static List<Problem> problems(CarField field, String text) {
        return problems(GOOD.with(field, text));
    }
}
