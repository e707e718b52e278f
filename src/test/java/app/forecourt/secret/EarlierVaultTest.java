package app.forecourt.secret;

import static app.forecourt.secret.SecretStorage.FILE;
import static app.forecourt.secret.SecretStorage.KEYCHAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Secrets of homes that earlier versions wrote, as literal texts. */
class EarlierVaultTest extends VaultFixture {
    private static final String TOKEN = "token|https://a.example/token|ID|x|0123abcd";
    private static final String ID = "6d2ac1ab-3989-40a7-a878-0f7155ded3d0";
    private static final String KEY = "1MQHkAQVHooov+5fMbeVWXgfpBVcKQLh07MsIfuCO+c=";
    private static final String SEALED = """
            "sealed" : {
              "clientSecret" : "2 nmC80Enwl+vgEr/KtOA//xWpoIzv4clm5X/YVqKvzUOCToD2Org7kLOd6OgxFQ== https://autochat-dev.eu.auth0.com/oauth/token",
              "token|https://a.example/token|ID|x|0123abcd" : "W5vZIjjD2OVFkbfN98Apj6t6ZvEoQtBrG7IIsUqvSRL2tcmA0lS/GEnzSUzpQX2pcEPIq9dzY6AJKd1WCo+TqrPWPLgrEs+tRYOU9VeUboLCk1athQEB44vtFxa4BtpzVxtZOVRlK3KhhzX0zlKNfjQ="
            }""";

    private static final String IN_KEYCHAIN =
            "{\"vault\" : {\"id\" : \"" + ID + "\", \"keptIn\" : \"keychain\"}, " + SEALED + "}";

    EarlierVaultTest() {
        hasSeveralKeys = true;
    }

    private void start(String json) throws IOException {
        Files.writeString(file(), json);
        assertSecretAfterStart(SECRET);
    }

    @Test
    void keyInKeychainOpensTextsAndChangesNothing() throws IOException {
        keychain(ID).write("2:" + KEY);
        start(IN_KEYCHAIN);
        assertEquals("opaque", vault.text(TOKEN).orElseThrow().substring(10, 16));
        assertEquals(new Vault.State(KEYCHAIN, false), vault.state());
        vault.decideStorage().join();
        assertEquals(IN_KEYCHAIN, storedText());
        assertEquals(Optional.of("2:" + KEY), keychain(ID).read());
    }

    @Test
    void keyInFileOpensTexts() throws IOException {
        new FileKeyStorage(key()).write("2:" + KEY);
        start("{\"keepSecrets\" : \"file\", \"vault\" : {\"keptIn\" : \"file\"}, " + SEALED + "}");
        assertEquals(new Vault.State(FILE, false), vault.state());
    }

    /** The version before marked keys accepted secrets without an address. */
    @Test
    void unmarkedKeyOpensTexts() throws IOException {
        keychain(ID).write(KEY);
        start(IN_KEYCHAIN);
        vault.decideStorage().join();
        assertEquals(Optional.of("2:" + KEY), keychain(ID).read());
    }

    @Test
    void unusedKeysAreErased() throws IOException {
        for (String name : List.of("one", "two", ID)) {
            keychain(name).write("2:" + KEY);
        }
        start("{\"vault\" : {\"id\" : \"" + ID + "\", \"keptIn\" : \"keychain\", \"left\" : \"one two\"}, " + SEALED
                + "}");
        assertEquals(new SecretErasure(false, List.of()), forgetAll());
        assertEquals(0, countKeys());
    }
}
