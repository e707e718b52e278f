package app.forecourt.model.store;

import app.forecourt.journal.UserEditMergingWriter;
import app.forecourt.stock.CarContent;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the user has typed into a car in memory, and what the journal has of it. Another desk of a shared stock may have
 * changed the journal meanwhile. Safe to use from any thread; the text is set on the FX thread only.
 */
final class CarEditTracker {
    /** Volatile, because it is read without the lock. */
    private volatile CarContent typed;
    /** The version of the journal with which the typed text began. */
    private CarContent base;
    /** The version that the journal has now, as far as this class knows. */
    private CarContent stored;

    private Optional<Long> revision = Optional.empty();
    private boolean isBeingSaved;

    CarEditTracker(CarContent typed) {
        this.typed = typed;
        this.base = typed;
        this.stored = typed;
    }

    CarContent typed() {
        return typed;
    }

    synchronized void set(CarContent newTyped) {
        typed = newTyped;
    }

    /** Returns whether the user has typed what the base lacks. */
    synchronized boolean hasEdits() {
        return !typed.equals(base);
    }

    /** Begins a save. Until its end, the window takes nothing over, because the base is in use. */
    synchronized UserEditMergingWriter.Version beginSave() {
        isBeingSaved = true;
        // Without a revision the journal merges, so that the save takes back nothing that the window does not show yet.
        return new UserEditMergingWriter.Version(base, typed, stored.equals(base) ? revision : Optional.empty());
    }

    /** Notes what the journal has after a save. The next text of the user begins with the text that was saved. */
    synchronized void onSaved(UserEditMergingWriter.Version version, UserEditMergingWriter.Saved saved) {
        base = version.typed();
        stored = saved.stored();
        revision = saved.revision();
    }

    /** Ends a save, also one that the disk has rejected. */
    synchronized void endSave() {
        isBeingSaved = false;
    }

    /**
     * Lets the window take over what another desk has typed. Does nothing without such a text, or while a save is under
     * way. No save begins meanwhile.
     *
     * @return true if there was such a text
     */
    synchronized boolean takeRemoteEdits(Consumer<UnshownRemoteVersion> take) {
        if (isBeingSaved || stored.equals(base)) {
            return false;
        }
        take.accept(new UnshownRemoteVersion(base, stored));
        return true;
    }

    /**
     * Notes that the window shows an arrived version. A text that the user has typed stays an edit, even if the arrived
     * version has the same text. The other desk may have replaced that text since, and the next save compares both.
     *
     * @param newTyped the text that the window shows now
     * @param arrived the arrived version, as far as the window shows it
     */
    synchronized void onTaken(CarContent newTyped, CarContent arrived) {
        base = typed.nextBase(base, arrived);
        typed = newTyped;
    }
}
