package app.forecourt.journal.database;

import app.forecourt.settings.Profile;
import app.forecourt.stock.RegisterNote;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The JSON form of the register's remarks in a car's draft. It is a member beside the fields; versions that do not know
 * it skip it.
 */
public final class RegisterJson {
    /** The name of the member; no field of a car has this name. */
    static final String MEMBER = "registerNote";
    private static final ObjectMapper JSON = new ObjectMapper();

    private RegisterJson() {}

    public static String of(RegisterNote note) {
        ObjectNode object = JSON.createObjectNode().put("plate", note.plate())
                .put("profile", note.profile().key()).put("at", note.at().toString());
        note.remarks().forEach(object.putArray("remarks")::add);
        return object.toString();
    }

    /** Returns the note in a draft; empty if it is absent or damaged. */
    public static Optional<RegisterNote> parse(String draft) {
        try {
            JsonNode note = JSON.readTree(draft).path(MEMBER);
            String key = note.path("profile").asText();
            Optional<Profile> profile = Stream.of(Profile.values()).filter(value -> value.key().equals(key))
                    .findFirst();
            return profile.isEmpty() ? Optional.empty()
                    : Optional.of(new RegisterNote(note.path("plate").asText(), profile.get(),
                            note.path("remarks").valueStream().map(JsonNode::asText).toList(),
                            Instant.parse(note.path("at").asText())));
        } catch (JacksonException | DateTimeException damaged) {
            return Optional.empty();
        }
    }
}
