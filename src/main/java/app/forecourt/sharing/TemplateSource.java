package app.forecourt.sharing;

import app.forecourt.journal.Journal;
import app.forecourt.journal.database.DraftJson;
import app.forecourt.stock.Template;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    @Override
    public Map<UUID, JsonNode> all() {
        return journal.templates().stream().collect(Collectors.toMap(Template::id, TemplateSource::json));
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
                ? Optional.of(new Template(id, item.path(NAME).asText(),
                        DraftJson.draft(item.path(DRAFT).toString())))
                : Optional.empty();
    }

    @Override
    public Optional<JsonNode> toStored(UUID id, JsonNode content) {
        return template(id, content).map(TemplateSource::json);
    }

    @Override
    public boolean replace(UUID id, Optional<JsonNode> before, Optional<JsonNode> after) {
        boolean isReplaced = journal.syncRecords().replaceTemplate(id,
                template -> template.map(TemplateSource::json).equals(before),
                after.flatMap(item -> template(id, item)));
        onWrite.run();
        return isReplaced;
    }
}
