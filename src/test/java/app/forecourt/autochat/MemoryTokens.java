package app.forecourt.autochat;

import app.forecourt.profile.Token;
import app.forecourt.profile.TokenStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Outlives clients, as a file would. */
final class MemoryTokens implements TokenStore {
    final Map<String, Token> kept = new ConcurrentHashMap<>();

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
}
