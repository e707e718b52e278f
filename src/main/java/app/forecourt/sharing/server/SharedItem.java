package app.forecourt.sharing.server;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An item of the shared stock as the server has it.
 *
 * @param version the version of the stock in which the item was stored last
 * @param document the content as a JSON object, spelt by the server
 */
public record SharedItem(Kind kind, UUID id, long version, String document) {

    /** The kind of an item. */
    public enum Kind {
        CAR,
        SUBMISSION;

        /** Returns the name in the table. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the kind with a name in the table; empty for a kind of another version, such as a template. */
        static Optional<Kind> ofKey(String key) {
            return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
        }
    }
}
