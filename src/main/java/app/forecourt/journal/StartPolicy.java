package app.forecourt.journal;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.car.CarDraft;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.LocationTable;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides which attempts of a journal that is opened may still be sent by themselves. Nobody knows the end of the others,
 * and the user is asked.
 */
final class StartPolicy {
    /** With an attempt that waits for longer the user may have listed the car in another way. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Path file;
    private final DepartureLog log;

    StartPolicy(Path file, DepartureLog log) {
        this.file = file;
        this.log = log;
    }

    /** Decides for a journal that this run begins with. Nothing is on its way yet. */
    void start(Database database, Instant now) throws SQLException, IOException {
        settle(database, true, now);
    }

    /** Decides for a journal that another program has begun in the place of the one that was open. */
    void join(Database database, Instant now) throws SQLException, IOException {
        settle(database, false, now);
    }

    private void settle(Database database, boolean start, Instant now) throws SQLException, IOException {
        String here = FileLocation.of(file, log.open());
        Map<UUID, Integer> tries = log.tries();
        List<Submission> unkept = log.unkept();
        Optional<String> there = LocationTable.find(database);
        boolean elsewhere = there.isPresent() && !there.get().equals(here);
        if (there.isEmpty() || elsewhere) {
            // A damaged file is put aside as it is.
            database.requireSound();
        }
        database.inTransaction(all -> {
            if (elsewhere) {
                SubmissionTable.markInterruptedAsUnknown(all, Cause.COPIED, now, "true");
            } else if (start) {
                SubmissionTable.markInterruptedAsUnknown(all, Cause.BROKEN, now, "state = ?",
                        SubmissionState.SENDING);
                for (var left : tries.entrySet()) {
                    SubmissionTable.markInterruptedAsUnknown(all, Cause.COPIED, now, "id = ? AND tries < ?",
                            left.getKey(),
                            left.getValue());
                }
                SubmissionTable.markInterruptedAsUnknown(all, Cause.WAITED, now, "begun NOT BETWEEN ? AND ?",
                        now.minus(LONGEST_WAIT), now.plus(LONGEST_WAIT));
            }
            if (there.isEmpty()) {
                // Nobody knows whether a file of an earlier version was copied, and the copy sends the car too.
                SubmissionTable.markInterruptedAsUnknown(all, Cause.COPIED, now, "true");
            }
            add(all, unkept, now);
            return keep(all, here);
        });
        log.merged(unkept);
    }

    /** Writes the location only when it is another one, because most starts change nothing in the file. */
    private static int keep(Database all, String here) throws SQLException {
        return LocationTable.find(all).filter(here::equals).isPresent() ? 0 : LocationTable.keep(all, here);
    }

    /** Notes where a journal lies that this run has begun. */
    void begin(Database database, Instant now) throws SQLException, IOException {
        String here = FileLocation.of(file, log.open());
        List<Submission> unkept = log.unkept();
        database.inTransaction(all -> {
            add(all, unkept, now);
            return LocationTable.keep(all, here);
        });
        log.merged(unkept);
    }

    /** Shows a journal that ends with the run what earlier runs could not note; it stays noted elsewhere. */
    void standIn(Database memory, Instant now) throws SQLException {
        log.open();
        memory.inTransaction(all -> {
            add(all, log.unkept(), now);
            return all;
        });
    }

    /** Adds attempts that no journal could note, as ones whose end nobody knows. */
    private static void add(Database all, List<Submission> unkept, Instant now) throws SQLException {
        for (Submission attempt : unkept) {
            if (!SubmissionTable.isThere(all, attempt.id())) {
                Submission ended = attempt.ended(attempt.changed(),
                        new SendOutcome.Unknown(Cause.NOT_KEPT, Optional.empty()));
                SubmissionTable.write(all, CarTable.find(all, attempt.car())
                        .map(car -> withDraft(ended, car.draft())).orElse(ended), now);
            }
        }
    }

    /** Completes an attempt by the car as it was typed, because the log has a few of its fields only. */
    private static Submission withDraft(Submission attempt, CarDraft draft) {
        return new Submission(attempt.id(), attempt.car(), attempt.profile(), attempt.address(),
                attempt.follows(),
                draft, attempt.payload(), attempt.state(), attempt.begun(), attempt.changed(),
                attempt.tries(),
                attempt.due(), attempt.outcome(), attempt.decision());
    }
}
