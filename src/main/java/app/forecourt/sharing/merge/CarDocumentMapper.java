package app.forecourt.sharing.merge;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.settings.Profile;
import app.forecourt.sharing.merge.FieldValue.Author;
import app.forecourt.stock.RegisterRemarks;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StoredCar;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields of a car in its shared document. Fields of the form have their API names. The others are what the journal
 * keeps beside the form. Placeholders of photos stay at their desk, because only that desk has the files. A description
 * that is edited in the builder stays there too, until it is put into the form.
 */
public final class CarDocumentMapper {
    public static final String MARK = "mark";
    public static final String REOPENED = "reopened";
    public static final String REGISTER_NOTE = "registerNote";
    public static final String ACCEPTED_SUGGESTIONS = "acceptedSuggestions";
    /** The member with the time at which the car was begun. */
    public static final String BEGUN = "begun";

    private static final String AT = "at";
    private static final String PLATE = "plate";
    private static final String PROFILE = "profile";
    private static final String REMARKS = "remarks";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** The fields that a new car may have before the user types. */
    private static final Set<CarField> OF_NEW_CARS =
            Set.of(CarField.CURRENCY, CarField.MILEAGE_UNIT, CarField.DEALERSHIP_ID);

    private CarDocumentMapper() {}

    /** Returns the values of a car as its document has them. Empty ones are among them, because they may be edits. */
    public static Map<String, JsonNode> values(StoredCar car) {
        Map<String, JsonNode> values = new HashMap<>();
        for (CarField field : CarField.values()) {
            values.put(field.apiName(), value(field, car.draft()));
        }
        values.put(MARK, mark(car.mark(), car.markedAt()));
        values.put(REOPENED, text(car.reopened().map(Instant::toString).orElse("")));
        values.put(
                ACCEPTED_SUGGESTIONS,
                list(car.acceptedSuggestions().stream().map(CarField::apiName).sorted()));
        values.put(
                REGISTER_NOTE, car.registerNote().map(CarDocumentMapper::note).orElse(text("")));
        return values;
    }

    private static JsonNode value(CarField field, CarDraft draft) {
        return switch (field.type()) {
            case OPTIONS -> list(draft.options().stream());
            case LINKS ->
                list(draft.text(field)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !PhotoPlaceholder.isPlaceholder(line)));
            default -> text(draft.text(field));
        };
    }

    private static JsonNode mark(StockMark mark, Optional<Instant> at) {
        if (mark == StockMark.NONE) {
            return text("");
        }
        ObjectNode object = NODES.objectNode().put(MARK, mark.name().toLowerCase(Locale.ROOT));
        at.ifPresent(time -> object.put(AT, time.toString()));
        return object;
    }

    private static JsonNode note(RegisterRemarks note) {
        ObjectNode object = NODES.objectNode()
                .put(PLATE, note.plate())
                .put(PROFILE, note.profile().key())
                .put(AT, note.at().toString());
        object.set(REMARKS, list(note.remarks().stream()));
        return object;
    }

    private static JsonNode list(Stream<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.map(CarDocumentMapper::text).forEach(array::add);
        return array;
    }

    /** Returns a text as PostgreSQL can store it: without NUL and without unpaired surrogates. */
    private static JsonNode text(String text) {
        StringBuilder sound = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || (point <= Character.MAX_VALUE && Character.isSurrogate((char) point))
                        ? 0xFFFD
                        : point)
                .forEach(sound::appendCodePoint);
        return NODES.textNode(sound.toString());
    }

    /**
     * Returns a draft with the values that a document has for some fields. All other fields keep the exact text of the
     * draft.
     *
     * @param names the names of the fields; those that are no fields of the form are skipped
     */
    public static CarDraft withFields(CarDraft draft, SharedDocument document, Collection<String> names) {
        CarDraft changed = draft;
        for (String name : names) {
            changed = withField(changed, name, document.field(name));
        }
        return changed;
    }

    /** Returns a draft with a value of a field, or as it is if no field of the form has that name. */
    public static CarDraft withField(CarDraft draft, String name, FieldValue value) {
        return CarField.ofApiName(name)
                .map(field -> switch (field.type()) {
                    case OPTIONS -> draft.withOptions(texts(value.value()));
                    case LINKS ->
                        draft.with(field, String.join("\n", withReferences(draft.text(field), texts(value.value()))));
                    default -> draft.with(field, value.text());
                })
                .orElse(draft);
    }

    /** Returns lines with the placeholders of photos that the old text has, each after the line that it followed. */
    private static List<String> withReferences(String oldText, List<String> lines) {
        List<String> result = new ArrayList<>(lines);
        int next = 0;
        for (String line : oldText.lines().map(String::strip).toList()) {
            if (PhotoPlaceholder.isPlaceholder(line)) {
                result.add(next++, line);
            } else if (result.contains(line)) {
                next = result.indexOf(line) + 1;
            }
        }
        return result;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream()
                .map(entry -> entry.asText(""))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    public static boolean isFormField(String name) {
        return CarField.ofApiName(name).isPresent();
    }

    /** Returns true if a car has at most the texts with which a new car begins. */
    public static boolean isBlank(SharedDocument document) {
        return Stream.of(CarField.values())
                .filter(field -> !OF_NEW_CARS.contains(field))
                .allMatch(field -> document.field(field.apiName()).isEmpty());
    }

    /** Returns the mark of a car; none if this version does not know it. */
    public static StockMark mark(SharedDocument document) {
        String name = document.field(MARK).value().path(MARK).asText("");
        return Stream.of(StockMark.values())
                .filter(mark -> mark.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(StockMark.NONE);
    }

    /** Returns the time at which a car got its mark. */
    public static Optional<Instant> markedAt(SharedDocument document) {
        return time(document.field(MARK).value().path(AT).asText(""));
    }

    public static Optional<Instant> reopened(SharedDocument document) {
        return time(document.field(REOPENED).text());
    }

    public static Optional<Instant> begun(SharedDocument document) {
        return time(document.member(BEGUN).asText(""));
    }

    public static Set<CarField> acceptedSuggestions(SharedDocument document) {
        Set<CarField> fields = EnumSet.noneOf(CarField.class);
        texts(document.field(ACCEPTED_SUGGESTIONS).value())
                .forEach(name -> CarField.ofApiName(name).ifPresent(fields::add));
        return fields;
    }

    /** Returns the register's remarks; empty if there are none or if they are damaged. */
    public static Optional<RegisterRemarks> registerNote(SharedDocument document) {
        JsonNode note = document.field(REGISTER_NOTE).value();
        Optional<Profile> profile = Profile.ofKey(note.path(PROFILE).asText(""));
        Optional<Instant> at = time(note.path(AT).asText(""));
        return profile.flatMap(known -> at.map(
                time -> new RegisterRemarks(note.path(PLATE).asText(""), known, texts(note.path(REMARKS)), time)));
    }

    /**
     * Returns the document of a car that AutoChat has or may have. Such a car must not be deleted, because it is a
     * record.
     */
    public static SharedDocument undeleted(SharedDocument document, Author author, Instant at) {
        return mark(document) == StockMark.DELETED ? document.edited(Map.of(MARK, text("")), author, at) : document;
    }

    /** Returns the document of a car that is gone from its desk, as a deleted one. */
    public static SharedDocument deleted(SharedDocument document, Author author, Instant at) {
        return document.edited(Map.of(MARK, mark(StockMark.DELETED, Optional.empty())), author, at);
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(Instant.parse(text).toEpochMilli()));
        } catch (DateTimeException | ArithmeticException damaged) {
            return Optional.empty();
        }
    }
}
