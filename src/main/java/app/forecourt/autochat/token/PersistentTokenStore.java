package app.forecourt.autochat.token;

import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Preferences.Section;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The token store of staging and production. Tokens are encrypted in the vault. The log of token requests is plain text
 * in the preferences.
 */
public final class PersistentTokenStore implements TokenAndRequestStore {
    private static final String VALUE = "token";
    private static final String OBTAINED = "obtained";
    private static final String EXPIRES = "expires";

    /** Loaded with the first token, because its 18 ms would delay the first frame of the window. */
    private static final class Mapper {
        static final ObjectMapper JSON = new ObjectMapper();
    }

    private final Vault vault;
    private final Preferences preferences;

    public PersistentTokenStore(Vault vault, Preferences preferences) {
        this.vault = vault;
        this.preferences = preferences;
    }

    @Override
    public Optional<Token> token(String key) {
        return vault.text(name(key)).flatMap(PersistentTokenStore::read);
    }

    private static Optional<Token> read(String text) {
        try {
            JsonNode token = Mapper.JSON.readTree(text);
            return Optional.of(new Token(
                    token.path(VALUE).asText(),
                    Instant.parse(token.path(OBTAINED).asText()),
                    Instant.parse(token.path(EXPIRES).asText())));
        } catch (JsonProcessingException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public Consumer<Token> tokenWriter(String key) {
        Consumer<String> writer = vault.deferredStore(name(key));
        return token -> writer.accept(Mapper.JSON
                .createObjectNode()
                .put(VALUE, token.value())
                .put(OBTAINED, token.obtained().toString())
                .put(EXPIRES, token.expires().toString())
                .toString());
    }

    @Override
    public void remove(String key) {
        vault.remove(name(key));
    }

    private static String name(String key) {
        return "token|" + key;
    }

    @Override
    public TokenRequestLog requests(String client) {
        return preferences
                .entry(Section.TOKEN_REQUESTS, client)
                .map(TokenRequestLog::parse)
                .orElse(TokenRequestLog.NONE);
    }

    @Override
    public void saveRequests(String client, TokenRequestLog requests) {
        preferences.setEntry(
                Section.TOKEN_REQUESTS,
                client,
                Optional.of(requests.text()).filter(_ -> !requests.equals(TokenRequestLog.NONE)));
        var unused = preferences.saveNow();
    }

    @Override
    public boolean isForAnotherAddress() {
        return vault.hasSecretForOtherAddress();
    }

    @Override
    public boolean isLocked() {
        return vault.state().isLocked();
    }

    @Override
    public Optional<Path> keyFile() {
        return vault.keyFile();
    }
}
