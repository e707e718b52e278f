package app.forecourt.journal.database;

import app.forecourt.stock.Template;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of templates. The time of a template's last change always grows. */
public final class TemplateTable {
    private TemplateTable() {}

    /**
     * A template as the journal has it.
     *
     * @param changedAt the time of the template's last change
     */
    public record Version(Template template, Instant changedAt) {}

    /** Saves a template and returns the time of the change. */
    public static Instant save(Database database, Template template, Instant now) throws SQLException {
        return database.queryFirst(
                        """
                INSERT INTO template (id, name, draft, changed) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE
                SET name = excluded.name, draft = excluded.draft, changed = max(changed + 1, excluded.changed)
                RETURNING changed
                """,
                        row -> ColumnConverter.time(row, "changed"),
                        template.id(),
                        template.name(),
                        DraftJson.of(template.draft()),
                        now)
                .orElseThrow();
    }

    /** Lets the last change of a template be after a time. */
    public static int renew(Database database, UUID id, Instant time) throws SQLException {
        return database.update("UPDATE template SET changed = max(changed, ? + 1) WHERE id = ?", time, id);
    }

    public static int delete(Database database, UUID id) throws SQLException {
        return database.update("DELETE FROM template WHERE id = ?", id);
    }

    /** Returns a template; empty if there is none or if it can't be understood. */
    public static Optional<Template> find(Database database, UUID id) throws SQLException {
        return database.findReadable(
                "SELECT id, name, draft FROM template WHERE id = ?", TemplateTable::readTemplate, id);
    }

    /** Returns the templates that can be understood. */
    public static List<Template> all(Database database) throws SQLException {
        return versions(database).stream().map(Version::template).toList();
    }

    /** Returns the templates that can be understood, with the times of their last changes. */
    public static List<Version> versions(Database database) throws SQLException {
        return database.queryReadable(
                "SELECT id, name, draft, changed FROM template",
                row -> new Version(readTemplate(row), ColumnConverter.time(row, "changed")));
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
