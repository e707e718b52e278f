package app.forecourt.journal.database;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.settings.Profile;
import app.forecourt.stock.RegisterRemarks;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The JSON form of drafts in the journal. Every text is stored as typed. */
public final class DraftJson {
    /**
     * The member with the register's remarks, beside the fields; no field of a car has this name. Versions that do not
     * know it skip it.
     */
    static final String REGISTER_NOTE = "registerNote";
    /** The member with the description that the user edits in the builder. It is no text of the car yet. */
    static final String EDITED_DESCRIPTION = "editedDescription";
    /** The member of a car whose problems were all shown, because the user tried to send it. */
    static final String SEND_TRIED = "sendTried";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Surrogates. An unpaired one, as a paste may contain, can only be stored as an escape. */
    private static final Pattern SURROGATE = Pattern.compile("[\\ud800-\\udfff]");

    private DraftJson() {}

    public static String of(CarDraft draft) {
        ObjectNode object = JSON.createObjectNode();
        for (CarField field : CarField.values()) {
            if (field.type() != FieldType.OPTIONS && !draft.text(field).isEmpty()) {
                object.put(field.apiName(), draft.text(field));
            }
        }
        ArrayNode options = object.putArray(CarField.OPTIONS.apiName());
        draft.options().forEach(options::add);
        return toText(object);
    }

    /**
     * Reads a draft. Skips unknown fields, which a later version has written.
     *
     * @throws IllegalStateException if the text is not JSON
     */
    public static CarDraft draft(String json) {
        return draft(read(json));
    }

    static CarDraft draft(JsonNode json) {
        var texts = new EnumMap<CarField, String>(CarField.class);
        List<String> options = new ArrayList<>();
        json.properties()
                .forEach(member -> CarField.ofApiName(member.getKey()).ifPresent(field -> {
                    if (field.type() == FieldType.OPTIONS) {
                        member.getValue().forEach(option -> options.add(option.asText()));
                    } else {
                        texts.put(field, member.getValue().asText());
                    }
                }));
        return new CarDraft(texts, options);
    }

    /** Returns the value of the member {@link #REGISTER_NOTE}. */
    public static String of(RegisterRemarks note) {
        ObjectNode object = JSON.createObjectNode()
                .put("plate", note.plate())
                .put("profile", note.profile().key())
                .put("at", note.at().toString());
        note.remarks().forEach(object.putArray("remarks")::add);
        return object.toString();
    }

    /** Returns the register's remarks in a draft; empty if they are absent or damaged. */
    public static Optional<RegisterRemarks> registerNote(JsonNode draft) {
        try {
            JsonNode note = draft.path(REGISTER_NOTE);
            return Profile.ofKey(note.path("profile").asText())
                    .map(profile -> new RegisterRemarks(
                            note.path("plate").asText(),
                            profile,
                            note.path("remarks")
                                    .valueStream()
                                    .map(JsonNode::asText)
                                    .toList(),
                            Instant.parse(note.path("at").asText())));
        } catch (DateTimeException damaged) {
            return Optional.empty();
        }
    }

    /** Returns the value of the member {@link #EDITED_DESCRIPTION}. */
    static String of(String text) {
        return escape(JSON.getNodeFactory().textNode(text).toString());
    }

    static ObjectNode newObject() {
        return JSON.createObjectNode();
    }

    /** Returns the text of an object as the file can store it. */
    static String toText(ObjectNode object) {
        return escape(object.toString());
    }

    private static String escape(String json) {
        return SURROGATE
                .matcher(json)
                .replaceAll(match -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) match.group().charAt(0)));
    }

    /**
     * Reads a text of the journal.
     *
     * @throws IllegalStateException if the text is not JSON
     */
    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException damaged) {
            throw new IllegalStateException("a text in the journal is not JSON", damaged);
        }
    }
}
