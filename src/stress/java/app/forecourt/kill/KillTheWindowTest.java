package app.forecourt.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.http.CountingServer;
import app.forecourt.http.CountingServer.Reaction;
import app.forecourt.http.CountingServer.Reset;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalState;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills of the whole program with its window at random moments while a robot types and sends cars. The home stays the
 * same over all kills, and a server counts the posts.
 *
 * <p>
 * The rule for typing concerns each text that was in its field more than a second before the kill. This text, or a
 * longer one, must be in the journal. The robot notes the time after it sees the text, and the test notes the time
 * before it kills. Each text that counts as lost is therefore at least a second old.
 */
@Tag("stress")
@Tag("report")
class KillTheWindowTest {
    private static final int SAFE_AFTER = 1000;
    /**
     * The maximum number of keys, or clicks, before a kill. Kills follow events, so that a slow computer gets as far
     * as a fast one.
     */
    private static final int KEYS = 45;
    private static final int CLICKS = 2;
    /** The maximum delay of a kill after the key or click, in milliseconds. */
    private static final int MAX_DELAY = 300;
    /** The maximum delay after the start in milliseconds, for one kill of five, which may come before the window. */
    private static final int MAX_EARLY_DELAY = 2500;

    @TempDir
    Path home;
    private final Random random = new Random(seed());
    private final Map<String, String> promised = new HashMap<>();
    private final Map<String, Integer> clicks = new HashMap<>();
    private final Set<String> wrong = new HashSet<>();
    private int texts;
    private int old;
    private int beforeTheWindow;
    private int onTheWay;
    private long oldestLost;

    private static long seed() {
        return Long.getLong("forecourt.kills.seed", 20261124);
    }

    @Test
    void killLosesAtMostOneSecondOfTyping() throws Exception {
        int kills = Integer.getInteger("forecourt.kills.window", 5);
        long begun = System.nanoTime();
        try (var staging = new CountingServer(KillTheWindowTest::deed)) {
            SignedInHome.create(home, staging);
            boolean cars = false;
            for (int kill = 1; kill <= kills; kill++) {
                cars = kill(kill, cars, staging);
            }
            Duration duration = Duration.ofNanos(System.nanoTime() - begun);
            List<String> report = report(kills, duration, staging);
            Files.write(Path.of("target", "kill-test-window.md"), report);
            System.out.println(String.join("\n", report));
            assertEquals(Set.of(), wrong);
            // The test proves nothing without old texts and accepted cars.
            assertTrue(old > 0 && !staging.accepted().isEmpty(), report::toString);
        }
    }

    /** Returns the reaction of the server to a car, after a delay. Most reactions accept the car. */
    private static Reaction deed(String car) {
        var random = ThreadLocalRandom.current();
        Duration delay = Duration.ofMillis(random.nextInt(400));
        return switch (random.nextInt(8)) {
            case 0 -> new Reaction(Reset.NEVER, 500, delay);
            case 1 -> new Reaction(Reset.AFTER_BODY, 201, delay);
            case 2 -> new Reaction(Reset.WITHIN_ANSWER, 201, delay);
            default -> new Reaction(Reset.NEVER, 201, delay);
        };
    }

    /** A text that the robot saw in a field. */
    private record CarEditState(long at, String number, String field, String text) {
        String key() {
            return number + " " + field;
        }
    }

