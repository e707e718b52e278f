package app.forecourt.sharing;

import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;

import app.forecourt.car.CarField;
import app.forecourt.sharing.merge.CarDocumentMapper;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.server.TestStock;
import app.forecourt.testing.Cases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A random run of desks that edit the same cars, with cut connections, kills and wrong clocks. A checker compares all
 * journals with the server at the end. Run with {@code -Dsharing.edits=…} and {@code -Dsharing.desks=…} for a long one,
 * and with {@code -Dsharing.seed=…} to repeat one.
 */
class RandomSyncTest {
    private static final List<CarField> FIELDS = List.of(MODEL, SALES_PRICE, DESCRIPTION);
    private static final int MOST_STEPS = 14;
    private static final int MOST_MESSAGES = 60;

    @TempDir
    Path folder;

    private final Map<String, CarField> typed = new HashMap<>();
    /** The texts that a user has seen and replaced. */
    private final Set<String> replaced = new HashSet<>();

    private final List<UUID> cars = new ArrayList<>();

    @Test
    void randomEditsEndInAgreement() throws Exception {
        long seed = Long.getLong("sharing.seed", Cases.areAll() ? new Random().nextLong() : 20_261_201);
        int edits = Integer.getInteger("sharing.edits", Cases.times(15, 120));
        int count = Integer.getInteger("sharing.desks", 3);
        System.out.println("random sync: seed " + seed + ", " + count + " desks, " + edits + " edits");
        Random random = new Random(seed);
        List<TestDesk> desks = new ArrayList<>();
        try (TestStock stock = new TestStock()) {
            for (int number = 0; number < count; number++) {
                TestDesk desk = new TestDesk("Desk " + number, folder.resolve("desk" + number), stock);
                desk.clock.advanceDays(random.nextInt(-400, 400));
                desks.add(desk);
            }
            run(random, edits, desks, stock);
            stock.reconnect();
            for (int round = 0; round <= count + 1; round++) {
                desks.forEach(TestDesk::syncAll);
            }
            assertEmpty(disagreements(desks, stock), "seed " + seed);
        } finally {
            desks.forEach(TestDesk::close);
        }
    }

    private void run(Random random, int edits, List<TestDesk> desks, TestStock stock) {
        int made = 0;
        while (made < edits) {
            TestDesk desk = desks.get(random.nextInt(desks.size()));
            switch (random.nextInt(10)) {
                case 0 -> {
                    desk.clock.advanceMinutes(random.nextInt(20));
                    cars.add(desk.addCar("Opel", "price " + cars.size()));
                    made++;
                }
                case 1, 2, 3, 4 -> made += edit(random, desk);
                case 5, 6 -> desk.trySync();
                case 7 -> desk.syncKilledAfter(random.nextInt(MOST_STEPS));
                case 8 -> stock.cutAfter(random.nextInt(MOST_MESSAGES), random.nextBoolean());
                default -> stock.reconnect();
            }
        }
    }

    private int edit(Random random, TestDesk desk) {
        List<UUID> own =
                cars.stream().filter(car -> desk.journal.car(car).isPresent()).toList();
        if (own.isEmpty()) {
            return 0;
        }
        UUID car = own.get(random.nextInt(own.size()));
        CarField field = FIELDS.get(random.nextInt(FIELDS.size()));
        String text = random.nextInt(12) == 0 ? "" : "text " + typed.size() + " of " + desk.name;
        replaced.add(car + desk.text(car, field));
        if (!text.isEmpty()) {
            typed.put(car + text, field);
        }
        desk.type(car, field, text);
        return 1;
    }

    private List<String> disagreements(List<TestDesk> desks, TestStock stock) {
        List<String> found = new ArrayList<>();
        for (UUID car : cars) {
            SharedDocument server = SharedDocument.parse(
                            stock.text("SELECT document FROM forecourt.item WHERE id = '" + car + "'"))
                    .orElseThrow();
            for (TestDesk desk : desks) {
                CarDocumentMapper.values(desk.car(car)).forEach((name, value) -> {
                    if (!server.hasValue(name, value)) {
                        found.add(desk.name + " has " + value + " and the server " + server.field(name));
                    }
                });
            }
            for (CarField field : FIELDS) {
                String present = server.field(field.apiName()).text();
                Set<String> kept = new HashSet<>(Set.of(car + present));
                desks.forEach(desk -> desk.history(car, field)
                        .forEach(step -> kept.add(car + step.substring(step.indexOf(": ") + 2))));
                typed.forEach((text, of) -> {
                    if (of == field
                            && text.startsWith(car.toString())
                            && !replaced.contains(text)
                            && !kept.contains(text)) {
                        found.add(text + " is lost in " + server);
                    }
                });
                if (!present.isEmpty() && replaced.contains(car + present)) {
                    found.add(present + " came back");
                }
            }
        }
        return found;
    }
}
