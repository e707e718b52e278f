package app.forecourt.car.vocabulary;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.ModelHistory.Name;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of the models and versions that earlier cars offer. */
class ModelHistoryTest {
    private final Vocabulary vocabulary = Vocabulary.bundled();
    private final ModelHistory history = new ModelHistory(
            brand -> vocabulary.canonicalWord(CarField.BRAND, brand),
            model -> vocabulary.displayName(CarField.MODEL, model));
    private int hour;

    private UUID car(String brand, String model, String version) {
        UUID car = UUID.randomUUID();
        history.put(car, new Name(brand, model, version, "", Instant.EPOCH.plusSeconds(3600L * hour++)));
        return car;
    }

    @Test
    void mostFrequentComesFirstThenTheNewest() {
        car("opel", "corsa", "1.2");
        car("opel", "astra", "1.6");
        car("opel", "Corsa", "1.2");
        car("opel", "mokka", "");
        assertEquals(List.of("Corsa", "Mokka", "Astra"), history.models("opel", ""));
        assertEquals(List.of("1.2"), history.versions("OPEL", "corsa", "1"));
        assertEquals(List.of(), history.versions("opel", "mokka", ""), "blank is no version");
        assertEmpty(history.models("bmw", ""));
    }

    @Test
    void newestSpellingIsShown() {
        car("opel", "corsa", "gs-line");
        car("opel", "corsa", " GS Line ");
        assertEquals(List.of("GS Line"), history.versions("opel", "corsa", "gsl"));
    }

    @Test
    void allNamesOfABrandAreOneBrand() {
        car("VW", "golf", "");
        car("Volkswagen", "polo", "");
        assertEquals(List.of("Polo", "Golf"), history.models("vw", ""));
        assertEquals(history.models("vw", ""), history.models("VOLKSWAGEN", ""));
    }

    @Test
    void prefixesComeBeforeInnerParts() {
        car("volkswagen", "golf plus", "");
        car("volkswagen", "golf plus", "");
        car("volkswagen", "e-Golf", "");
        car("volkswagen", "Golf", "");
        assertEquals(List.of("Golf Plus", "Golf", "e-Golf"), history.models("volkswagen", "GOL"));
        assertEquals(List.of("e-Golf"), history.models("volkswagen", "egolf"));
        assertEquals(List.of("Golf Plus"), history.models("volkswagen", "plus"));
        assertEmpty(history.models("volkswagen", "lus"));
        assertEquals(3, history.models("volkswagen", "").size());
    }

    @Test
    void renamedOrRemovedCarIsNoLongerCounted() {
        UUID car = car("opel", "gofl", "GTI");
        history.put(car, new Name("volkswagen", "golf", "GTI", "", Instant.EPOCH));
        assertEmpty(history.models("opel", ""));
        assertEmpty(history.versions("opel", "gofl", ""));
        assertEquals(List.of("Golf"), history.models("volkswagen", ""));
        history.put(car, new Name("volkswagen", "golf", "GTI", "", Instant.EPOCH));
        history.remove(car);
        history.remove(car);
        assertEquals(List.of(), history.models("volkswagen", ""), "counted once however often it is put");
    }

    @Test
    void atMostTwelveModelsAreReturned() {
        for (int number = 0; number < 50; number++) {
            car("opel", "model " + number, "");
        }
        assertEquals(12, history.models("opel", "").size());
        assertEquals("Model 49", history.models("opel", "").getFirst());
    }
}
