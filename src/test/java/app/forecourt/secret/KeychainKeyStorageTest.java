package app.forecourt.secret;

import static app.forecourt.secret.SecretStorage.FILE;
import static app.forecourt.secret.SecretStorage.KEYCHAIN;
import static app.forecourt.secret.SecretStorage.RUN_ONLY;
import static app.forecourt.secret.SecretStorage.UNDECIDED;
import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static app.forecourt.settings.Setting.KEEP_SECRETS;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.forecourt.secret.Vault.State;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.testing.JavaProcess;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The key in a real Secret Service: gnome-keyring on a D-Bus session of its own. Each start of the program is a process
 * of its own. Skipped if these programs are not installed; {@code .ci/run} installs them.
 */
class KeychainKeyStorageTest {
    private static final List<String> NEEDED = List.of("dbus-run-session", "gnome-keyring-daemon");
    private static final String SECRET = "s3cret of the desk";

    @TempDir
    private Path home;

    /** A program that runs one command on the secret of a home and prints the result. */
    static final class KeychainMain {
        private KeychainMain() {}

        /** @param args the home and a command: {@code keychain} and {@code file} store the secret */
        public static void main(String[] args) throws IOException {
            Path home = Path.of(args[0]);
            Preferences preferences = Preferences.open(
                    home.resolve("preferences.json"), new SystemEnvironment(_ -> null, _ -> null), Runnable::run);
            Vault vault = new Vault(preferences, home.resolve("key/vault.key"));
            vault.open();
            switch (args[1]) {
                case "keychain", "file" -> {
                    preferences.put(KEEP_SECRETS, args[1]);
                    say(vault.put(CLIENT_SECRET, SECRET).join());
                    Files.writeString(
                            home.resolve("name"),
                            preferences.entry(Preferences.Section.VAULT, "id").orElse(""));
                }
                case "look" ->
                    say(new KeychainKeyStorage("key " + Files.readString(home.resolve("name")))
                            .read()
                            .isPresent());
                case "forget" -> say(vault.forgetAll().join().isComplete());
                default -> say(vault.secret(CLIENT_SECRET) + " " + vault.state());
            }
            vault.close();
            preferences.close();
        }

        private static void say(Object result) {
            System.out.println("said: " + result);
        }
    }

    @Test
    @Needs(SystemFeature.LOCAL_SERVERS)
    void secretIsStoredReadAndErased() throws Exception {
        assumeTrue(NEEDED.stream().allMatch(KeychainKeyStorageTest::isInstalled), "no Secret Service to be had here");
        assertEquals(
                List.of(
                        "said: " + new State(KEYCHAIN, false),
                        "said: " + SECRET + " " + new State(KEYCHAIN, false),
                        "said: true",
                        "said: true",
                        "said: false",
                        "said:  " + new State(UNDECIDED, false)),
                session("keychain", "read", "look", "forget", "look", "read"));
        String kept = Files.readString(home.resolve("preferences.json"));
        assertFalse(kept.contains(SECRET) || kept.contains("sealed\" : {\n    \"clientSecret"), kept);
        assertFalse(Files.exists(home.resolve("key")));
    }

    @ProofTest
    void missingBusStoresNothingOrFile() throws Exception {
        assertEquals(List.of("said: " + new State(RUN_ONLY, false)), run(command("keychain")));
        assertEquals(List.of("said:  " + new State(UNDECIDED, false)), run(command("read")));
        assertEquals(List.of("said: " + new State(FILE, false)), run(command("file")));
        assertEquals(List.of("said: " + SECRET + " " + new State(FILE, false)), run(command("read")));
    }

    /** Runs all commands in one session, with an unlocked keychain. */
    private List<String> session(String... commands) throws Exception {
        Path script = home.resolve("session.sh");
        String lines = Stream.of(commands)
                .map(command -> command(command).stream()
                        .map(KeychainKeyStorageTest::quoted)
                        .collect(joining(" ")))
                .collect(joining("\n"));
        Files.writeString(
                script, "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null\n" + lines);
        return run(List.of("dbus-run-session", "--", "bash", script.toString()));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private List<String> command(String command) {
        return JavaProcess.command(JavaProcess.BRIEF, KeychainMain.class, home.toString(), command);
    }

    private List<String> run(List<String> command) throws IOException, InterruptedException {
        var start = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = start.environment();
        environment
                .keySet()
                .removeAll(List.of("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "JDK_JAVA_OPTIONS"));
        // The keychain of the user who runs the test must not be used.
        environment.put("HOME", home.toString());
        environment.put("XDG_DATA_HOME", home.resolve("data").toString());
        environment.put(
                "XDG_RUNTIME_DIR", Files.createDirectories(home.resolve("run")).toString());
        Process process = start.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output.lines().filter(line -> line.startsWith("said: ")).toList();
    }

    private static boolean isInstalled(String program) {
        return Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> Stream.of(path.split(":")))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
