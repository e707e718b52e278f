package app.forecourt.kill;

import app.forecourt.http.CountingServer;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalState;
import app.forecourt.testing.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A home in which the program is started and killed repeatedly, with the records of acknowledged saves and sends. */
final class KilledHome {
    /** The maximum delay of a kill after the awaited line, in milliseconds. */
    private static final int MAX_DELAY = 900;
    /** The awaited lines: kills during the start, the opening and the work, independent of the computer's speed. */
    private static final List<String> AWAITED_LINES = List.of("begun", "found", "going", "going");

    private static final Set<String> MAY_HAVE_ARRIVED = Set.of("accepted", "unknown");

    private final Path home;
    private final CountingServer staging;
    private final CountingServer production;
    private final Random random;
    private final Map<String, Integer> saved = new HashMap<>();
    private final Map<String, String> going = new HashMap<>();
    private final Set<String> everWaited = new HashSet<>();
    private final Set<String> everOnTheWay = new HashSet<>();
    private final KillTest.Tally tally = new KillTest.Tally();

    KilledHome(Path home, CountingServer staging, CountingServer production, long seed) throws IOException {
        this.home = home;
        this.staging = staging;
        this.production = production;
        this.random = new Random(seed);
        SignedInHome.create(home, staging);
    }

    KillTest.Tally tally() {
        tally.posts = staging.posts().size() + production.posts().size();
        tally.taken = staging.accepted().size() + production.accepted().size();
        tally.going = going.size();
        tally.hitOnTheWay = everOnTheWay.size();
        return tally;
    }

