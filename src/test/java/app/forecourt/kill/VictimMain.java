package app.forecourt.kill;

import app.forecourt.autochat.json.CarJson;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.SampleCars;
import app.forecourt.environment.ProfileClients;
import app.forecourt.http.HttpClients;
import app.forecourt.journal.Journal;
import app.forecourt.secret.Vault;
import app.forecourt.send.Outbox;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.stock.Submission;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The program without its window, as busy as it can be: it saves drafts and sends cars through the product's own journal
 * and client until it is killed, and tells on its standard output what it was promised.
 */
final class VictimMain {
    /** Cars that are in line or on their way at most, so that the line does not only grow. */
    private static final int IN_HAND = 12;

    private final Journal journal;
    private final ProfileClients environments;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();
    private final Semaphore room = new Semaphore(IN_HAND);
    private final Random random;

    private VictimMain(Path home, long seed) {
        Executor work = Executors.newVirtualThreadPerTaskExecutor();
        random = new Random(seed);
        Preferences preferences = Preferences.open(home.resolve("preferences.json"),
                SystemEnvironment.ofProcess(),
                work);
        Vault vault = new Vault(preferences, home.resolve("key").resolve("vault.key"));
        vault.open();
        environments = new ProfileClients(preferences, vault, new HttpClients("kill"), clock);
        journal = new Journal(home.resolve("journal.db"), home.resolve("copies"),
                List.of(home.resolve("state").resolve("log.sent")), clock);
        outbox = new Outbox(journal, environments, work, clock, this::further);
    }

    /** The arguments are the home, a seed, and {@code busy} or {@code last}. */
    public static void main(String[] args) throws InterruptedException {
        say("begun");
        var victim = new VictimMain(Path.of(args[0]), Long.parseLong(args[1]));
        say("found " + victim.journal.open().kind());
        victim.outbox.begin();
        if (args[2].equals("last")) {
            victim.finish();
        } else {
            Thread.ofPlatform().daemon().start(victim::type);
            victim.click();
        }
    }

    private static void say(String line) {
        // One write each, so that a kill leaves no half line.
        System.out.println(line);
        System.out.flush();
    }

    private void further(Submission attempt) {
        if (!attempt.state().underWay()) {
            room.release();
        }
    }

    /** Drafts, saved again and again. */
    private void type() {
        while (true) {
            UUID car = UUID.randomUUID();
            for (int version = 1; version <= 20; version++) {
                journal.save(car, draft(car.toString(), version), Set.of());
                say("saved " + car + " " + version);
            }
        }
    }

    /** Cars, typed and sent; now and then with a double click. */
    private void click() throws InterruptedException {
        while (true) {
            // One for which there is no room is sent all the same after a while: those before it may wait for long.
            room.tryAcquire(20, TimeUnit.MILLISECONDS);
            UUID car = UUID.randomUUID();
            journal.save(car, draft(car.toString(), 1), Set.of());
            say("saved " + car + " 1");
            Profile profile = random.nextInt(3) == 0 ? Profile.PRODUCTION : Profile.STAGING;
            click(car, profile);
            if (random.nextInt(5) == 0) {
                click(car, profile);
            }
        }
    }

    private void click(UUID car, Profile profile) {
        String number = car.toString();
        Submission attempt = Submission.of(car, profile, environments.address(profile), draft(number, 2),
                new CarJson().text(SampleCars.of(Map.of(CarField.INTERNAL_ID, number))), clock.instant());
        switch (outbox.send(attempt, attempt.sent(), Set.of(), Set.of())) {
            case Outbox.Asked.Going going -> {
                say("going " + attempt.id() + " " + number);
                say("saved " + car + " 2");
            }
            case Outbox.Asked.AlreadyThere there -> say("there " + number);
            case Outbox.Asked.NotNoted not -> throw new IllegalStateException(not.toString());
        }
    }

    private static CarDraft draft(String number, int version) {
        return CarDraft.of(Map.of(CarField.INTERNAL_ID, number, CarField.DESCRIPTION, "v" + version),
                List.of());
    }

    /** Sends what still waits, and ends in order. */
    private void finish() throws InterruptedException {
        while (!journal.waiting().isEmpty()) {
            outbox.retryNow(Profile.STAGING);
            outbox.retryNow(Profile.PRODUCTION);
            room.tryAcquire(IN_HAND, 50, TimeUnit.MILLISECONDS);
        }
        outbox.close();
        journal.close();
        say("ended");
        System.exit(0);
    }
}
