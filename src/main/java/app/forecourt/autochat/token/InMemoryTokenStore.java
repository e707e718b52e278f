package app.forecourt.autochat.token;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A token store that lives as long as the program, for the embedded practice server.
 *
 * @param tokens the tokens by key
 * @param requests the request logs by client
 */
public record InMemoryTokenStore(Map<String, Token> tokens, Map<String, TokenRequestLog> requests)
        implements TokenAndRequestStore {

    /** Creates an empty store. */
    public InMemoryTokenStore() {
        this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    @Override
    public Optional<Token> token(String key) {
        return Optional.ofNullable(tokens.get(key));
    }

    @Override
    public Consumer<Token> tokenWriter(String key) {
        return token -> tokens.put(key, token);
    }

    @Override
    public void remove(String key) {
        tokens.remove(key);
    }

    @Override
    public TokenRequestLog requests(String client) {
        return requests.getOrDefault(client, TokenRequestLog.NONE);
    }

    @Override
    public void saveRequests(String client, TokenRequestLog made) {
        requests.put(client, made);
    }

    @Override
    public boolean isForAnotherAddress() {
        return false;
    }

    @Override
    public boolean isLocked() {
        return false;
    }

    @Override
    public Optional<Path> keyFile() {
        return Optional.empty();
    }
}
