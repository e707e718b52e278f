package app.forecourt.secret.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.kill.SignedInAppMain;
import app.forecourt.proof.JavaProcess;
import app.forecourt.secret.Redaction;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets and tokens are planted, the program leads a busy life with every logger at its finest, and then everything it
 * left or showed is searched for them. With the redaction off they are found, so the search can find.
 */
@Timeout(120)
class PlantedSecretTest {
    private static final List<String> LOUD = List.of("", "app.forecourt", "okhttp3", "jdk", "sun",
            "org.sqlite",
            "javax.net.ssl");

    @TempDir
    private Path home;
    /** Held, or they would forget their level. */
    private final List<Logger> loggers = LOUD.stream().map(Logger::getLogger).toList();
    private final Map<Logger, Level> before = new LinkedHashMap<>();
    private final StringWriter everything = new StringWriter();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            everything.append(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Map<Handler, Level> console = new LinkedHashMap<>();

    @BeforeEach
    void listenToEverything() {
        for (Logger logger : loggers) {
            // Null, which a map of Map.of does not take: as the one above it.
            before.put(logger, logger.getLevel());
            logger.setLevel(Level.ALL);
        }
        Logger root = loggers.getFirst();
        for (Handler handler : root.getHandlers()) {
            console.put(handler, handler.getLevel());
            handler.setLevel(Level.SEVERE);
        }
        listener.setLevel(Level.ALL);
        root.addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        loggers.getFirst().removeHandler(listener);
        console.forEach(Handler::setLevel);
        before.forEach(Logger::setLevel);
    }

    private static SecretScanner hunt(String vaultKey) {
        var secrets = new TreeMap<String, String>();
        secrets.put("client secret", BusyApp.SECRET);
        secrets.put("first token", BusyApp.FIRST);
        secrets.put("second token", BusyApp.SECOND);
        secrets.put("stray token", BusyApp.LOST);
        secrets.put("typed secret", BusyApp.TYPED);
        secrets.put("foreign token", BusyApp.FOREIGN.substring(BusyApp.FOREIGN.indexOf('.') + 1));
        secrets.put("vault key", vaultKey);
        return new SecretScanner(secrets);
    }

    private void search(SecretScanner hunt, BusyApp life) throws IOException {
        hunt.in(home);
        hunt.in("the loggers", everything.toString());
        for (Map.Entry<String, String> text : life.shown.entrySet()) {
            hunt.in("shown of " + text.getKey(), text.getValue());
        }
        hunt.in("properties", System.getProperties().toString());
        hunt.in("variables", System.getenv().toString());
    }

    @Test
    void nowhereIsASecret() throws Exception {
        try (BusyApp life = new BusyApp(home, new Redaction())) {
            life.live();
            // What everything stands on: it did happen.
            assertEquals(Set.of("ACCEPTED", "REJECTED", "REFUSED", "UNKNOWN", "WAITING"),
                    life.states.stream().map(state -> state.replaceFirst(".*: ", ""))
                            .collect(Collectors.toSet()),
                    life.states::toString);
            assertTrue(files().containsAll(List.of("journal.db", "journal.db-wal", "preferences.json",
                    "logs/forecourt.0.log", "move.zip", "support.zip")), () -> files().toString());
            SecretScanner hunt = hunt(life.vaultKey());
            search(hunt, life);

            life.moveTheKeyToAFile();
            hunt.in("process", started(life));
            hunt.in(home);
            assertEquals(Set.of(), hunt.hits());

            String key = Files.readString(home.resolve("key/vault.key"));
            SecretScanner forKey = hunt(key);
            forKey.in(home);
            assertEquals(Set.of("key/vault.key: vault key, raw"), forKey.hits());
        }
        SecretScanner closed = hunt("no key: that is hunted for above, and is where it should be");
        closed.in(home);
        assertEquals(Set.of(), closed.hits());
    }

    @Test
    void withoutRedactionTheyAreFound() throws Exception {
        SecretScanner hunt;
        try (BusyApp life = new BusyApp(home, Redaction.none())) {
            life.live();
            // As version 1 kept it.
            Files.writeString(home.resolve("preferences.old"),
                    "{\"clientSecret\": \"" + BusyApp.SECRET.replace("\"", "\\\"") + "\"}");
            hunt = hunt(life.vaultKey());
            search(hunt, life);
            life.moveTheKeyToAFile();
            hunt.in("process", started(life, "-Dsecret=" + BusyApp.SECRET));
        }
        var places = new TreeSet<String>();
        var forms = new TreeSet<String>();
        hunt.hits().forEach(hit -> {
            places.add(hit.replaceFirst(":.*", "").replaceFirst(" of .*", ""));
            forms.add(hit.replaceFirst(".*, ", ""));
        });
        assertTrue(places.containsAll(List.of("journal.db-wal", "logs/forecourt.0.log", "move.zip!journal.db",
                "preferences.old", "process", "shown")), places::toString);
        assertTrue(
                forms.containsAll(List.of("raw", "in JSON", "in Base64", "in Base64url", "as hex", "as HEX",
                        "in a URL", "in HTML")),
                forms::toString);
        for (String secret : List.of("client secret", "first token", "second token", "typed secret",
                "foreign token", "vault key")) {
            assertTrue(hunt.hits().stream().anyMatch(hit -> hit.contains(": " + secret)), secret);
        }
    }

    @Test
    void twoBytesACharacterAreFoundToo() throws IOException {
        for (String form : List.of("UTF-16LE", "UTF-16BE")) {
            SecretScanner hunt = hunt("no key, but as long as a real one would be here");
            hunt.in("here", ("x" + BusyApp.SECRET).getBytes(form));
            assertTrue(hunt.hits().contains("here: client secret, raw and " + form), form);
        }
    }

    private Set<String> files() {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile).map(file -> home.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** All that the system knows of a program that signs in with what lies there. */
    private String started(BusyApp life, String... more) throws Exception {
        var options = new ArrayList<String>(JavaProcess.BRIEF);
        options.addAll(List.of("-Dforecourt.home=" + home, "-Dforecourt.secrets=file"));
        life.properties().forEach((name, value) -> options.add("-D" + name + "=" + value));
        options.addAll(List.of(more));
        Process process = new ProcessBuilder(JavaProcess.command(options, SignedInAppMain.class))
                .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.startsWith("SignedIn"), said);
        return said;
    }
}
