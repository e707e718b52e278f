package app.forecourt.model.form;

import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the texts of other desks that the form offers. */
class RivalTextsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final CarFormModel form = new CarFormModel(
            new CarValidator(Clock.fixed(NOON, ZoneOffset.UTC), Vocabulary.bundled()), BigDecimal::toPlainString);

    private static Rival rival(String text, String desk, int seconds) {
        return new Rival(VERSION, text, desk, Optional.of(NOON.plusSeconds(seconds)));
    }

    private List<String> offered() {
        return form.rivals().of(VERSION).stream()
                .map(rival -> rival.author() + ": " + rival.text())
                .toList();
    }

    @Test
    void beginningsOfALaterTextOfTheSameDeskAreNotOffered() {
        form.rivals()
                .set(List.of(
                        rival("Spor", "Anna", 1),
                        rival("Sport Line", "Anna", 5),
                        rival("Sport", "Bert", 3),
                        rival("1.4 TSI", "Anna", 2)));
        assertEquals(List.of("Anna: Sport Line", "Bert: Sport", "Anna: 1.4 TSI"), offered());
    }

    @Test
    void ownBeginningOfTheTextIsNotOffered() {
        form.text(VERSION).set("Sport Line");
        form.rivals().set(List.of(new Rival(VERSION, "Sport", "Anna", Optional.of(NOON), true)));
        assertEmpty(offered());
        assertFalse(form.rivals().isAnyWaiting());
        form.text(VERSION).set("1.4 TSI");
        assertEquals(List.of("Anna: Sport"), offered());
    }
}
