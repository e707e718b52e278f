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

/** Register's remarks in a car's draft, as a member beside the fields; versions that do not know it leave it out. */
public final class RegisterJson {
    /** Name of the member; no field of a car is called so. */
    static final String MEMBER = "registerNote";
    private static final ObjectMapper JSON = new ObjectMapper();

    private RegisterJson() {}

    public static String of(RegisterNote note) {
        ObjectNode object = JSON.createObjectNode().put("plate", note.plate())
                .put("profile", note.profile().key()).put("at", note.at().toString());
        note.remarks().forEach(object.putArray("remarks")::add);
        return object.toString();
    }

    /** Returns the note in a draft, or empty when it is absent or damaged. */
    public static Optional<RegisterNote> in(String draft) {
        try {
            JsonNode note = JSON.readTree(draft).path(MEMBER);
            String key = note.path("profile").asText();
            Optional<Profile> profile = Stream.of(Profile.values()).filter(any -> any.key().equals(key))
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
