package app.forecourt.ui.words;

import app.forecourt.photo.store.PublicCheck;
import app.forecourt.photo.store.StoreFault;

/** The messages about the web space for photos, in plain words for dealers. */
public record WebSpaceMessages(Messages words) {

    /** Returns the reason why the web space did not take a photo, and what to do. */
    public String sentence(StoreFault fault) {
        return words.get("webspace.fault." + Messages.key(fault));
    }

    /** Returns the reason why the public does not see a photo, and what to do. */
    public String sentence(PublicCheck.Fault fault) {
        return words.get("webspace.public." + Messages.key(fault));
    }
}
