package app.forecourt.secret;

import static app.forecourt.file.FileModes.assertMode;
import static app.forecourt.file.Folders.names;
import static app.forecourt.secret.SecretStorage.FILE;
import static app.forecourt.secret.SecretStorage.KEYCHAIN;
import static app.forecourt.secret.SecretStorage.RUN_ONLY;
import static app.forecourt.secret.SecretStorage.UNDECIDED;
import static app.forecourt.settings.Setting.CLIENT_ID;
import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static app.forecourt.settings.Setting.KEEP_SECRETS;
import static app.forecourt.settings.Setting.PRODUCTION_CLIENT_SECRET;
import static app.forecourt.settings.Setting.STAGING_CLIENT_SECRET;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.token.PersistentTokenStore;
import app.forecourt.autochat.token.Token;
import app.forecourt.autochat.token.TokenRequestLog;
import app.forecourt.autochat.token.TokenRequestLog.TokenRequest;
import app.forecourt.secret.Vault.State;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vault over several starts of the program, with working, missing, slow and locked keychains. */
class VaultTest extends VaultFixture {
    private static final SecretErasure NOTHING = new SecretErasure(false, List.of());
    private static final SecretErasure KEY_LEFT = new SecretErasure(true, List.of());
    private static final Token TOKEN = new Token("opaque", Instant.EPOCH, Instant.EPOCH.plusSeconds(60));

    private void assertErasureAfterStart(SecretErasure expected) {
        start();
        assertEquals(expected, forgetAll());
    }

    private State move() {
        return vault.moveToChosenStorage().join();
    }

    private State keepIn(String place) {
        preferences.put(KEEP_SECRETS, place);
        return move();
    }

    private State decide() {
        return LongWait.result(vault.decideStorage());
    }

    private void storeToken() {
        tokens().tokenWriter("key").accept(TOKEN);
    }

    private void assertNoToken() {
        assertEmpty(tokens().token("key"));
    }

    private void assertNotStored(String... texts) throws IOException {
        String stored = storedText();
        assertEmpty(Stream.of(texts).filter(stored::contains).toList());
    }

    private PersistentTokenStore tokens() {
        return new PersistentTokenStore(vault, preferences);
    }

    @Test
    void secretAndTokenAreStoredEncrypted() throws IOException {
        start();
        assertEquals(new State(KEYCHAIN, false), putSecret());
        storeToken();
        decide();
        assertNotStored(SECRET, "opaque");

        start();
        assertTrue(vault.has(CLIENT_SECRET));
        assertSecret(SECRET);
        assertEquals(Optional.of(TOKEN), tokens().token("key"));
        assertEmpty(tokens().token("another"));
        tokens().remove("key");
        assertNoToken();

        start();
        assertNoToken();
        assertFalse(Files.exists(key()));
    }

    @Test
    void textIsDecryptedUnderItsNameOnly() {
        AesGcmBox box = AesGcmBox.of(AesGcmBox.newKey()).orElseThrow();
        String sealed = box.encrypt("clientSecret", SECRET);
        assertEquals(Optional.of(SECRET), box.decrypt("clientSecret", sealed));
        assertNotEquals(sealed, box.encrypt("clientSecret", SECRET), "each text has a nonce of its own");
        assertEmpty(box.decrypt("stagingClientSecret", sealed));
        assertEmpty(AesGcmBox.of(AesGcmBox.newKey()).orElseThrow().decrypt("clientSecret", sealed));
        assertEmpty(box.decrypt("clientSecret", sealed.substring(4)));
        assertEmpty(box.decrypt("clientSecret", "AAAA"));
        assertEmpty(box.decrypt("clientSecret", "no base64"));
        assertEmpty(AesGcmBox.of("AAAA"));
        assertEmpty(AesGcmBox.of("no base64"));
    }

    @Test
    void keychainIsUnusedWithoutSecrets() {
        keychain.isBroken = true;
        assertSecretAfterStart("");
        vault.close();
        assertEquals(new State(UNDECIDED, false), vault.state());
    }

    @Test
    void missingKeychainKeepsSecretForThisRun() throws IOException {
        keychain.isBroken = true;
        start();
        assertEquals(new State(RUN_ONLY, false), putSecret());
        assertSecret(SECRET);
        assertFalse(Files.exists(key()), "nobody has agreed to that");
        assertSecretAfterStart("");
        assertFalse(vault.has(CLIENT_SECRET));
    }

