package app.forecourt.car.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.ModelHistory.Name;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ModelHistoryTest {
    private final Vocabulary vocabulary = Vocabulary.bundled();
    private final ModelHistory cars = new ModelHistory(brand -> vocabulary.word(CarField.BRAND, brand));
    private int hour;

    private UUID car(String brand, String model, String version) {
        UUID car = UUID.randomUUID();
        cars.put(car, new Name(brand, model, version, Instant.EPOCH.plusSeconds(3600L * hour++)));
        return car;
    }

    @Test
    void whatWasHadMostOftenComesFirstThenTheNewest() {
        car("opel", "corsa", "1.2");
        car("opel", "astra", "1.6");
        car("opel", "Corsa", "1.2");
        car("opel", "mokka", "");
        assertEquals(List.of("Corsa", "mokka", "astra"), cars.models("opel", ""));
        assertEquals(List.of("1.2"), cars.versions("OPEL", "corsa", "1"));
        assertEquals(List.of(), cars.versions("opel", "mokka", ""), "blank is no version");
        assertEquals(List.of(), cars.models("bmw", ""));
    }

    @Test
    void allNamesOfABrandAreOneBrand() {
        car("VW", "golf", "");
        car("Volkswagen", "polo", "");
        assertEquals(List.of("polo", "golf"), cars.models("vw", ""));
        assertEquals(cars.models("vw", ""), cars.models("VOLKSWAGEN", ""));
    }

    @Test
    void beginningsComeBeforePartsInsideWhateverTheSpelling() {
        car("volkswagen", "golf plus", "");
        car("volkswagen", "golf plus", "");
        car("volkswagen", "e-Golf", "");
        car("volkswagen", "Golf", "");
        assertEquals(List.of("golf plus", "Golf", "e-Golf"), cars.models("volkswagen", "GOL"));
        assertEquals(List.of("e-Golf"), cars.models("volkswagen", "egolf"));
        assertEquals(List.of("golf plus"), cars.models("volkswagen", "plus"));
        assertEquals(List.of(), cars.models("volkswagen", "lus"));
        assertEquals(3, cars.models("volkswagen", "").size());
    }

    @Test
    void carThatIsCalledOtherwiseOrGoesIsCountedNoMore() {
        UUID car = car("opel", "gofl", "GTI");
        cars.put(car, new Name("volkswagen", "golf", "GTI", Instant.EPOCH));
        assertEquals(List.of(), cars.models("opel", ""));
        assertEquals(List.of(), cars.versions("opel", "gofl", ""));
        assertEquals(List.of("golf"), cars.models("volkswagen", ""));
        cars.put(car, new Name("volkswagen", "golf", "GTI", Instant.EPOCH));
        cars.remove(car);
        cars.remove(car);
        assertEquals(List.of(), cars.models("volkswagen", ""), "counted once however often it is put");
    }

    @Test
    void noMoreThanFitUnderAField() {
        for (int number = 0; number < 50; number++) {
            car("opel", "model " + number, "");
        }
        assertEquals(12, cars.models("opel", "").size());
        assertEquals("model 49", cars.models("opel", "").getFirst());
    }
}
