package app.forecourt.model.send;

import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.photos.PhotoUploadsModel;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.settings.Profile;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;

/** The photos of the car in the form that are not public. The user waits for them, or sends the car without them. */
public final class AwaitedPhotos {
    private final ObservableValue<Profile> profile;
    private final CarFormModel form;
    private final PhotoUploadsModel photos;
    private final Consumer<Boolean> onEnd;
    private Set<String> leftOut = Set.of();
    private final ReadOnlyBooleanWrapper awaited = new ReadOnlyBooleanWrapper();

    /** @param onEnd receives true when the awaited photos are public, or false if one has failed */
    AwaitedPhotos(
            ObservableValue<Profile> profile, CarFormModel form, PhotoUploadsModel photos, Consumer<Boolean> onEnd) {
        this.profile = profile;
        this.form = form;
        this.photos = photos;
        this.onEnd = onEnd;
        photos.photos().addListener((MapChangeListener<UUID, PhotoUpload>) _ -> onPhotoChanged());
    }

    /** Forgets the user's answer, because another car or profile is chosen. */
    void reset() {
        awaited.set(false);
        leftOut = Set.of();
    }

    /** Returns whether the car in the form is sent as soon as its photos are public. */
    public ReadOnlyBooleanProperty awaited() {
        return awaited.getReadOnlyProperty();
    }

    /** Returns the photos of the car in the form that have no address for the chosen profile. */
    public List<String> withoutAddress() {
        return photos.addresses().withoutAddress(form.draft().get(), profile.getValue());
    }

    /** Leaves the photos without an address out of the submission, because the user says so. */
    public void leaveOut() {
        leftOut = Set.copyOf(withoutAddress());
    }

    /** Returns whether a photo is neither public nor left out. */
    boolean isMissing() {
        return !leftOut.containsAll(withoutAddress());
    }

    /** Sends the car in the form as soon as its photos are public, unless it leaves the form before. */
    public void sendWhenPublic() {
        awaited.set(true);
        onPhotoChanged();
    }

    /** Does not wait for the photos any more. Nothing is sent. */
    public void stop() {
        awaited.set(false);
    }

    private void onPhotoChanged() {
        if (!awaited.get()) {
            return;
        }
        List<String> waiting = withoutAddress();
        boolean failed = waiting.stream().anyMatch(line -> !photos.addresses().isUnderWay(line));
        if (waiting.isEmpty() || failed) {
            // First, so that the car is sent once.
            awaited.set(false);
            onEnd.accept(!failed);
        }
    }
}
