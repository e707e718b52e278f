package app.forecourt.sharing.server;

import java.time.Instant;
import java.util.UUID;

/**
 * A claim that no outcome has settled. Its desk sends the car or waits to send it.
 *
 * @param submission the submission that the desk has claimed
 * @param isPosting true from just before the POST and while the claim is doubtful, because the car may have arrived
 * @param tries the tries that the submission had before its last POST
 * @param since the time of the last progress, by the server's clock
 */
public record UnsettledClaim(
        UUID id, UUID submission, UUID desk, String deskName, boolean isPosting, int tries, Instant since) {}
