package app.forecourt.sharing.server;

import java.util.UUID;

/**
 * A change of an item on its way to the server.
 *
 * @param document the new content as a JSON object. It must have no {@code \u0000}, because PostgreSQL refuses that.
 * @param baseVersion the version that the desk has merged last; 0 for an item that the desk has not merged
 */
public record OutgoingItem(
        SharedItem.Kind kind, UUID id, String document, long baseVersion, DuplicateGuardColumns facts) {}
