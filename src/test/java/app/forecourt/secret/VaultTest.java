package app.forecourt.secret;

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
import app.forecourt.settings.Preferences;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vault over several starts of the program, with working, missing, slow and locked keychains. */
class VaultTest {
    private static final String SECRET = "s3cret of the desk";
    private static final SecretErasure NOTHING = new SecretErasure(false, List.of());
    private static final SecretErasure KEY_LEFT = new SecretErasure(true, List.of());
    private static final Token TOKEN = new Token("opaque", Instant.EPOCH, Instant.EPOCH.plusSeconds(60));

    @TempDir
    private Path home;

    private final Map<String, String> properties = new HashMap<>();
    private KeyStorage keychain = new MemoryKeyStorage();
    private Duration timeout = LongWait.LIMIT;
    private Preferences preferences;
    private Vault vault;

    /** A keychain that does not work. */
    private static class NoKeychain implements KeyStorage {
        @Override
        public Optional<String> read() throws IOException {
            throw new IOException("none");
        }

        @Override
        public void write(String key) throws IOException {
            throw new IOException("none");
        }

        @Override
        public void delete() throws IOException {
            throw new IOException("none");
        }
    }

    private Vault start() {
        close();
        preferences = Preferences.open(file(), new SystemEnvironment(_ -> null, properties::get), Runnable::run);
        return openVault(_ -> keychain);
    }

    private Vault openVault(Function<String, KeyStorage> keychains) {
        vault = new Vault(preferences, keychains, new FileKeyStorage(key()), timeout, new Redaction());
        vault.open();
        return vault;
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
        putSecret();
    }

    private State putSecret() {
        return vault.put(CLIENT_SECRET, SECRET).join();
    }

    private String secret() {
        return vault.secret(CLIENT_SECRET);
    }

    private Path key() {
        return home.resolve("key").resolve("vault.key");
    }

    private String storedText() throws IOException {
        return Files.readString(file());
    }

