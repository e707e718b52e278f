package app.forecourt.autochat.token;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Tokens that live no longer than the program, as Practice's server does.
 *
 * @param tokens by key
 * @param requests by client
 */
public record InMemoryTokenStore(Map<String, Token> tokens,
        Map<String, TokenRequestLog> requests) implements TokenStore {

    /** None yet. */
    public InMemoryTokenStore() {
        this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    @Override
    public Optional<Token> token(String key) {
        return Optional.ofNullable(tokens.get(key));
    }

    @Override
    public Consumer<Token> place(String key) {
        return token -> tokens.put(key, token);
    }

    @Override
    public void forget(String key) {
        tokens.remove(key);
    }

    @Override
    public TokenRequestLog requests(String client) {
        return requests.getOrDefault(client, TokenRequestLog.NONE);
    }

    @Override
    public void note(String client, TokenRequestLog made) {
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
}
