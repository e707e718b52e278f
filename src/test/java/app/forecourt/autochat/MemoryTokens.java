package app.forecourt.autochat;

import app.forecourt.profile.Token;
import app.forecourt.profile.TokenRequests;
import app.forecourt.profile.TokenStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Outlives clients, as a file would. */
final class MemoryTokens implements TokenStore {
    final Map<String, Token> kept = new ConcurrentHashMap<>();
    final Map<String, TokenRequests> requests = new ConcurrentHashMap<>();
    boolean locked;

    @Override
    public Optional<Token> token(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void keep(String key, Token token) {
        kept.put(key, token);
    }

    @Override
    public void forget(String key) {
        kept.remove(key);
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
        return locked;
    }
}
