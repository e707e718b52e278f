package app.forecourt.profile;

import java.util.Optional;

/**
 * Where tokens outlive the program. A key names the token address, client id and audience, so staging and
 * production, which share them, share the token.
 */
public interface TokenStore {

    Optional<Token> token(String key);

    void keep(String key, Token token);

    /** Drops a token that AutoChat no longer takes. */
    void forget(String key);
}
