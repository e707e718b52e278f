package app.forecourt.profile;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens that live no longer than the program, as Practice's server does.
 *
 * @param tokens by key
 * @param requests by key
 */
public record RunTokens(Map<String, Token> tokens,
        Map<String, TokenRequests> requests) implements TokenStore {

    /** None yet. */
    public RunTokens() {
        this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    @Override
    public Optional<Token> token(String key) {
        return Optional.ofNullable(tokens.get(key));
    }

    @Override
    public void keep(String key, Token token) {
        tokens.put(key, token);
    }

    @Override
    public void forget(String key) {
        tokens.remove(key);
    }

    @Override
    public TokenRequests requests(String key) {
        return requests.getOrDefault(key, TokenRequests.NONE);
    }

    @Override
    public void note(String key, TokenRequests made) {
        requests.put(key, made);
    }

    @Override
    public boolean isLocked() {
        return false;
    }
}
