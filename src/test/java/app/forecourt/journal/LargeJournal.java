package app.forecourt.journal;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.VIN;

import app.forecourt.car.CarDraft;
import app.forecourt.file.PrivateFile;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.EditPositionTable;
import app.forecourt.journal.database.OptionTable;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.journal.database.TemplateTable;
import app.forecourt.option.CarOption;
import app.forecourt.settings.Profile;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.Template;
import app.forecourt.stock.UserVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A journal file with many cars and submissions, of about 2.8 kB each. Car number n has the id {@code (1, n)}, its
 * submission the id {@code (2, n)}.
 */
public final class LargeJournal {
    private static final String TEXT = "Well kept, one owner, all services at the dealer. ".repeat(28);

    private LargeJournal() {}

    static String vin(int number) {
        return String.format(Locale.ROOT, "WAVWGBFH3AN%06d", number);
    }

    public static UUID car(int number) {
        return new UUID(1, number);
    }

    public static UUID submission(int number) {
        return new UUID(2, number);
    }

    public static String payload(int number) {
        return "{\"brand\":\"bmw\",\"vin\":\"%s\",\"description\":\"%s\"}".formatted(vin(number), TEXT);
    }

    /** Copies a closed journal as its last backup. */
    static void backUp(Path file, Path backups) throws IOException {
        PrivateFile.createFolder(backups);
        Files.copy(file, backups.resolve("recent-1.db"));
    }

    /** Writes the file. The last two submissions are being sent and waiting, the others are accepted. */
    public static void write(Path file, int cars, int submissions, Instant now) throws Exception {
        PrivateFile.createFolder(file.resolveSibling(""));
        try (Database database = Database.open(file)) {
            database.migrate();
            database.inTransaction(transaction -> {
                for (int number = 0; number < cars; number++) {
                    CarDraft draft =
                            CarDraft.of(Map.of(BRAND, "bmw", VIN, vin(number), DESCRIPTION, TEXT), List.of("tempomat"));
                    CarTable.save(transaction, car(number), draft, Set.of(), now);
                    if (number < submissions) {
                        submit(transaction, number, draft, submissions - number, now);
                    }
                }
                TemplateTable.save(transaction, new Template(new UUID(3, 1), "Van", CarDraft.EMPTY), now);
                OptionTable.save(
                        transaction,
                        Profile.STAGING,
                        "https://staging.autochat.ai",
                        List.of(new CarOption("a", "A")),
                        true,
                        0,
                        now);
                return EditPositionTable.save(transaction, new EditPosition(car(cars - 1), "brand", 0.5));
            });
        }
    }

    private static void submit(Database all, int number, CarDraft draft, int left, Instant now) throws SQLException {
        Submission asked = new Submission(
                submission(number),
                car(number),
                Profile.STAGING,
                "https://staging.autochat.ai",
                Optional.empty(),
                draft,
                payload(number),
                SubmissionState.WAITING,
                now,
                now,
                0,
                Optional.empty(),
                Optional.empty(),
                UserVerdict.NONE,
                Optional.empty());
        Submission added = SubmissionTable.add(all, asked);
        if (left > 1) {
            Submission leaving = added.asSending(now);
            SubmissionTable.update(all, left > 2 ? leaving.withOutcome(now, JournalFixture.ACCEPTED) : leaving);
        }
    }
}
