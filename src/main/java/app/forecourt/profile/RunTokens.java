package app.forecourt.profile;

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
    public Consumer<Token> place(String key) {
        return token -> tokens.put(key, token);
    }

    @Override
    public void forget(String key) {
        tokens.remove(key);
    }

    @Override
    public TokenRequests requests(String client) {
        return requests.getOrDefault(client, TokenRequests.NONE);
    }

    @Override
    public void note(String client, TokenRequests made) {
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
