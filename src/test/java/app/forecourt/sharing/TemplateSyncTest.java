package app.forecourt.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journal.JournalFixture;
import app.forecourt.stock.Template;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of templates that are deleted without the server, or that the server has in a damaged state. */
class TemplateSyncTest extends TwoDesksFixture {
    private final Template template = new Template(UUID.randomUUID(), "Taxi",
            JournalFixture.draft("Opel", ""));

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
        assertEquals(List.of(), anna.journal.templates());
        assertEquals(List.of(), bert.journal.templates());
    }

    @Test
    void templateThatIsDamagedAtTheServerStaysHere() {
        stock.execute("UPDATE forecourt.item SET version = 1000, document = '{\"fields\": {\"content\": "
                + "{\"v\": {\"name\": \"\"}}}}' WHERE kind = 'template'",
                "UPDATE forecourt.stock SET version = 1000");
        bert.exchangeAll();
        assertEquals(List.of(template), bert.journal.templates());
    }
}
