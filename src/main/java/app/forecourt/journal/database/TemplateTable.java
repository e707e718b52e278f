package app.forecourt.journal.database;

import app.forecourt.stock.Template;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table of templates. The time of a template's last change always grows. */
public final class TemplateTable {
    private TemplateTable() {}

    public static int save(Database database, Template template, Instant now) throws SQLException {
        return database.update("""
                INSERT INTO template (id, name, draft, changed) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE
                SET name = excluded.name, draft = excluded.draft, changed = max(changed + 1, excluded.changed)
                """, template.id(), template.name(), DraftJson.of(template.draft()), now);
    }

    public static int delete(Database database, UUID id) throws SQLException {
        return database.update("DELETE FROM template WHERE id = ?", id);
    }

    /** Returns the templates that can be understood. */
    public static List<Template> all(Database database) throws SQLException {
        return database.queryReadable("SELECT id, name, draft FROM template", TemplateTable::readTemplate);
    }

    /**
     * Converts a row of the table to a template.
     *
     * @throws IllegalStateException if the row holds damaged JSON
     */
    public static Template readTemplate(ResultSet row) throws SQLException {
        return new Template(
                ColumnConverter.id(row, "id"), row.getString("name"), DraftJson.draft(row.getString("draft")));
    }
}
