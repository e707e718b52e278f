package app.forecourt.kill;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.SignInOutcome;
import app.forecourt.http.CountingServer;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalOpenState;
import app.forecourt.proof.ProofTable;
import app.forecourt.proof.SqlRows;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.testing.StartedProgram;
import app.forecourt.testing.TestHome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A home in which a program that saves and sends cars is killed repeatedly. What the program has printed is compared
 * with the journal and with what the servers received.
 */
public final class KilledHome {
    static final String EARLY = "kills before the journal was open";
    static final String ON_THE_WAY = "cars that were on their way at a kill";
    static final String PROMISED = "texts that must be in the journal";
    /** The time between two keys of the robot on an idle machine at most, in milliseconds. */
    private static final int USUAL_GAP = 100;

    private static final Set<String> MAY_HAVE_ARRIVED = Set.of("sending", "accepted", "unknown");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final int grace;
    private final List<CountingServer> servers;
    private final ProofTable table;
    /** The texts that must be in the journal, by stock number and field. */
    private final Map<List<String>, String> promised = new HashMap<>();

    private final Set<String> clicked = new HashSet<>();
    /** The stock numbers of the queued submissions. */
    private final Map<String, String> going = new HashMap<>();

    private boolean hasJournal;
    private boolean hasCars;

    /** A text that a field had at a time. */
    private record Typed(long at, List<String> place, String text) {}

    /** @param grace milliseconds for which a text may not be in the journal yet */
    KilledHome(Path home, int grace, ProofTable table, CountingServer... servers) {
        this.home = home;
        this.grace = grace;
        this.servers = List.of(servers);
        this.table = table;
    }

    /** A run of so many kills in one of several homes. */
    interface Run {
        void run(int number, int kills) throws Exception;
    }

    /** Shares the kills between two homes that are killed at the same time. */
    static void inTwoHomes(int kills, Run run) {
        List<CompletableFuture<Void>> runs = new ArrayList<>();
        for (int home = 0; home < Math.min(2, kills); home++) {
            int number = home;
            runs.add(CompletableFuture.runAsync(
                    () -> {
                        try {
                            run.run(number, (kills + 1 - number) / 2);
                        } catch (Exception failed) {
                            throw new AssertionError(failed);
                        }
                    },
                    Thread::startVirtualThread));
        }
        runs.forEach(CompletableFuture::join);
    }

    /**
     * Writes preferences and a token. Without a token, five kills before the first token is stored would use up the
     * five token requests an hour.
     */
    public static Path signIn(Path home, CountingServer staging, CountingServer production, Clock clock)
            throws IOException {
        Files.createDirectories(home);
        try (TestHome signedIn = new TestHome(home, clock)) {
            setUp(signedIn, Profile.STAGING, staging.url(""), production.url(""), staging.url("/oauth/token"));
            assertInstanceOf(
                    SignInOutcome.SignedIn.class,
                    signedIn.clients().client(Profile.STAGING).signIn());
        }
        return home;
    }

    /** Writes the preferences with a dealership, and the secret of the client. */
    public static void setUp(TestHome home, Profile profile, String staging, String production, String token)
            throws IOException {
        home.write("""
                {"profile": "%s", "keepSecrets": "file", "clientId": "client",
                 "stagingUrl": "%s", "productionUrl": "%s", "tokenUrl": "%s"}
                """.formatted(profile.key(), staging, production, token));
        home.vault().put(Setting.CLIENT_SECRET, "s3cr3t").join();
        home.clients().dealerships().save(List.of(new Dealership("", "dealer", "dealer")));
    }

    /** Compares what a killed program has printed with a copy of the journal, and with the servers. */
    void check(StartedProgram killed) throws IOException, SQLException {
        read(killed);
        // Posts are counted before the journal is read. Later posts are checked after the next kill.
        Map<String, Integer> posts = new HashMap<>();
        servers.forEach(server -> posts.putAll(server.posts()));
        Path copy = copyJournal(home);
        hasJournal = Files.exists(copy);
        Map<String, JsonNode> drafts = new HashMap<>();
        Map<String, String> states = new HashMap<>();
        Set<String> submissions = new HashSet<>();
        if (hasJournal) {
            // Before the journal is opened, which makes the outcome of interrupted submissions unknown.
            for (List<String> row : submissionsOf(copy)) {
                table.require(!row.contains("null"), "a submission without a value: " + row);
                submissions.add(row.getFirst());
                table.require(states.put(row.get(1), row.get(2)) == null, row.get(1) + " has two submissions");
                table.add(ON_THE_WAY, row.get(2).equals("sending") ? 1 : 0);
            }
            openCopy(copy, table).close();
            for (List<String> row : rows(copy, "SELECT draft FROM car")) {
                JsonNode draft = JSON.readTree(row.getFirst());
                drafts.put(draft.path("internalId").asText(), draft);
            }
        }
        hasCars = !drafts.isEmpty();
        promised.forEach((place, text) -> table.require(
                stored(drafts, place).startsWith(text),
                "Lost: " + place + " was “" + text + "” and is “" + stored(drafts, place) + "”"));
        going.forEach((submission, number) ->
                table.require(submissions.contains(submission), number + " was queued and has no row"));
        posts.forEach((number, count) -> {
            String state = states.getOrDefault(number, "");
            table.require(count == 1 && clicked.contains(number), number + " was posted " + count + " times");
            table.require(MAY_HAVE_ARRIVED.contains(state), number + " was posted and is '" + state + "'");
        });
        states.forEach((number, state) -> table.require(
                !state.equals("accepted")
                        || servers.stream().anyMatch(server -> server.accepted().contains(number)),
                number + " was not taken and is accepted"));
    }