    @Test
    void fileReplacesMissingKeychainIfChosen() throws IOException {
        keychain.isBroken = true;
        startWithSecret();
        assertEquals(new State(FILE, false), keepIn("file"));
        assertSecretAfterStart(SECRET);
        assertEquals(FILE, vault.state().storage());
        assertMode("rw-------", key());
        assertMode("rwx------", key().getParent());
        assertNotStored(SECRET);
    }

    @Test
    void runOnlyStoresNothing() throws IOException {
        startWithSecret();
        assertEquals(RUN_ONLY, keepIn("run").storage());
        assertSecret(SECRET);
        assertEmpty(keychain.read());
        start();
        assertFalse(vault.has(CLIENT_SECRET));
    }

    @Test
    void lostKeyLocksSecretOnly() throws IOException {
        startWithSecret();
        preferences.put(CLIENT_ID, "id");
        keychain.delete();
        assertSecretAfterStart("");
        assertEquals(new State(KEYCHAIN, true), vault.state());
        assertTrue(vault.has(CLIENT_SECRET), "it is there, though nobody can read it");
        assertEquals("id", preferences.get(CLIENT_ID));
        assertTrue(tokens().isLocked());
        assertEquals(Optional.empty(), tokens().keyFile(), "the keychain holds it");

        assertEquals(new State(KEYCHAIN, false), vault.put(CLIENT_SECRET, "new").join());
        assertSecretAfterStart("new");
    }

    @Test
    void tokenDoesNotReplaceLockedKey() throws IOException {
        startWithSecret();
        String key = keychain.read().orElseThrow();
        keychain.delete();
        start();
        secret();
        storeToken();
        assertEquals(Optional.of(TOKEN), tokens().token("key"));
        decide();
        keychain.write(key);
        assertSecretAfterStart(SECRET);
    }

    @Test
    void secretSurvivesMissingKeychain() {
        startWithSecret();
        keychain.isBroken = true;
        assertSecretAfterStart("");
        assertEquals(new State(RUN_ONLY, true), vault.state());
        vault.put(CLIENT_SECRET, "for now").join();
        assertSecret("for now");
        keychain.isBroken = false;
        assertSecretAfterStart(SECRET);
    }

    @Test
    void keychainThatLosesKeyStoresNothing() {
        keychain = new MemoryKeyStorage() {
            @Override
            public void write(String newKey) {}
        };
        start();
        assertEquals(new State(RUN_ONLY, false), putSecret());
        assertSecret(SECRET);
        assertFalse(Files.exists(file()), "nothing is sealed with a key that is gone");
    }

    @Test
    void hangingKeychainBlocksUntilTimeout() {
        startWithSecret();
        keychain.password = new CountDownLatch(1);
        timeout = Duration.ofMillis(50);
        var states = new LinkedBlockingQueue<State>();
        start().setListener(states::add);
        assertTrue(vault.state().isLocked());
        assertSecret("");
        vault.put(STAGING_CLIENT_SECRET, "typed meanwhile");
        assertEquals("typed meanwhile", vault.secret(STAGING_CLIENT_SECRET));

        keychain.password.countDown();
        assertEquals(new State(KEYCHAIN, false), LongWait.next("the state", states));
        assertEquals(SECRET, vault.secret(CLIENT_SECRET));
    }

    @ProofTest
    void hangingKeychainDoesNotBlockClose() {
        keychain.password = new CountDownLatch(1);
        start();
        vault.put(CLIENT_SECRET, SECRET);
        vault.close();
        assertSecret(SECRET);
        keychain.password.countDown();
    }

    @Test
    void plainSecretOfEarlierVersionIsEncrypted() throws IOException {
        Files.writeString(file(), """
                {"clientId": "id", "clientSecret": "%s", "tokens": {"key": {"token": "opaque"}}}
                """.formatted(SECRET));
        start();
        decide();
        assertSecret(SECRET);
        assertNotStored(SECRET, "opaque");
        assertSecretAfterStart(SECRET);
    }

    @Test
    void forgetAllErasesSecretsAndTokens() throws IOException {
        startWithSecret();
        storeToken();
        assertEquals(NOTHING, forgetAll());
        assertSecret("");
        assertEmpty(keychain.read());
        assertNotStored("clientSecret", "token|");
        assertFalse(vault.has(CLIENT_SECRET));
        start();
        assertNoToken();
    }

