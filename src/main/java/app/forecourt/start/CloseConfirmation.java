package app.forecourt.start;

import app.forecourt.model.AppModel;
import app.forecourt.model.send.SendDelay;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StaleAdvert;
import app.forecourt.ui.dialog.WindowDialogs;
import java.util.List;

/** Questions before the window closes: about unsaved changes, cars that have not left, and adverts to take off. */
public final class CloseConfirmation {
    private final AppModel model;
    private final WindowDialogs dialogs;
    private final Runnable showAdverts;
    private boolean advertsToldOf;

    /** @param showAdverts action that shows the adverts to take off */
    public CloseConfirmation(AppModel model, WindowDialogs dialogs, Runnable showAdverts) {
        this.model = model;
        this.dialogs = dialogs;
        this.showAdverts = showAdverts;
    }

    /**
     * Returns whether the window may close.
     *
     * @param saved false if changes could not be saved
     */
    public boolean mayClose(boolean saved) {
        return (saved || ask("close.text", "close.yes", "close.no", model.cars().unsavedCount()))
                && confirmUnsent()
                && confirmOnTheWay()
                && confirmAdverts();
    }

    private boolean ask(String text, String yes, String no, Number count) {
        return dialogs.ask("close.title", text, yes, no, count);
    }

    /** Asks the user about cars with a running send delay. The delay is paused while the question is open. */
    private boolean confirmUnsent() {
        SendDelay delay = model.sendWorkflow().delay();
        if (delay.count() == 0) {
            return true;
        }
        delay.setPaused(true);
        try {
            return ask("close.soon", "close.soon.yes", "close.no", delay.count());
        } finally {
            delay.setPaused(false);
        }
    }

    /** Asks the user about cars that are being sent. */
    public boolean confirmOnTheWay() {
        long onTheirWay = model.cars().sendingCount();
        return onTheirWay == 0 || ask("close.way", "close.way.yes", "close.no", onTheirWay);
    }

    /**
     * Asks once in a run about adverts that are to be taken off staging or production. Shows them if the user wants to
     * see them. The window stays open then.
     */
    private boolean confirmAdverts() {
        List<StaleAdvert> adverts = model.cars().stock().staleAdverts().get();
        long left =
                StaleAdvert.countLeft(adverts, Profile.STAGING) + StaleAdvert.countLeft(adverts, Profile.PRODUCTION);
        if (advertsToldOf || left == 0) {
            return true;
        }
        advertsToldOf = true;
        boolean close = ask("close.adverts", "close.adverts.yes", "close.adverts.no", left);
        if (!close) {
            showAdverts.run();
        }
        return close;
    }
}