    private SecretErasure forgetAll() {
        return vault.forgetAll().join();
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

    private void assertSecretAfterStart(String expected) {
        start();
        assertEquals(expected, secret());
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
        assertEquals(SECRET, secret());
        assertEquals(Optional.of(TOKEN), tokens().token("key"));
        assertEmpty(tokens().token("another"));
        tokens().remove("key");
        assertNoToken();

        start();
        assertNoToken();
        assertFalse(Files.exists(key()));
    }

    @Test
    void eachEncryptionHasANewNonce() throws IOException {
        startWithSecret();
        String first = storedText();
        putSecret();
        assertNotEquals(first, storedText());
    }

    @Test
    void textIsDecryptedUnderItsNameOnly() {
        AesGcmBox box = AesGcmBox.of(AesGcmBox.newKey()).orElseThrow();
        String sealed = box.encrypt("clientSecret", SECRET);
        assertEquals(Optional.of(SECRET), box.decrypt("clientSecret", sealed));
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
        keychain = new NoKeychain() {
            @Override
            public Optional<String> read() {
                throw new AssertionError("asked");
            }
        };
        assertSecretAfterStart("");
        vault.close();
        assertEquals(new State(UNDECIDED, false), vault.state());
    }

    @Test
    void missingKeychainKeepsSecretForThisRun() throws IOException {
        keychain = new NoKeychain();
        start();
        assertEquals(new State(RUN_ONLY, false), putSecret());
        assertEquals(SECRET, secret());
        assertFalse(Files.exists(key()), "nobody has agreed to that");
        assertSecretAfterStart("");
        assertFalse(vault.has(CLIENT_SECRET));
    }

    @Test
    void fileReplacesMissingKeychainIfChosen() throws IOException {
        keychain = new NoKeychain();
        startWithSecret();
        assertEquals(new State(FILE, false), keepIn("file"));
        assertSecretAfterStart(SECRET);
        assertEquals(FILE, vault.state().storage());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key().getParent())));
        assertNotStored(SECRET);
    }

    @Test
    void movingToKeychainDeletesFile() {
        properties.put("forecourt.secrets", "file");
        start();
        assertEquals(FILE, putSecret().storage());
        properties.clear();
        start();
        assertEquals(KEYCHAIN, move().storage());
        assertFalse(Files.exists(key()));
        assertSecretAfterStart(SECRET);
    }

    @Test
    void runOnlyStoresNothing() throws IOException {
        startWithSecret();
        assertEquals(RUN_ONLY, keepIn("run").storage());
        assertEquals(SECRET, secret());
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
        start();
        assertEquals("new", secret());
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
        KeyStorage working = keychain;
        keychain = new NoKeychain();
        assertSecretAfterStart("");
        assertEquals(new State(RUN_ONLY, true), vault.state());
        vault.put(CLIENT_SECRET, "for now").join();
        assertEquals("for now", secret());
        keychain = working;
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
        assertEquals(SECRET, secret());
        assertFalse(Files.exists(file()), "nothing is sealed with a key that is gone");
    }

    @Test
    void hangingKeychainBlocksUntilTimeout() {
        startWithSecret();
        var working = (MemoryKeyStorage) keychain;
        var password = new CountDownLatch(1);
        keychain = new MemoryKeyStorage() {
            @Override
            public Optional<String> read() {
                LongWait.untilOpen(password);
                return working.key;
            }
        };
        timeout = Duration.ofMillis(50);
        var states = new LinkedBlockingQueue<State>();
        start().setListener(states::add);
        assertTrue(vault.state().isLocked());
        assertEquals("", secret());
        vault.put(STAGING_CLIENT_SECRET, "typed meanwhile");
        assertEquals("typed meanwhile", vault.secret(STAGING_CLIENT_SECRET));

        password.countDown();
        assertEquals(new State(KEYCHAIN, false), LongWait.next("the state", states));
        assertEquals(SECRET, vault.secret(CLIENT_SECRET));
    }

    @ProofTest
    void hangingKeychainDoesNotBlockClose() {
        var never = new CountDownLatch(1);
        keychain = new NoKeychain() {
            @Override
            public Optional<String> read() {
                LongWait.untilOpen(never);
                return Optional.empty();
            }
        };
        start();
        vault.put(CLIENT_SECRET, SECRET);
        vault.close();
        assertEquals(SECRET, secret());
        never.countDown();
    }

    @Test
    void plainSecretOfEarlierVersionIsEncrypted() throws IOException {
        Files.writeString(file(), """
                {"clientId": "id", "clientSecret": "%s", "tokens": {"key": {"token": "opaque"}}}
                """.formatted(SECRET));
        start();
        decide();
        assertEquals(SECRET, secret());
        assertNotStored(SECRET, "opaque");
        assertSecretAfterStart(SECRET);
    }

    @Test
    void forgetAllErasesSecretsAndTokens() throws IOException {
        startWithSecret();
        storeToken();
        assertEquals(NOTHING, forgetAll());
        assertEquals("", secret());
        assertEmpty(keychain.read());
        assertNotStored("clientSecret", "token|");
        assertFalse(vault.has(CLIENT_SECRET));
        start();
        assertNoToken();
    }

    @Test
    void undeletableKeyIsReported() {
        MemoryKeyStorage original = new MemoryKeyStorage();
        keychain = original;
        startWithSecret();
        keychain = new NoKeychain();
        start();
        assertEquals(KEY_LEFT, forgetAll());
        start();
        assertEquals(KEY_LEFT, forgetAll(), "nor is it gone by itself");
        keychain = original;
        assertTrue(original.key.isPresent());
        start();
        assertEquals(NOTHING, forgetAll());
        assertFalse(original.key.isPresent());
    }

    @Test
    void secretIsHiddenDuringForgetAll() {
        var holding = new AtomicReference<>(new CountDownLatch(0));
        keychain = new MemoryKeyStorage() {
            @Override
            public Optional<String> read() {
                LongWait.untilOpen(holding.get());
                return super.read();
            }
        };
        startWithSecret();
        assertSecretAfterStart(SECRET);
        holding.set(new CountDownLatch(1));
        vault.open();
        var forgotten = vault.forgetAll();
        assertEquals("", secret(), "who signs in with it now keeps a token");
        assertFalse(vault.has(CLIENT_SECRET));
        holding.get().countDown();
        assertEquals(NOTHING, forgotten.join());
        assertSecretAfterStart("");
    }

    /** A locked keychain, which deletes nothing until it is unlocked. */
    private static final class LockedKeychain implements KeyStorage {
        private final MemoryKeyStorage keys = new MemoryKeyStorage();
        private volatile boolean isLocked = true;

        @Override
        public Optional<String> read() {
            return keys.read();
        }

        @Override
        public void write(String key) {
            keys.write(key);
        }

        @Override
        public void delete() throws IOException {
            if (isLocked) {
                throw new IOException("locked");
            }
            keys.delete();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "run"})
    void keyLeftAfterMoveIsErased(String place) {
        LockedKeychain original = new LockedKeychain();
        keychain = original;
        startWithSecret();
        keepIn(place);
        assertTrue(original.keys.key.isPresent());
        start();
        assertEquals(KEY_LEFT, forgetAll());
        original.isLocked = false;
        start();
        assertEquals(NOTHING, forgetAll());
        assertEmpty(original.keys.key);
    }

    @Test
    void keyInUnreachableKeychainIsErasedLater() {
        MemoryKeyStorage original = new MemoryKeyStorage();
        keychain = original;
        startWithSecret();
        keychain = new NoKeychain();
        start();
        preferences.put(KEEP_SECRETS, "file");
        vault.put(CLIENT_SECRET, "typed again").join();
        move();
        keychain = original;
        start();
        assertEquals("typed again", secret());
        assertEquals(NOTHING, forgetAll());
        assertEmpty(original.key);
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
    void secretEnteredDuringForgetAllIsStored() throws Exception {
        startWithSecret();
        var password = new CountDownLatch(1);
        var original = keychain.read();
        var slow = new MemoryKeyStorage() {
            @Override
            public Optional<String> read() {
                LongWait.untilOpen(password);
                return key;
            }
        };
        slow.key = original;
        keychain = slow;
        start();
        var forgetting = vault.forgetAll();
        var typed = vault.put(CLIENT_SECRET, "typed meanwhile");
        password.countDown();
        assertEquals(NOTHING, forgetting.join());
        typed.join();
        start();
        assertEquals("typed meanwhile", secret());
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

    /** Starts with several keychains by the name of the key. */
    private Vault startWith(Map<String, MemoryKeyStorage> keys) {
        start().close();
        return openVault(name -> keys.computeIfAbsent(name, _ -> new MemoryKeyStorage()));
    }

    private static long countKeys(Map<String, MemoryKeyStorage> keys) {
        return keys.values().stream().filter(key -> key.key.isPresent()).count();
    }

    @Test
    void keyNamedInDamagedFileIsErased() throws IOException {
        var keys = new HashMap<String, MemoryKeyStorage>();
        startWith(keys).put(CLIENT_SECRET, SECRET).join();
        close();
        Files.writeString(file(), storedText().stripTrailing().replaceFirst("}$", ""));
        startWith(keys).put(CLIENT_SECRET, "another").join();
        assertEquals(2, countKeys(keys));
        assertEquals(NOTHING, forgetAll());
        assertEquals(0, countKeys(keys));
        assertFalse(Files.exists(home.resolve("preferences.json.bad")));
    }

    @Test
    void keyWithLostNameIsReported() throws IOException {
        var keys = new HashMap<String, MemoryKeyStorage>();
        startWith(keys).put(CLIENT_SECRET, SECRET).join();
        close();
        Files.write(file(), new byte[4096]);
        startWith(keys);
        assertEquals(KEY_LEFT, forgetAll());
        assertEquals(1, countKeys(keys));
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
        try (var files = Files.list(home)) {
            assertEquals(
                    List.of("preferences.json.bad2", "preferences.json.badly"),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.contains("bad"))
                            .sorted()
                            .toList());
        }
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
        preferences = Preferences.open(
                file(),
                new SystemEnvironment(Map.of("FORECOURT_CLIENT_SECRET", "managed")::get, properties::get),
                Runnable::run);
        openVault(_ -> keychain);
        putSecret();
        assertEquals("managed", secret());
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
        tokens().saveRequests("key", TokenRequestLog.NONE);
        assertEquals(TokenRequestLog.NONE, tokens().requests("key"));
    }

    @Test
    void movingStorageKeepsUnreadSecret() throws IOException {
        startWithSecret();
        start();
        assertEquals(RUN_ONLY, keepIn("run").storage());
        assertEquals(SECRET, secret());
        assertEquals(FILE, keepIn("file").storage());
        keychain = new NoKeychain();
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
        var password = new CountDownLatch(1);
        keychain = new MemoryKeyStorage() {
            @Override
            public void write(String newKey) {
                asked.countDown();
                LongWait.untilOpen(password);
                super.write(newKey);
            }
        };
        start();
        secret();
        var moving = vault.moveToChosenStorage();
        LongWait.untilOpen(asked);
        assertTrue(Files.exists(key()));
        assertTrue(storedText().contains("clientSecret"));
        password.countDown();
        assertEquals(KEYCHAIN, moving.join().storage());
        assertFalse(Files.exists(key()));
    }

    @Test
    void keyIsFoundAfterLostPreferences() throws IOException {
        properties.put("forecourt.secrets", "file");
        keychain = new NoKeychain();
        startWithSecret();
        close();
        Files.delete(file());
        start();
        vault.put(CLIENT_SECRET, "again").join();
        start();
        assertEquals("again", secret());
    }

    /** A pipe in place of the key's file would block the reader until a writer opens it. */
    @Test
    void onlyRegularKeyFileIsRead() throws Exception {
        properties.put("forecourt.secrets", "file");
        startWithSecret();
        String key = Files.readString(key());
        removeKey();
        assertEquals(0, new ProcessBuilder("mkfifo", key().toString()).start().waitFor());
        assertStateAfterStart(RUN_ONLY);
        assertEquals(Optional.of(key()), tokens().keyFile());
        assertEquals("", secret());
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

    @Test
    void invalidTokenRequestsAreIgnored() {
        assertEquals(TokenRequestLog.NONE, TokenRequestLog.parse(" "));
    }
}
