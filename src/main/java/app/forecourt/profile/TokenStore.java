package app.forecourt.profile;

import java.util.Optional;

/**
 * Where tokens outlive the program. A key names the token address, client id and audience, so staging and
 * production, which share them, share the token.
 */
public interface TokenStore {

    /** May wait for the system's keychain. */
    Optional<Token> token(String key);

    void keep(String key, Token token);

    /** Drops a token that AutoChat no longer takes. */
    void forget(String key);

    /** The requests for such a token that are worth remembering. */
    TokenRequests requests(String key);

    /**
     * Remembers them instead of those before; on the disk when this returns, if the disk takes it, so that a kill right
     * after does not undo it. Blocks.
     */
    void note(String key, TokenRequests requests);

    /** Whether there may be credentials that can't be read now, since the keychain has not given the key. */
    boolean isLocked();
}
