package app.forecourt.model.cars;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.stock.SampleRows;
import app.forecourt.stock.StockRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the models and versions that earlier cars offer. */
class EarlierNamesTest {
    private final List<StockRow> cars = new ArrayList<>();
    private final EarlierCars names = new EarlierCars(ProblemCases.CHECK, cars::stream);

    private void car(String brand, String model, String version) {
        cars.add(SampleRows.of(
                new CarDraft(Map.of(BRAND, brand, MODEL, model, VERSION, version), List.of()),
                NONE,
                Instant.EPOCH.plusSeconds(cars.size())));
    }

    @Test
    void mostFrequentComesFirstThenTheNewest() {
        car("opel", "corsa", "1.2");
        car("opel", "astra", "1.6");
        car("opel", "Corsa", "1.2");
        car("opel", "mokka", "");
        assertEquals(List.of("Corsa", "Mokka", "Astra"), names.models("opel", ""));
        assertEquals(List.of("1.2"), names.versions("OPEL", "corsa", "1"));
        assertEmpty(names.versions("opel", "mokka", ""), "blank is no version");
        assertEmpty(names.models("bmw", ""));
    }

    @Test
    void newestSpellingIsShown() {
        car("opel", "corsa", "gs-line");
        car("opel", "corsa", " GS Line ");
        assertEquals(List.of("GS Line"), names.versions("opel", "corsa", "gsl"));
    }

    @Test
    void deletedCarIsNotSuggested() {
        car("opel", "corsa", "");
        car("opel", "gofl", "");
        cars.set(1, cars.get(1).with(DELETED, Optional.empty()));
        assertEquals(List.of("Corsa"), names.models("opel", ""));
    }

    @Test
    void allNamesOfABrandAreOneBrand() {
        car("VW", "golf", "");
        car("Volkswagen", "polo", "");
        assertEquals(List.of("Polo", "Golf"), names.models("vw", ""));
        assertEquals(names.models("vw", ""), names.models("VOLKSWAGEN", ""));
    }

    @Test
    void prefixesComeBeforeInnerParts() {
        car("volkswagen", "golf plus", "");
        car("volkswagen", "golf plus", "");
        car("volkswagen", "e-Golf", "");
        car("volkswagen", "Golf", "");
        assertEquals(List.of("Golf Plus", "Golf", "e-Golf"), names.models("volkswagen", "GOL"));
        assertEquals(List.of("e-Golf"), names.models("volkswagen", "egolf"));
        assertEquals(List.of("Golf Plus"), names.models("volkswagen", "plus"));
        assertEmpty(names.models("volkswagen", "lus"));
    }

    @Test
    void atMostTwelveModelsAreReturned() {
        for (int number = 0; number < 50; number++) {
            car("opel", "model " + number, "");
        }
        assertEquals(12, names.models("opel", "").size());
        assertEquals("Model 49", names.models("opel", "").getFirst());
    }
}
