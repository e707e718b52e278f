package app.forecourt.model.store;

import static app.forecourt.car.CarField.DESCRIPTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.journal.UserEditMergingWriter;
import app.forecourt.stock.CarContent;
import app.forecourt.stock.EarlierPrices;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests of what the user has typed, while another desk changes the same car. */
class CarEditTrackerTest {
    private final CarEditTracker state = new CarEditTracker(content("tidy", "long"));

    private static CarContent content(String description, String edited) {
        return new CarContent(CarDraft.EMPTY.with(DESCRIPTION, description), Set.of(), edited);
    }

    /** Merges with what the journal has, as a save does. */
    private CarContent save(CarContent journal) {
        UserEditMergingWriter.Version version = state.beginSave();
        CarContent merged = version.typed().merge(version.base(), journal);
        state.onSaved(
                version,
                new UserEditMergingWriter.Saved(
                        EarlierPrices.NONE, merged, Optional.of(7L), Optional.empty(), Set.of()));
        state.endSave();
        return merged;
    }

    private boolean takeRemoteEdits() {
        return state.takeRemoteEdits(
                edits -> state.onTaken(state.typed().merge(edits.base(), edits.stored()), edits.stored()));
    }

    @Test
    void textTypedOnBothDesksIsAnEditUntilSaved() {
        save(content("", ""));
        state.set(content("", ""));
        assertTrue(takeRemoteEdits());
        assertTrue(state.hasEdits());
        assertEquals(content("", ""), save(content("clean", "short")), "the later text of the other desk");
        assertFalse(state.hasEdits());
        assertFalse(takeRemoteEdits());
    }

    @Test
    void textTakenOverIsNoEdit() {
        save(content("clean", "short"));
        assertTrue(takeRemoteEdits());
        assertEquals(content("clean", "short"), state.typed());
        assertFalse(state.hasEdits());
        assertFalse(takeRemoteEdits());
        assertEquals(Optional.of(7L), state.beginSave().revision());
    }
}
