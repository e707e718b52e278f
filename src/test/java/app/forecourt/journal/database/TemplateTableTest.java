package app.forecourt.journal.database;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFixture;
import app.forecourt.stock.Template;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of templates in the file. */
class TemplateTableTest extends JournalFixture {
    private final Template corsa = new Template(UUID.randomUUID(), "Corsa’s — “all in”", draft("opel", ""));

    private static Template renamed(Template template, String name) {
        return new Template(template.id(), name, template.draft());
    }

    @Test
    void templateIsSavedChangedAndDeleted() {
        try (Journal journal = open()) {
            journal.saveTemplate(corsa);
        }
        try (Journal journal = open()) {
            assertEquals(List.of(corsa), journal.templates());
            journal.saveTemplate(renamed(corsa, "Other"));
        }
        Journal journal = open();
        assertEquals(List.of(renamed(corsa, "Other")), journal.templates());
        journal.deleteTemplate(corsa.id());
        assertEmpty(journal.templates());
    }
}
