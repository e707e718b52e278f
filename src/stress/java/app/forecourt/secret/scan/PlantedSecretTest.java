package app.forecourt.secret.scan;

import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.secret.LoudLog;
import app.forecourt.secret.Redaction;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.StartedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A search for secrets in everything that the program writes and shows, with all loggers at their finest level. Without
 * redaction the search finds the secrets, which proves that the search works.
 */
@Timeout(120)
@Tag("stress")
class PlantedSecretTest {
    @TempDir
    private Path home;

    private final LoudLog log = new LoudLog("app.forecourt", "okhttp3", "jdk", "sun", "org.sqlite", "javax.net.ssl");

    @AfterEach
    void close() {
        log.close();
    }

    private static SecretScanner scanner(String vaultKey) {
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

    private void search(SecretScanner scanner, BusyApp app) throws IOException {
        scanner.scan(home);
        scanner.scan("the loggers", log.text());
        for (Map.Entry<String, String> text : app.shown.entrySet()) {
            scanner.scan("shown of " + text.getKey(), text.getValue());
        }
        scanner.scan("properties", System.getProperties().toString());
        scanner.scan("variables", System.getenv().toString());
    }

    @Test
    void noSecretIsFound() throws Exception {
        try (BusyApp app = new BusyApp(home, new Redaction())) {
            app.run();
            // The test is meaningless unless all these states occurred.
            assertEquals(
                    Set.of("ACCEPTED", "REJECTED", "REFUSED", "UNKNOWN", "WAITING"),
                    app.states.stream()
                            .map(state -> state.replaceFirst(".*: ", ""))
                            .collect(Collectors.toSet()),
                    app.states::toString);
            assertTrue(
                    files().containsAll(List.of(
                            "journal.db", "journal.db-wal", "preferences.json", "logs/forecourt.0.log", "support.zip")),
                    () -> files().toString());
            SecretScanner scanner = scanner(app.vaultKey());
            search(scanner, app);

            app.moveKeyToFile();
            scanner.scan("process", started(app));
            scanner.scan(home);
            assertEquals(Set.of(), scanner.hits());

            String key = Files.readString(home.resolve("key/vault.key"));
            SecretScanner forKey = scanner(key);
            forKey.scan(home);
            assertEquals(Set.of("key/vault.key: vault key, raw"), forKey.hits());
        }
        SecretScanner closed = scanner("no key: that is hunted for above, and is where it should be");
        closed.scan(home);
        assertEquals(Set.of(), closed.hits());
    }

    @ProofTest
    void secretsAreFoundWithoutRedaction() throws Exception {
        SecretScanner scanner;
        try (BusyApp app = new BusyApp(home, Redaction.none())) {
            app.run();
            // Version 1 stored the secret in this form.
            Files.writeString(
                    home.resolve("preferences.old"),
                    "{\"clientSecret\": \"" + BusyApp.SECRET.replace("\"", "\\\"") + "\"}");
            scanner = scanner(app.vaultKey());
            search(scanner, app);
            app.moveKeyToFile();
            scanner.scan("process", started(app, "-Dsecret=" + BusyApp.SECRET));
        }
        var places = new TreeSet<String>();
        var forms = new TreeSet<String>();
        scanner.hits().forEach(hit -> {
            places.add(hit.replaceFirst(":.*", "").replaceFirst(" of .*", ""));
            forms.add(hit.replaceFirst(".*, ", ""));
        });
        assertTrue(
                places.containsAll(
                        List.of("journal.db-wal", "logs/forecourt.0.log", "preferences.old", "process", "shown")),
                places::toString);
        assertTrue(
                forms.containsAll(List.of(
                        "raw", "in JSON", "in Base64", "in Base64url", "as hex", "as HEX", "in a URL", "in HTML")),
                forms::toString);
        for (String secret :
                List.of("client secret", "first token", "second token", "typed secret", "foreign token", "vault key")) {
            assertTrue(scanner.hits().stream().anyMatch(hit -> hit.contains(": " + secret)), secret);
        }
    }

    @Test
    void secretsInUtf16AreFound() throws IOException {
        for (String form : List.of("UTF-16LE", "UTF-16BE")) {
            SecretScanner scanner = scanner("no key, but as long as a real one would be here");
            scanner.scan("here", ("x" + BusyApp.SECRET).getBytes(form));
            assertTrue(scanner.hits().contains("here: client secret, raw and " + form), form);
        }
    }

    private Set<String> files() {
        try (Stream<Path> paths = Files.walk(home)) {
            return paths.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Returns all that the system knows about a process that signs in with the stored secrets. */
    private String started(BusyApp app, String... moreOptions) throws Exception {
        var options = new ArrayList<>(List.of("-Dforecourt.home=" + home, "-Dforecourt.secrets=file"));
        app.properties().forEach((name, value) -> options.add("-D" + name + "=" + value));
        options.addAll(List.of(moreOptions));
        StartedProgram program = StartedProgram.start(options, SignedInAppMain.class);
        String output = String.join("\n", program.end()) + program.errors();
        assertStartsWith("SignedIn", output);
        return output;
    }
}
