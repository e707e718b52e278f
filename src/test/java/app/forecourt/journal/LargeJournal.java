package app.forecourt.journal;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.VIN;

import app.forecourt.car.CarDraft;
import app.forecourt.file.PrivateFile;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A journal file with many cars and submissions, of about 2.8 kB each. */
final class LargeJournal {
    private static final String TEXT = "Well kept, one owner, all services at the dealer. ".repeat(28);

    private LargeJournal() {}

    /** Copies a closed journal as its last backup. */
    static void backUp(Path file, Path backups) throws IOException {
        PrivateFile.createFolder(backups);
        Files.copy(file, backups.resolve("recent-1.db"));
    }

    /** Writes the file. The last two submissions are being sent and waiting, the others are accepted. */
    static void write(Path file, int cars, int submissions, Instant now) throws Exception {
        PrivateFile.createFolder(file.resolveSibling(""));
        try (Database database = Database.open(file)) {
            database.migrate();
            database.inTransaction(transaction -> {
                for (int number = 0; number < cars; number++) {
                    UUID car = UUID.randomUUID();
                    String vin = String.format(Locale.ROOT, "WAVWGBFH3AN%06d", number);
                    CarDraft draft =
                            new CarDraft(Map.of(BRAND, "bmw", VIN, vin, DESCRIPTION, TEXT), List.of("tempomat"));
                    CarTable.save(transaction, car, draft, Set.of(), now);
                    if (number < submissions) {
                        String payload =
                                "{\"brand\":\"bmw\",\"vin\":\"%s\",\"description\":\"%s\"}".formatted(vin, TEXT);
                        Submission asked =
                                Submission.of(car, Profile.STAGING, "https://staging.autochat.ai", draft, payload, now);
                        submit(transaction, asked, submissions - number, now);
                    }
                }
                return cars;
            });
        }
    }

    private static void submit(Database transaction, Submission asked, int left, Instant now) throws SQLException {
        Submission added = SubmissionTable.add(transaction, asked);
        if (left > 1) {
            Submission leaving = added.asSending(now);
            SubmissionTable.update(transaction, left > 2 ? leaving.withOutcome(now, JournalFixture.ACCEPTED) : leaving);
        }
    }
}