    /** Starts the program and kills it. */
    void kill() throws IOException {
        boolean hasJournal = Files.exists(journal());
        String after = AWAITED_LINES.get(random.nextInt(AWAITED_LINES.size()));
        int moment = random.nextInt(MAX_DELAY);
        Process process = start("busy");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = new ArrayList<>();
            for (String line = ""; !line.startsWith(after);) {
                line = out.readLine();
                if (line == null) {
                    throw new AssertionError("never came to be " + after + ": " + errors());
                }
                lines.add(line);
            }
            var rest = CompletableFuture.runAsync(() -> out.lines().forEach(lines::add),
                    Thread::startVirtualThread);
            if (process.waitFor(moment, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("ended by itself: " + errors());
            }
            // Killed through its handle, because Process.destroyForcibly would discard the output still in the pipe.
            process.toHandle().destroyForcibly();
            process.waitFor();
            rest.join();
            record(lines, hasJournal);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Starts the program to send the waiting cars, and waits for its end. */
    void finish() throws IOException {
        Process process = start("last");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = out.lines().toList();
            if (process.waitFor() != 0 || !lines.contains("ended")) {
                throw new AssertionError("did not end well: " + lines + errors());
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void record(List<String> lines, boolean hasJournal) {
        boolean open = false;
        for (String line : lines) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "begun" -> open = false;
                case "found" -> {
                    open = true;
                    if (!words[1].equals(hasJournal ? "SOUND" : "NEW")) {
                        tally.unsound.add("the program found its journal " + words[1]);
                    }
                }
                case "saved" -> {
                    tally.saves++;
                    saved.merge(words[1], Integer.valueOf(words[2]), Math::max);
                }
                case "going" -> going.put(words[1], words[2]);
                case "there" -> tally.twiceClicked++;
                default -> throw new AssertionError(line);
            }
        }
        tally.hitWhileStarting += open ? 0 : 1;
    }

    /** Copies the journal of a home with its write-ahead log, and returns the copy. It is missing if the journal is. */
    static Path copyJournal(Path home) throws IOException {
        for (String beside : List.of("", "-wal")) {
            Path part = home.resolve("journal.db" + beside);
            Path to = home.resolve("left.db" + beside);
            Files.deleteIfExists(to);
            if (Files.exists(part)) {
                Files.copy(part, to);
            }
        }
        return home.resolve("left.db");
    }

    /** Checks a copy of the journal, so that the next start finds the journal as the kill left it. */
    void check() throws IOException {
        if (!Files.exists(journal())) {
            return;
        }
        Path copy = copyJournal(home);
        try {
            countBeforeOpening(copy);
            try (var journal = new Journal(copy, home.resolve("no-copies"), Clock.systemUTC())) {
                JournalState.Kind kind = journal.check().kind();
                if (kind != JournalState.Kind.SOUND) {
                    tally.unsound.add("the journal was found " + kind);
                }
            }
            checkRows(copy);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private void countBeforeOpening(Path copy) throws SQLException {
        try (Connection reading = DriverManager.getConnection("jdbc:sqlite:" + copy);
                var statement = reading.createStatement()) {
            // Without its location the copy counts as the original; in a copy, waiting cars would become unknown.
            statement.executeUpdate("DELETE FROM location");
            var rows = statement.executeQuery("SELECT internalId FROM attempt WHERE state = 'sending'");
            while (rows.next()) {
                everOnTheWay.add(rows.getString(1));
            }
        }
    }

    private void checkRows(Path copy) throws SQLException {
        // Posts are counted before the journal is read. Later posts are checked after the next kill.
        Map<String, Integer> posts = new HashMap<>(staging.posts());
        posts.putAll(production.posts());
        Set<String> accepted = new HashSet<>(staging.accepted());
        accepted.addAll(production.accepted());
        Map<String, Integer> versions = new HashMap<>();
        Map<String, String> states = new HashMap<>();
        Set<String> attempts = new HashSet<>();
        try (Connection reading = DriverManager.getConnection("jdbc:sqlite:" + copy);
                var statement = reading.createStatement()) {
            var cars = statement.executeQuery("SELECT id, json_extract(draft, '$.description') FROM car");
            while (cars.next()) {
                versions.put(cars.getString(1), Integer.valueOf(cars.getString(2).substring(1)));
            }
            var rows = statement.executeQuery("SELECT id, internalId, state FROM attempt");
            while (rows.next()) {
                attempts.add(rows.getString(1));
                String twice = states.put(rows.getString(2), rows.getString(3));
                if (twice != null) {
                    tally.wrongState.add(rows.getString(2) + " has two attempts");
                }
            }
        }
        saved.forEach((car, version) -> {
            if (versions.getOrDefault(car, 0) < version) {
                tally.lostSaves.add(car + " was saved as " + version + " and is " + versions.get(car));
            }
        });
        going.forEach((attempt, number) -> {
            if (!attempts.contains(attempt)) {
                tally.withoutRow.add(number + " was asked for and has no row");
            }
        });
        posts.forEach((number, count) -> {
            if (count > 1) {
                tally.postedTwice.add(number + " was posted " + count + " times");
            }
            String state = states.get(number);
            if (state == null) {
                tally.withoutRow.add(number + " was posted and has no row");
            } else if (!MAY_HAVE_ARRIVED.contains(state)) {
                tally.wrongState.add(number + " was posted and is " + state);
            }
        });
        states.forEach((number, state) -> {
            if (state.equals("accepted") && !accepted.contains(number)) {
                tally.wrongState.add(number + " was not taken and is accepted");
            }
            if (state.equals("waiting")) {
                everWaited.add(number);
            }
        });
        tally.stillWaiting = (int) everWaited.stream().filter(posts::containsKey).count();
    }

    private Path journal() {
        return home.resolve("journal.db");
    }

    private Process start(String mode) throws IOException {
        List<String> options = new ArrayList<>(JavaProcess.BRIEF);
        options.addAll(List.of("-Dforecourt.secrets=file", "-Dforecourt.staging.url=" + staging.url(""),
                "-Dforecourt.production.url=" + production.url(""),
                "-Dforecourt.token.url=" + staging.url("/oauth/token")));
        var command = new ProcessBuilder(JavaProcess.inBackground(JavaProcess.command(options,
                VictimMain.class, home.toString(), Long.toString(random.nextLong()), mode)));
        command.environment().put("FORECOURT_CLIENT_ID", "client");
        command.environment().put("FORECOURT_CLIENT_SECRET", "s3cr3t");
        return command.redirectError(home.resolve("errors.txt").toFile()).start();
    }

    private String errors() throws IOException {
        return Files.readString(home.resolve("errors.txt"));
    }
}
