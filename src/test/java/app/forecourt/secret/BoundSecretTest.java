package app.forecourt.secret;

import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static app.forecourt.settings.Setting.KEEP_SECRETS;
import static app.forecourt.settings.Setting.TOKEN_ADDRESS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.SystemEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that can be read only for the token address at the time of entry. */
class BoundSecretTest {
    private static final String SECRET = "s3cret of the desk";
    private static final String STANDARD = TOKEN_ADDRESS.defaultValue();
    private static final String ELSEWHERE = "https://elsewhere.example/token";

    @TempDir
    private Path home;

    private final MemoryKeyStorage keychain = new MemoryKeyStorage();
    private Map<String, String> properties = Map.of();
    private Preferences preferences;
    private Vault vault;

    private void start() {
        close();
        preferences = Preferences.open(file(), new SystemEnvironment(_ -> null, properties::get), Runnable::run);
        vault = keychain.openVault(preferences, home.resolve("key").resolve("vault.key"), new Redaction());
        vault.awaitOpened();
    }

    @AfterEach
    void close() {
        if (vault != null) {
            vault.close();
            preferences.close();
        }
    }

    private Path file() {
        return home.resolve("preferences.json");
    }

    private void startWithSecret() {
        start();
        vault.put(CLIENT_SECRET, SECRET).join();
    }

    private void assertSecretAfterStart(String expected) {
        start();
        assertEquals(expected, vault.secret(CLIENT_SECRET));
    }

    private void editAddress() throws IOException {
        edit("{", "{\"tokenUrl\": \"" + ELSEWHERE + "\",");
    }

    private void edit(String target, String replacement) throws IOException {
        close();
        Files.writeString(file(), Files.readString(file()).replaceFirst(Pattern.quote(target), replacement));
    }

    @Test
    void editedAddressHidesSecret() throws IOException {
        startWithSecret();
        editAddress();
        start();
        assertEquals(ELSEWHERE, preferences.get(TOKEN_ADDRESS));
        assertEquals("", vault.secret(CLIENT_SECRET));
    }

    @Test
    void restoredAddressRevealsSecretAgain() throws IOException {
        editedAddressHidesSecret();
        assertEquals(new Vault.State(SecretStorage.KEYCHAIN, false), vault.state());
        assertEquals(true, vault.hasSecretForOtherAddress());
        assertEquals(Optional.of(STANDARD), vault.otherAddress(CLIENT_SECRET));
        preferences.put(TOKEN_ADDRESS, STANDARD);
        assertSecretAfterStart(SECRET);
        assertEquals(false, vault.hasSecretForOtherAddress());
    }

    @Test
    void editedAddressBesideSecretHidesIt() throws IOException {
        startWithSecret();
        editAddress();
        edit(" " + STANDARD, " " + ELSEWHERE);
        assertSecretAfterStart("");
    }

    @Test
    void addressChangedInThisRunHidesSecret() {
        startWithSecret();
        preferences.put(TOKEN_ADDRESS, ELSEWHERE);
        assertEquals("", vault.secret(CLIENT_SECRET));
        vault.put(CLIENT_SECRET, SECRET).join();
        assertEquals(SECRET, vault.secret(CLIENT_SECRET));
    }

    @Test
    void addressFromOutsideKeepsSecret() {
        startWithSecret();
        properties = Map.of("forecourt.token.url", ELSEWHERE);
        assertSecretAfterStart(SECRET);
    }

    @Test
    void secretOfEarlierVersionIsBound() throws IOException {
        writeAsEarlierVersion();
        assertSecretAfterStart(SECRET);
        assertEquals(true, Files.readString(file()).contains("\"clientSecret\" : \"2 "), Files.readString(file()));
        editAddress();
        assertSecretAfterStart("");
    }

    @Test
    void oldCopyOfPreferencesHidesSecret() throws IOException {
        String old = writeAsEarlierVersion();
        start();
        close();
        Files.writeString(file(), old.replaceFirst("\\{", "{\"tokenUrl\": \"" + ELSEWHERE + "\","));
        assertSecretAfterStart("");
    }

    @Test
    void killBeforeKeyIsMarkedKeepsSecret() throws IOException {
        writeAsEarlierVersion();
        String unmarked = keychain.key.orElseThrow();
        start();
        close();
        keychain.key = Optional.of(unmarked);
        assertSecretAfterStart(SECRET);
        assertEquals(Optional.of("2:" + unmarked), keychain.key);
    }

    @Test
    void movedKeyKeepsSecretOfOtherAddress() {
        startWithSecret();
        preferences.put(TOKEN_ADDRESS, ELSEWHERE);
        preferences.put(KEEP_SECRETS, "file");
        assertEquals(SecretStorage.FILE, vault.moveToChosenStorage().join().storage());
        preferences.put(TOKEN_ADDRESS, STANDARD);
        assertSecretAfterStart(SECRET);
    }

    /** Writes key and preferences like a version that did not bind secrets, and returns the preferences. */
    private String writeAsEarlierVersion() throws IOException {
        close();
        String key = AesGcmBox.newKey();
        keychain.key = Optional.of(key);
        String old = "{\"sealed\" : {\"clientSecret\" : \""
                + AesGcmBox.of(key).orElseThrow().encrypt("clientSecret", SECRET)
                + "\"}, \"vault\" : {\"id\" : \"one\", \"keptIn\" : \"keychain\"}}";
        Files.writeString(file(), old);
        return old;
    }
}
