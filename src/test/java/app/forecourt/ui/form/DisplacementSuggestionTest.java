package app.forecourt.ui.form;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.ENGINE_DISPLACEMENT;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.car.vocabulary.ModelHistory;
import app.forecourt.car.vocabulary.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Displacements offered for litres. */
class DisplacementSuggestionTest {
    private static final CarDraft GOLF = CarDraft.of(Map.of(BRAND, "volkswagen", MODEL, "golf"), List.of());
    private final ModelHistory history = new ModelHistory(UnaryOperator.identity(), UnaryOperator.identity());

    private void car(String model, String displacement) {
        history.put(
                UUID.randomUUID(),
                ModelHistory.Name.of(GOLF.with(MODEL, model).with(ENGINE_DISPLACEMENT, displacement), Instant.EPOCH));
    }

    private List<String> offered(String typed) {
        return new WordSuggestions(Vocabulary.bundled(), () -> history, Locale.ENGLISH)
                .matching(ENGINE_DISPLACEMENT, GOLF, typed, Optional.empty(), WordSuggestions.MOST);
    }

    @Test
    void litresOfferEnginesOfTheModel() {
        car("golf", "1.498 cc");
        car("golf", "1984");
        car("polo", "1490");
        car("golf", "unknown");
        assertEquals(List.of("1498", "1500"), offered("1.5"));
        assertEquals(List.of("1984", "2000"), offered("2,0 l"));
        assertEquals(List.of("1600"), offered("1.6"));
        assertEmpty(offered("1498"));
    }
}
