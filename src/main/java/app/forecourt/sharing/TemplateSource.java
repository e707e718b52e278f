package app.forecourt.sharing;

import app.forecourt.journal.Journal;
import app.forecourt.journal.SyncRecords;
import app.forecourt.journal.database.DraftJson;
import app.forecourt.stock.Template;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The templates of the journal.
 *
 * @param onWrite runs after a template of another desk was written
 */
record TemplateSource(Journal journal, Runnable onWrite) implements WholeSource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "name";
    private static final String DRAFT = "draft";
    private static final int STAMP_LENGTH = 19;

    @Override
    public Map<UUID, Item> all() {
        return journal.syncRecords().templates().stream()
                .collect(Collectors.toMap(
                        version -> version.template().id(),
                        version -> new Item(json(version.template()), stamp(version.changedAt()))));
    }

    /** Returns the stamp of a template: its last change, which always grows, in digits of one length. */
    private static String stamp(Instant changedAt) {
        return String.format(Locale.ROOT, "%0" + STAMP_LENGTH + "d", changedAt.toEpochMilli());
    }

    @Override
    public boolean isEarlier(String stamp, String than) {
        return stamp.compareTo(than) < 0;
    }

    /** Does nothing for a stamp of an earlier version of the program, which has no time. */
    @Override
    public void renew(UUID id, String than) {
        Optional.of(than)
                .filter(stamp -> stamp.matches("\\d{" + STAMP_LENGTH + "}.*"))
                .ifPresent(stamp -> journal.syncRecords()
                        .renewTemplate(id, Instant.ofEpochMilli(Long.parseLong(stamp.substring(0, STAMP_LENGTH)))));
    }

    private static JsonNode json(Template template) {
        ObjectNode object = JSON.createObjectNode().put(NAME, clean(template.name()));
        object.set(DRAFT, read(clean(DraftJson.of(template.draft()))));
        return object;
    }

    /** Removes what PostgreSQL refuses. */
    private static String clean(String text) {
        return text.replace("\u0000", "").replace("\\u0000", "");
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException notOurs) {
            throw new IllegalStateException("a draft is no JSON", notOurs);
        }
    }

    private static Optional<Template> template(UUID id, JsonNode item) {
        return item.path(DRAFT).isObject() && !item.path(NAME).asText("").isBlank()
                ? Optional.of(new Template(
                        id,
                        item.path(NAME).asText(),
                        DraftJson.draft(item.path(DRAFT).toString())))
                : Optional.empty();
    }

    @Override
    public Optional<JsonNode> toStored(UUID id, JsonNode content) {
        return template(id, content).map(TemplateSource::json);
    }

    @Override
    public Optional<String> replace(UUID id, Optional<JsonNode> before, Optional<JsonNode> after) {
        SyncRecords records = journal.syncRecords();
        Predicate<Optional<Template>> isExpected =
                present -> present.map(TemplateSource::json).equals(before);
        Optional<Template> template = after.flatMap(item -> template(id, item));
        Optional<String> stamp = Optional.empty();
        if (template.isPresent()) {
            stamp = records.saveTemplate(template.get(), isExpected).map(TemplateSource::stamp);
        } else if (records.deleteTemplate(id, isExpected)) {
            stamp = Optional.of("");
        }
        onWrite.run();
        return stamp;
    }
}
