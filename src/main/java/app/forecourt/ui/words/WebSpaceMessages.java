package app.forecourt.ui.words;

import app.forecourt.photo.store.PublicCheck;
import app.forecourt.photo.store.StoreFault;
import app.forecourt.photo.store.StoreSettings;

/** The messages about the web space for photos, in plain words for dealers. */
public record WebSpaceMessages(Messages words) {

    /**
     * Returns the reason why the web space did not take a photo, and what to do.
     *
     * @param kind the kind of the web space, because S3 has keys in place of a user name and a password
     */
    public String sentence(StoreFault fault, StoreSettings.Kind kind) {
        String key = "webspace.fault." + Messages.key(fault);
        return words.find(key + "." + Messages.key(kind)).orElseGet(() -> words.get(key));
    }

    /** Returns the reason why the public does not see a photo, and what to do. */
    public String sentence(PublicCheck.Fault fault) {
        return words.get("webspace.public." + Messages.key(fault));
    }
}
