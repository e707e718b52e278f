package app.forecourt.autochat.token;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Storage for tokens and for the log of token requests. A token's key names the token address, client id, audience and
 * secret; staging and production share them and so share the token. Requests are counted per client, under a name that
 * does not reveal the client id.
 */
public interface TokenAndRequestStore {

    /** Returns the stored token. May wait for the system's keychain. */
    Optional<Token> token(String key);

    /**
     * Returns a writer for a token that is being requested. The writer stores nothing if all tokens have been deleted
     * since.
     */
    Consumer<Token> tokenWriter(String key);

    /** Deletes a token that AutoChat no longer accepts. */
    void remove(String key);

    /** Returns the log of a client's recent token requests. */
    TokenRequestLog requests(String client);

    /**
     * Replaces the log of a client. Blocks until the log is on the disk, if the disk accepts it. A program killed
     * afterwards therefore still counts the request.
     */
    void saveRequests(String client, TokenRequestLog requests);

    /** Returns whether a secret is stored for a sign-in address other than the current one. */
    boolean isForAnotherAddress();

    /** Returns whether credentials may exist that are unreadable because their key can't be read. */
    boolean isLocked();

    /** Returns the file that holds the key of the credentials; empty if the system's keychain holds it. */
    Optional<Path> keyFile();
}