    @Test
    void secretIsHiddenDuringForgetAll() {
        startWithSecret();
        assertSecretAfterStart(SECRET);
        keychain.password = new CountDownLatch(1);
        vault.open();
        var forgotten = vault.forgetAll();
        assertEquals("", secret(), "who signs in with it now keeps a token");
        assertFalse(vault.has(CLIENT_SECRET));
        keychain.password.countDown();
        assertEquals(NOTHING, forgotten.join());
        assertSecretAfterStart("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keychain", "file", "run"})
    void keyInBrokenKeychainIsErasedLater(String place) {
        startWithSecret();
        keychain.isBroken = true;
        keepIn(place);
        assertErasureAfterStart(KEY_LEFT);
        assertErasureAfterStart(KEY_LEFT);
        assertTrue(keychain.key.isPresent());
        keychain.isBroken = false;
        assertErasureAfterStart(NOTHING);
        assertEmpty(keychain.key);
    }

    @Test
    void keyInUnreachableKeychainIsErasedLater() {
        startWithSecret();
        keychain.isBroken = true;
        start();
        preferences.put(KEEP_SECRETS, "file");
        vault.put(CLIENT_SECRET, "typed again").join();
        move();
        keychain.isBroken = false;
        assertSecretAfterStart("typed again");
        assertEquals(NOTHING, forgetAll());
        assertEmpty(keychain.key);
    }

    @Test
    void tokenAfterForgetAllIsDropped() throws IOException {
        startWithSecret();
        Consumer<Token> late = tokens().tokenWriter("key");
        assertEquals(NOTHING, forgetAll());
        late.accept(TOKEN);
        decide();
        assertNoToken();
        assertEquals(Optional.empty(), keychain.read(), "no new key is made for it");
        assertNotStored("token|");
        storeToken();
        assertEquals(Optional.of(TOKEN), tokens().token("key"), "what is asked for anew is");
    }

    @Test
    void secretEnteredDuringForgetAllIsStored() {
        startWithSecret();
        keychain.password = new CountDownLatch(1);
        start();
        var forgetting = vault.forgetAll();
        var typed = vault.put(CLIENT_SECRET, "typed meanwhile");
        keychain.password.countDown();
        assertEquals(NOTHING, forgetting.join());
        typed.join();
        assertSecretAfterStart("typed meanwhile");
    }

    @Test
    void nothingIsWrittenAfterClose() throws IOException {
        startWithSecret();
        var late = tokens();
        Consumer<Token> place = late.tokenWriter("key");
        forgetAll();
        close();
        Files.delete(file());
        place.accept(TOKEN);
        late.saveRequests("client", new TokenRequestLog(List.of(), Optional.of(Instant.EPOCH)));
        preferences.put(CLIENT_ID, "id");
        preferences.close();
        assertFalse(Files.exists(file()));
    }

    @Test
    void keyNamedInDamagedFileIsErased() throws IOException {
        hasSeveralKeys = true;
        startWithSecret();
        close();
        Files.writeString(file(), storedText().stripTrailing().replaceFirst("}$", ""));
        startWithSecret();
        assertEquals(2, countKeys());
        assertEquals(NOTHING, forgetAll());
        assertEquals(0, countKeys());
        assertFalse(Files.exists(home.resolve("preferences.json.bad")));
    }

    @Test
    void keyWithLostNameIsReported() throws IOException {
        hasSeveralKeys = true;
        startWithSecret();
        close();
        Files.write(file(), new byte[4096]);
        assertErasureAfterStart(KEY_LEFT);
        assertEquals(1, countKeys());
    }

    @Test
    void damagedFilesAreErased() throws IOException {
        Files.writeString(home.resolve("preferences.json.bad"), "{\"clientSecret\": \"" + SECRET + "\", {");
        Files.writeString(home.resolve("preferences.json.bad12"), "{\"vault\": {}, {");
        Files.writeString(home.resolve("preferences.json.badly"), "hers");
        Path stays = home.resolve("preferences.json.bad2");
        Files.createDirectories(stays.resolve("inside"));
        start();
        assertEquals(new SecretErasure(true, List.of(stays)), forgetAll());
        assertEquals(Set.of("preferences.json.bad2", "preferences.json.badly", "preferences.json"), names(home));
    }

    @Test
    void unwritablePreferencesAreReported() throws IOException {
        startWithSecret();
        Files.delete(file());
        Files.createDirectories(file().resolve("inside"));
        assertEquals(new SecretErasure(false, List.of(file())), forgetAll());
    }

    @Test
    void requestCountsWithClientIdAreRemoved() throws IOException {
        Files.writeString(file(), "{\"tokenRequests\": {\"https://a|its id|b|c\": \"- 2026-01-01T00:00:00Z\"}}");
        start();
        decide();
        assertNotStored("its id");
    }

    @Test
    void secretFromOutsideTakesPrecedence() {
        variables.put("FORECOURT_CLIENT_SECRET", "managed");
        startWithSecret();
        assertSecret("managed");
        assertTrue(vault.has(PRODUCTION_CLIENT_SECRET));
    }