    /**
     * Starts the program, kills it, and checks the journal.
     *
     * @param cars whether the journal already has cars
     * @return whether the journal has cars after the kill
     */
    private boolean kill(int kill, boolean cars, CountingServer staging) throws Exception {
        boolean early = kill % 5 == 2;
        boolean click = !early && random.nextBoolean();
        int count = 1 + random.nextInt(click ? CLICKS : KEYS);
        int moment = random.nextInt(early ? MAX_EARLY_DELAY : MAX_DELAY);
        Process process = start("K" + kill, cars, staging);
        var lines = new ConcurrentLinkedQueue<String>();
        var reached = new CountDownLatch(count);
        long killed;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("begun", out.readLine(), this::errors);
            var reader = CompletableFuture.runAsync(() -> out.lines().forEach(line -> {
                lines.add(line);
                if (line.startsWith(click ? "click" : "typed") || line.startsWith("failed")) {
                    reached.countDown();
                }
            }), Thread::startVirtualThread);
            boolean isReached = early || reached.await(60, TimeUnit.SECONDS);
            if (!isReached) {
                // The reader can't be closed while the process lives.
                process.toHandle().destroyForcibly();
            }
            assertTrue(isReached, this::errors);
            assertTrue(!process.waitFor(moment, TimeUnit.MILLISECONDS), this::errors);
            killed = System.currentTimeMillis();
            // Killed through its handle, because Process.destroyForcibly would discard the output still in the pipe.
            process.toHandle().destroyForcibly();
            process.waitFor();
            reader.join();
        } finally {
            process.destroyForcibly();
        }
        beforeTheWindow += lines.contains("shown") ? 0 : 1;
        return check(parse(lines), killed, staging);
    }

    private List<CarEditState> parse(Iterable<String> lines) {
        var typed = new ArrayList<CarEditState>();
        for (String line : lines) {
            String[] words = line.split(" ", 5);
            switch (words[0]) {
                case "shown" -> {
                }
                case "typed" ->
                    typed.add(new CarEditState(Long.parseLong(words[1]), words[2], words[3], words[4]));
                case "click" -> clicks.merge(words[1], 1, Integer::sum);
                default -> throw new AssertionError(line + "\n" + errors());
            }
        }
        texts += typed.size();
        return typed;
    }

    /** Checks a copy of the journal, so that the next start finds the journal as the kill left it. */
    private boolean check(List<CarEditState> typed, long killed, CountingServer staging)
            throws IOException, SQLException {
        // Posts are counted before the journal is read. Later posts are checked after the next kill.
        Map<String, Integer> posts = Map.copyOf(staging.posts());
        typed.stream().filter(text -> text.at() < killed - SAFE_AFTER).forEach(text -> {
            old++;
            promised.put(text.key(), text.text());
        });
        Map<String, StoredCar> cars = storedCars();
        promised.forEach((key, text) -> {
            String stored = storedText(cars, key);
            if (!stored.startsWith(text)) {
                wrong.add(key + " was “" + text + "” and is “" + stored + "”");
            }
        });
        typed.stream().filter(text -> !storedText(cars, text.key()).startsWith(text.text()))
                .forEach(text -> oldestLost = Math.max(oldestLost, killed - text.at()));
        posts.forEach((number, count) -> {
            if (count > clicks.getOrDefault(number, 0)) {
                wrong.add(number + " was posted " + count + " times");
            }
            List<SubmissionState> states = cars.containsKey(number)
                    ? cars.get(number).submissions().stream().map(Submission::state).toList()
                    : List.of();
            if (states.size() != 1 || !Set.of(SubmissionState.ACCEPTED, SubmissionState.UNKNOWN)
                    .contains(states.getFirst())) {
                wrong.add(number + " was posted and is " + states);
            }
        });
        Set<String> accepted = Set.copyOf(staging.accepted());
        cars.forEach((number, car) -> car.submissions().stream().filter(Submission::isAccepted)
                .filter(_ -> !accepted.contains(number))
                .forEach(_ -> wrong.add(number + " was not taken and is accepted")));
        return !cars.isEmpty();
    }

    private static String storedText(Map<String, StoredCar> cars, String key) {
        String[] words = key.split(" ");
        if (!cars.containsKey(words[0])) {
            return "";
        }
        StoredCar car = cars.get(words[0]);
        return words[1].equals("builtText") ? builtText(car)
                : car.draft().text(CarField.ofApiName(words[1]).orElseThrow());
    }

    /** Returns the text of the builder: still edited there, or taken. */
    private static String builtText(StoredCar car) {
        return car.editedDescription().isEmpty() ? car.draft().text(CarField.DESCRIPTION)
                : car.editedDescription();
    }

    /** Returns the cars of the journal by stock number. */
    private Map<String, StoredCar> storedCars() throws IOException, SQLException {
        Path copy = KilledHome.copyJournal(home);
        var cars = new HashMap<String, StoredCar>();
        if (Files.exists(copy)) {
            onTheWay += sending(copy);
            try (var journal = new Journal(copy, home.resolve("no-copies"), Clock.systemUTC())) {
                JournalState.Kind kind = journal.check().kind();
                if (kind != JournalState.Kind.SOUND) {
                    wrong.add("the journal was found " + kind);
                }
                for (StockRow row : journal.stock()) {
                    cars.put(row.text(CarField.INTERNAL_ID), journal.car(row.id()).orElseThrow());
                }
            }
        }
        return cars;
    }

    /** Counts the cars in state sending, because opening the journal changes this state to unknown. */
    private static int sending(Path copy) throws SQLException {
        try (Connection reading = DriverManager.getConnection("jdbc:sqlite:" + copy);
                var statement = reading.createStatement()) {
            // Without its location the copy counts as the original; in a copy, waiting cars would become unknown.
            statement.executeUpdate("DELETE FROM location");
            var row = statement.executeQuery("SELECT count(*) FROM attempt WHERE state = 'sending'");
            return row.getInt(1);
        }
    }

    private Process start(String run, boolean cars, CountingServer staging) throws IOException {
        List<String> options = new ArrayList<>(JavaProcess.display());
        options.addAll(JavaProcess.BRIEF);
        options.addAll(List.of("-Dforecourt.home=" + home,
                "-Dforecourt.profile=staging", "-Dforecourt.secrets=file",
                "-Dforecourt.staging.url=" + staging.url(""),
                "-Dforecourt.token.url=" + staging.url("/oauth/token")));
        var start = new ProcessBuilder(JavaProcess.command(options, TypingRobotMain.class, run,
                Long.toString(random.nextLong()), Boolean.toString(cars)));
        start.environment().put("FORECOURT_CLIENT_ID", "client");
        start.environment().put("FORECOURT_CLIENT_SECRET", "s3cr3t");
        start.environment().put("FORECOURT_DEALERSHIP_ID", "dealer");
        return start.redirectError(home.resolve("errors.txt").toFile()).start();
    }

    private String errors() {
        try {
            return Files.readString(home.resolve("errors.txt"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private List<String> report(int kills, Duration duration, CountingServer staging) {
        int posts = staging.posts().values().stream().mapToInt(Integer::intValue).sum();
        long twice = staging.posts().values().stream().filter(count -> count > 1).count();
        return List.of(
                "What was left after the whole program was killed while a robot typed and sent; counted by"
                        + " KillTheWindowTest.",
                "",
                "| what | count |", "|---|---|",
                "| kills (SIGKILL), seed " + seed() + ", " + duration.toSeconds() + " s | " + kills + " |",
                "| of these before the window showed | " + beforeTheWindow + " |",
                "| cars that were on their way at a kill | " + onTheWay + " |",
                "| texts seen in a field, one a key | " + texts + " |",
                "| of these older than a second at the kill | " + old + " |",
                "| milliseconds, the oldest text that was lost | " + oldestLost + " |",
                "| cars for which sending was pressed | " + clicks.size() + " |",
                "| POSTs the server received | " + posts + " |",
                "| cars posted more than once | " + twice + " |",
                "| cars the server took | " + staging.accepted().size() + " |",
                "| what was wrong: older typing lost, posted without a row or twice, unsound journals … | "
                        + wrong.size() + " |");
    }
}
