package app.forecourt.sharing;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journal.JournalFixture;
import app.forecourt.stock.Template;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests of templates that are deleted without the server, that are old in a restored journal, or that the server has in
 * a damaged state.
 */
class TemplateSyncTest extends TwoDesksFixture {
    private final Template template = new Template(UUID.randomUUID(), "Taxi", JournalFixture.draft("Opel", ""));

    @BeforeEach
    void share() {
        anna.journal.saveTemplate(template);
        anna.exchangeAll();
        bert.exchangeAll();
        assertEquals(List.of(template), bert.journal.templates());
    }

    @Test
    void templateDeletedWithoutTheServerStaysDeleted() throws Exception {
        anna.journal.deleteTemplate(template.id());
        anna.exchange.noteTemplate(template.id());
        anna.restart();
        anna.exchangeAll();
        bert.exchangeAll();
        assertEmpty(anna.journal.templates());
        assertEmpty(bert.journal.templates());
    }

    @Test
    void templateThatIsDamagedAtTheServerStaysHere() {
        stock.execute(
                "UPDATE forecourt.item SET version = 1000, document = '{\"fields\": {\"content\": "
                        + "{\"v\": {\"name\": \"\"}}}}' WHERE kind = 'template'",
                "UPDATE forecourt.stock SET version = 1000");
        bert.exchangeAll();
        assertEquals(List.of(template), bert.journal.templates());
    }

    private void exchange() {
        bert.exchangeAll();
        anna.exchangeAll();
        bert.exchangeAll();
    }

    private Template renamed(String name) {
        return new Template(template.id(), name, template.draft());
    }

    private void assertTemplates(Template... expected) {
        assertEquals(List.of(expected), anna.journal.templates());
        assertEquals(List.of(expected), bert.journal.templates());
    }

    @Tag("proof")
    @Test
    void templateOfARestoredJournalRevertsNothing() {
        Path copy = bert.copyHome(folder.resolve("copy"));
        anna.journal.saveTemplate(renamed("Old taxi"));
        anna.exchangeAll();
        exchange();
        bert.restore(copy, "journal.db");
        assertEquals(List.of(template), bert.journal.templates());
        exchange();
        assertTemplates(renamed("Old taxi"));
        // An edit counts afterwards.
        bert.journal.saveTemplate(renamed("New taxi"));
        exchange();
        assertTemplates(renamed("New taxi"));
    }

    @Tag("proof")
    @Test
    void restoredJournalGetsItsTemplateWithoutServer() throws Exception {
        Path copy = bert.copyHome(folder.resolve("copy"));
        bert.journal.saveTemplate(renamed("Old taxi"));
        exchange();
        bert.restore(copy, "journal.db");
        stock.cutOff();
        bert.exchange.compareJournal();
        assertEquals(List.of(renamed("Old taxi")), bert.journal.templates());
    }

    @Tag("proof")
    @Test
    void templateDeletedSinceDoesNotComeBack() throws Exception {
        Path copy = bert.copyHome(folder.resolve("copy"));
        anna.journal.deleteTemplate(template.id());
        anna.exchange.pushTemplate(anna.connection(), template.id());
        exchange();
        bert.restore(copy, "journal.db");
        exchange();
        assertTemplates();
        Path second = anna.copyHome(folder.resolve("second"));
        bert.clock.advance(Duration.ofSeconds(1));
        bert.journal.saveTemplate(template);
        exchange();
        assertTemplates(template);
        anna.restore(second, "journal.db");
        exchange();
        assertTemplates(template);
    }

    @Tag("proof")
    @Test
    void templateOfABackupThatTheUserRestoresComesBack() throws Exception {
        Path backup = folder.resolve("backup.db");
        bert.journal.copyTo(backup);
        bert.journal.deleteTemplate(template.id());
        bert.exchange.pushTemplate(bert.connection(), template.id());
        exchange();
        assertTemplates();
        bert.clock.advance(Duration.ofSeconds(1));
        bert.journal.restore(backup);
        exchange();
        assertTemplates(template);
    }

    @Tag("proof")
    @Test
    void deletionTakenBackAfterTheClockWasSetBack() throws Exception {
        bert.clock.advance(Duration.ofDays(730));
        bert.journal.saveTemplate(renamed("Old taxi"));
        exchange();
        bert.clock.advance(Duration.ofDays(-730));
        bert.journal.deleteTemplate(template.id());
        bert.exchange.noteTemplate(template.id());
        exchange();
        assertTemplates();
        bert.journal.saveTemplate(renamed("Old taxi"));
        bert.exchange.noteTemplate(template.id());
        exchange();
        assertTemplates(renamed("Old taxi"));
    }

    @Tag("proof")
    @Test
    void backupAfterTheClockWasSetBackBringsItsTemplate() throws Exception {
        Path backup = folder.resolve("backup.db");
        bert.clock.advance(Duration.ofDays(730));
        bert.journal.saveTemplate(renamed("Old taxi"));
        bert.journal.copyTo(backup);
        bert.clock.advance(Duration.ofSeconds(1));
        bert.journal.saveTemplate(renamed("New taxi"));
        exchange();
        bert.journal.deleteTemplate(template.id());
        bert.exchange.pushTemplate(bert.connection(), template.id());
        exchange();
        assertTemplates();
        bert.clock.advance(Duration.ofDays(-730));
        bert.journal.restore(backup);
        bert.exchange.noteTemplates();
        exchange();
        assertTemplates(renamed("Old taxi"));
    }

    @Tag("proof")
    @Test
    void deletedTemplateStaysDeletedWithEachOldJournal() throws Exception {
        Path first = bert.copyHome(folder.resolve("first"));
        bert.clock.advance(Duration.ofSeconds(1));
        bert.journal.saveTemplate(renamed("Old taxi"));
        exchange();
        Path second = bert.copyHome(folder.resolve("second"));
        anna.journal.deleteTemplate(template.id());
        anna.exchange.pushTemplate(anna.connection(), template.id());
        exchange();
        for (Path copy : List.of(first, second)) {
            bert.restore(copy, "journal.db");
            exchange();
            assertTemplates();
        }
    }
}
