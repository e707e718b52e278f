package app.forecourt.listing;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.Sending;
import app.forecourt.car.Car;
import app.forecourt.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Sends one car to one profile, once. Whatever happens on the way, {@link #run} gives one outcome and at most one
 * car arrives.
 */
public final class SendCar {
    private final Environments environments;
    private final Profile profile;
    private final Car car;
    private @Nullable Sending sending;
    private boolean stopped;

    /** A sending that has not begun. */
    public SendCar(Environments environments, Profile profile, Car car) {
        this.environments = environments;
        this.profile = profile;
        this.car = car;
    }

    /** Where it goes; a switch of the window's profile meanwhile changes nothing. */
    public Profile profile() {
        return profile;
    }

    /** Sends and waits for what comes of it. Blocks for as long as the network takes: not for the window's thread. */
    public SendOutcome run() {
        Sending begun = environments.client(profile).sending(car);
        synchronized (this) {
            sending = begun;
            if (stopped) {
                begun.stop();
            }
        }
        return begun.run();
    }

    /** Stops waiting, at any time, from any thread. What then comes of it may be unknown. */
    public synchronized void stop() {
        stopped = true;
        if (sending != null) {
            sending.stop();
        }
    }
}
