package app.forecourt.secret;

import static app.forecourt.secret.SecretStorage.FILE;
import static app.forecourt.secret.SecretStorage.KEYCHAIN;
import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static app.forecourt.settings.Setting.KEEP_SECRETS;
import static app.forecourt.settings.Setting.TOKEN_ADDRESS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Secrets that can be read only for the token address at the time of entry. */
class BoundSecretTest extends VaultFixture {
    private static final String STANDARD = TOKEN_ADDRESS.defaultValue();
    private static final String ELSEWHERE = "https://elsewhere.example/token";

    private void editAddress() throws IOException {
        edit("{", "{\"tokenUrl\": \"" + ELSEWHERE + "\",");
    }

    private void edit(String target, String replacement) throws IOException {
        close();
        Files.writeString(file(), storedText().replaceFirst(Pattern.quote(target), replacement));
    }

    @Test
    void editedAddressHidesSecretUntilRestored() throws IOException {
        startWithSecret();
        editAddress();
        start();
        assertEquals(ELSEWHERE, preferences.get(TOKEN_ADDRESS));
        assertSecret("");
        assertEquals(new Vault.State(KEYCHAIN, false), vault.state());
        assertTrue(vault.hasSecretForOtherAddress());
        assertEquals(Optional.of(STANDARD), vault.otherAddress(CLIENT_SECRET));
        preferences.put(TOKEN_ADDRESS, STANDARD);
        assertSecretAfterStart(SECRET);
        assertFalse(vault.hasSecretForOtherAddress());
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
        assertSecret("");
        putSecret();
        assertSecret(SECRET);
    }

    @Test
    void addressFromOutsideKeepsSecret() {
        startWithSecret();
        properties.put("forecourt.token.url", ELSEWHERE);
        assertSecretAfterStart(SECRET);
    }

    @Test
    void secretOfEarlierVersionIsBound() throws IOException {
        writeAsEarlierVersion();
        assertSecretAfterStart(SECRET);
        assertTrue(storedText().contains("\"clientSecret\" : \"2 "), storedText());
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
    void movedKeyKeepsSecretOfOtherAddress() {
        startWithSecret();
        preferences.put(TOKEN_ADDRESS, ELSEWHERE);
        preferences.put(KEEP_SECRETS, "file");
        assertEquals(FILE, vault.moveToChosenStorage().join().storage());
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