    @Test
    void damagedCiphertextLocksSecret() throws IOException {
        startWithSecret();
        close();
        Files.writeString(file(), storedText().replaceFirst("(\"clientSecret\" : \")....", "$1AAAA"));
        assertSecretAfterStart("");
        assertTrue(vault.state().isLocked());
    }

    @Test
    void tokenRequestsAreStoredAsPlainText() throws IOException {
        start();
        var requests = new TokenRequestLog(
                List.of(new TokenRequest(Instant.EPOCH, "1a2b"), new TokenRequest(Instant.EPOCH.plusSeconds(1), "")),
                Optional.of(Instant.EPOCH.plusSeconds(9)));
        tokens().saveRequests("key", requests);
        assertTrue(storedText().contains("1970"), "on the disk at once");
        start();
        assertEquals(requests, tokens().requests("key"));
        assertEquals(TokenRequestLog.NONE, tokens().requests("another"));
        assertEquals(TokenRequestLog.NONE, TokenRequestLog.parse("no moment"));
        assertEquals(TokenRequestLog.NONE, TokenRequestLog.parse(" "));
        tokens().saveRequests("key", TokenRequestLog.NONE);
        assertEquals(TokenRequestLog.NONE, tokens().requests("key"));
    }

    @Test
    void movingStorageKeepsUnreadSecret() throws IOException {
        startWithSecret();
        start();
        assertEquals(RUN_ONLY, keepIn("run").storage());
        assertSecret(SECRET);
        assertEquals(FILE, keepIn("file").storage());
        keychain.isBroken = true;
        start();
        assertEquals(FILE, keepIn("keychain").storage(), "it stays where it can be");
        assertSecretAfterStart(SECRET);
    }

    /** A full disk may keep the note of the new storage from being saved. */
    @Test
    void unsavedMoveKeepsOldKey() throws IOException {
        startWithSecret();
        Path saved = Files.move(file(), home.resolve("saved"));
        Files.createDirectories(file().resolve("inside"));
        keepIn("file");
        close();
        Files.delete(file().resolve("inside"));
        Files.delete(file());
        Files.move(saved, file());
        assertSecretAfterStart(SECRET);
    }

    @Test
    void oldStorageHasSecretUntilMoved() throws Exception {
        properties.put("forecourt.secrets", "file");
        startWithSecret();
        properties.clear();
        var asked = new CountDownLatch(1);
        keychain = new MemoryKeyStorage() {
            @Override
            public void write(String newKey) throws IOException {
                asked.countDown();
                super.write(newKey);
            }
        };
        keychain.password = new CountDownLatch(1);
        start();
        secret();
        var moving = vault.moveToChosenStorage();
        LongWait.untilOpen(asked);
        assertTrue(Files.exists(key()));
        assertTrue(storedText().contains("clientSecret"));
        keychain.password.countDown();
        assertEquals(KEYCHAIN, moving.join().storage());
        assertFalse(Files.exists(key()));
        assertSecretAfterStart(SECRET);
    }

    @Test
    void keyIsFoundAfterLostPreferences() throws IOException {
        properties.put("forecourt.secrets", "file");
        keychain.isBroken = true;
        startWithSecret();
        close();
        Files.delete(file());
        start();
        vault.put(CLIENT_SECRET, "again").join();
        assertSecretAfterStart("again");
    }

    /** A pipe in place of the key's file would block the reader until a writer opens it. */
    @Test
    @Needs(SystemFeature.UNIX_PROGRAMS)
    void onlyRegularKeyFileIsRead() throws Exception {
        properties.put("forecourt.secrets", "file");
        startWithSecret();
        String key = Files.readString(key());
        removeKey();
        assertEquals(0, new ProcessBuilder("mkfifo", key().toString()).start().waitFor());
        assertStateAfterStart(RUN_ONLY);
        assertEquals(Optional.of(key()), tokens().keyFile());
        assertSecret("");
        removeKey();
        Files.createSymbolicLink(key(), Path.of("/dev/zero"));
        assertStateAfterStart(RUN_ONLY);
        removeKey();
        Files.writeString(key(), key + " ".repeat(64 * 1024));
        assertStateAfterStart(FILE);
        close();
        Files.writeString(key(), key);
        assertSecretAfterStart(SECRET);
    }

    private void removeKey() throws IOException {
        close();
        Files.delete(key());
    }

    private void assertStateAfterStart(SecretStorage storage) {
        start();
        assertEquals(new State(storage, true), decide());
    }
}
