package app.forecourt.journal.database;

import static app.forecourt.car.CarField.ENGINE_DISPLACEMENT;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.vocabulary.ModelHistory;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFixture;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.Template;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of templates in the file, its backups and merges, and of the names of all cars. */
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

    @Test
    void namesOfAllCarsExceptDeletedOnes() {
        Journal journal = open();
        UUID car = saveCar(
                journal,
                draft("opel", "XF-100-F")
                        .with(MODEL, "Corsa")
                        .with(VERSION, "1.2 Turbo")
                        .with(ENGINE_DISPLACEMENT, "1.199"));
        saveCar(journal, draft("opel", ""));
        UUID gone = saveCar(journal, draft("opel", "").with(MODEL, "gofl"));
        journal.setMark(gone, StockMark.DELETED, Optional.of(now()));
        Instant begun = stored(journal, car).createdAt();
        assertEquals(
                Map.of(car, new ModelHistory.Name("opel", "Corsa", "1.2 Turbo", "1.199", begun)), journal.carNames());
    }
}
