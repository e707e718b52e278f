package app.forecourt.autochat.token;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where tokens outlive the program. A key names the token address, client id, audience and secret, so staging and
 * production, which share them, share the token. How often tokens were asked for is counted for each client, by a name
 * that does not tell its id.
 */
public interface TokenStore {

    /** May wait for the system's keychain. */
    Optional<Token> token(String key);

    /** A place for a token that is being asked for. What comes after all was forgotten, it does not take. */
    Consumer<Token> place(String key);

    /** Drops a token that AutoChat no longer takes. */
    void forget(String key);

    /** A client's requests for tokens that are worth remembering. */
    TokenRequestLog requests(String client);

    /**
     * Remembers them instead of those before; on the disk when this returns, if the disk takes it, so that a kill right
     * after does not undo it. Blocks.
     */
    void note(String client, TokenRequestLog requests);

    /** Whether a secret is kept for another sign-in address than the one of now. */
    boolean isForAnotherAddress();

    /** Whether there may be credentials that can't be read now, since the keychain has not given the key. */
    boolean isLocked();
}
