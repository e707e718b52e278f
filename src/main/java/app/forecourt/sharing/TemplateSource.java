package app.forecourt.sharing;

import app.forecourt.journal.Journal;
import app.forecourt.journal.database.DraftJson;
import app.forecourt.stock.Template;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
        Map<UUID, JsonNode> all = new HashMap<>();
        for (Template template : journal.templates()) {
            ObjectNode object = JSON.createObjectNode().put(NAME, clean(template.name()));
            object.set(DRAFT, read(clean(DraftJson.of(template.draft()))));
            all.put(template.id(), object);
        }
        return all;
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

    @Override
    public void write(UUID id, Optional<JsonNode> content) {
        content.filter(item -> item.path(DRAFT).isObject() && !item.path(NAME).asText("").isBlank())
                .ifPresentOrElse(item -> journal.saveTemplate(new Template(id, item.path(NAME).asText(),
                        DraftJson.draft(item.path(DRAFT).toString()))), () -> journal.deleteTemplate(id));
        onWrite.run();
    }
}