    /** Notes what a killed program has printed. */
    private void read(StartedProgram killed) {
        List<Typed> typed = new ArrayList<>();
        for (String line : killed.lines()) {
            String[] words = line.split(" ", 5);
            switch (words[0]) {
                case "begun", "shown", "came", "car", "before" -> {}
                case "found" -> requireFound(words[1], hasJournal, table);
                case "typed" -> typed.add(new Typed(Long.parseLong(words[1]), List.of(words[2], words[3]), words[4]));
                case "click" -> clicked.add(words[1]);
                case "going" -> going.put(words[1], words[2]);
                default -> throw new AssertionError(line + "\n" + killed.errors());
            }
        }
        for (int i = 0; i < typed.size(); i++) {
            Typed text = typed.get(i);
            if (text.at <= killed.killedAt() - grace * slowness(typed.subList(i, typed.size()))) {
                table.add(PROMISED, 1);
                promised.put(text.place, text.text);
            }
        }
    }

    /** Returns by how much the machine was slower than an idle one, by the longest time between two keys in a field. */
    private static double slowness(List<Typed> typed) {
        long longest = USUAL_GAP;
        for (int i = 1; i < typed.size(); i++) {
            if (typed.get(i).place.equals(typed.get(i - 1).place)) {
                longest = Math.max(longest, typed.get(i).at - typed.get(i - 1).at);
            }
        }
        return (double) longest / USUAL_GAP;
    }

    /** Returns a text of a draft. The text of the builder is still edited there, or was taken as the description. */
    private static String stored(Map<String, JsonNode> drafts, List<String> place) {
        JsonNode draft = drafts.getOrDefault(place.getFirst(), JSON.createObjectNode());
        String description = draft.path("description").asText();
        return place.getLast().equals("builtText")
                ? draft.path("editedDescription").asText(description)
                : draft.path(place.getLast()).asText();
    }

    /**
     * Copies the journal of a home, so that the next start finds it as the kill left it. The copy is missing if it is.
     */
    static Path copyJournal(Path home) throws IOException {
        for (String suffix : List.of("", "-wal")) {
            Path copy = home.resolve("left.db" + suffix);
            Files.deleteIfExists(copy);
            if (Files.exists(home.resolve("journal.db" + suffix))) {
                Files.copy(home.resolve("journal.db" + suffix), copy);
            }
        }
        return home.resolve("left.db");
    }

    /** Opens a copy of the journal, which must be sound. */
    static Journal openCopy(Path copy, ProofTable table) {
        var journal = new Journal(copy, copy.resolveSibling("no-copies"), List.of(), Clock.systemUTC());
        JournalOpenState.Kind kind = journal.check().kind();
        table.require(kind == JournalOpenState.Kind.SOUND, "the journal was found " + kind);
        return journal;
    }

    /** Checks how a started program has found its journal. */
    static void requireFound(String kind, boolean hasJournal, ProofTable table) {
        table.require(kind.equals(hasJournal ? "SOUND" : "NEW"), "the program found its journal " + kind);
    }

    /** Returns the submissions of a copy: id, stock number and state. */
    private static List<List<String>> submissionsOf(Path copy) {
        try {
            return rows(copy, "SELECT id, internalId, state FROM attempt");
        } catch (SQLException killedBeforeTheTables) {
            // The program creates them at its next start.
            return List.of();
        }
    }

    private static List<List<String>> rows(Path copy, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
            return SqlRows.of(connection, sql);
        }
    }

    /** Returns whether the last kill left cars in the journal. */
    boolean hasCars() {
        return hasCars;
    }

    /** Adds to the table what the servers received. */
    void countPosts() {
        for (CountingServer server : servers) {
            table.add("POSTs the servers received", server.posts().size());
            table.add("cars the servers took", server.accepted().size());
        }
    }
}
