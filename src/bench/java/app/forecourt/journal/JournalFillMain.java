package app.forecourt.journal;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The program that fills a journal with cars that were sent. */
public final class JournalFillMain {
    private static final List<String> MODELS = List.of("Golf", "Polo", "Passat", "Tiguan", "Up");

    private JournalFillMain() {}

    /**
     * Fills the journal of a home.
     *
     * @param args the folder of the home, and the number of cars
     */
    public static void main(String[] args) throws SQLException {
        fill(Integer.parseInt(args[1]), Path.of(args[0], "journal.db"));
    }

    /** Creates a journal with a number of cars. Staging has accepted one car an hour until now. */
    public static void fill(int cars, Path file) throws SQLException {
        try (var journal = new Journal(file, file.resolveSibling("copies"), List.of(), Clock.systemUTC())) {
            journal.open();
        }
        try (Database database = Database.open(file)) {
            // One transaction, because each car would wait for the disk otherwise.
            database.inTransaction(transaction -> {
                for (int number = 0; number < cars; number++) {
                    add(transaction, number, Instant.now().minus(Duration.ofHours(cars - number)));
                }
                return cars;
            });
        }
    }

    private static void add(Database database, int number, Instant now) throws SQLException {
        UUID car = UUID.randomUUID();
        CarDraft draft = draft(number);
        CarTable.save(database, car, draft, Set.of(), now);
        Submission submission = SubmissionTable.add(
                database,
                Submission.of(
                        car,
                        Profile.STAGING,
                        "https://staging.autochat.ai",
                        draft,
                        "{\"vin\":\"WVWZZZ" + number + "\"}",
                        now));
        SubmissionTable.update(
                database,
                submission
                        .asSending(now)
                        .withOutcome(
                                now,
                                new SendOutcome.Accepted(
                                        new Answer(201, "application/json", "{\"uuid\": \"u-" + number + "\"}"),
                                        Optional.of("u-" + number))));
    }

    private static CarDraft draft(int number) {
        Map<CarField, String> texts = Map.of(
                CarField.BRAND,
                "Volkswagen",
                CarField.MODEL,
                MODELS.get(number % MODELS.size()),
                CarField.LICENSE_PLATE,
                "XF-" + number + "-F",
                CarField.VIN,
                "WVWZZZ" + number,
                CarField.INTERNAL_ID,
                "SEB-" + number,
                CarField.DEALERSHIP_ID,
                "dealer",
                CarField.DESCRIPTION,
                "A nice car. ".repeat(80),
                CarField.SALES_PRICE,
                "15.944,63");
        return new CarDraft(texts, List.of("power_steering", "passenger_airbag", "tempomat"));
    }
}
