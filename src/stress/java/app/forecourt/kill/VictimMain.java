package app.forecourt.kill;

import app.forecourt.autochat.json.CarJson;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.SampleCars;
import app.forecourt.connection.ProfileClients;
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
 * The program without its window, under maximum load. It saves drafts and sends cars through the real journal and
 * client until it is killed. It prints each acknowledged save and send to standard output.
 */
final class VictimMain {
    /** The maximum number of unfinished submissions, so that the queue does not grow without a limit. */
    private static final int MAX_UNFINISHED = 12;

    private final Journal journal;
    private final ProfileClients clients;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();
    private final Semaphore permits = new Semaphore(MAX_UNFINISHED);
    private final Random random;

    private VictimMain(Path home, long seed) {
        Executor executor = Executors.newVirtualThreadPerTaskExecutor();
        random = new Random(seed);
        Preferences preferences = Preferences.open(home.resolve("preferences.json"),
                SystemEnvironment.ofProcess(),
                executor);
        Vault vault = new Vault(preferences, home.resolve("key").resolve("vault.key"));
        vault.open();
        clients = new ProfileClients(preferences, vault, new HttpClients("kill"), clock);
        journal = new Journal(home.resolve("journal.db"), home.resolve("copies"),
                List.of(home.resolve("state").resolve("log.sent")), clock);
        outbox = new Outbox(journal, clients, executor, clock, this::onSubmissionChanged);
    }

    /** @param args the home, a seed, and {@code busy} or {@code last} */
    public static void main(String[] args) throws InterruptedException {
        print("begun");
        var victim = new VictimMain(Path.of(args[0]), Long.parseLong(args[1]));
        print("found " + victim.journal.open().kind());
        victim.outbox.start();
        if (args[2].equals("last")) {
            victim.finish();
        } else {
            Thread.ofPlatform().daemon().start(victim::saveDrafts);
            victim.sendCars();
        }
    }

    private static void print(String line) {
        // Each line is written at once, so that a kill leaves no half line.
        System.out.println(line);
        System.out.flush();
    }

    private void onSubmissionChanged(Submission submission) {
        if (!submission.state().isUnderWay()) {
            permits.release();
        }
    }

    /** Saves drafts repeatedly. */
    private void saveDrafts() {
        while (true) {
            UUID car = UUID.randomUUID();
            for (int version = 1; version <= 20; version++) {
                journal.save(car, draft(car.toString(), version), Set.of());
                print("saved " + car + " " + version);
            }
        }
    }

    /** Saves and sends cars, sometimes twice in a row. */
    private void sendCars() throws InterruptedException {
        while (true) {
            // Without a permit the car is sent after a while all the same, because earlier cars may wait for long.
            permits.tryAcquire(20, TimeUnit.MILLISECONDS);
            UUID car = UUID.randomUUID();
            journal.save(car, draft(car.toString(), 1), Set.of());
            print("saved " + car + " 1");
            Profile profile = random.nextInt(3) == 0 ? Profile.PRODUCTION : Profile.STAGING;
            send(car, profile);
            if (random.nextInt(5) == 0) {
                send(car, profile);
            }
        }
    }

    private void send(UUID car, Profile profile) {
        String number = car.toString();
        Submission submission = Submission.of(car, profile, clients.address(profile), draft(number, 2),
                new CarJson().toJson(SampleCars.of(Map.of(CarField.INTERNAL_ID, number))), clock.instant());
        switch (outbox.send(submission, submission.draft(), Set.of(), Set.of())) {
            case Journal.EnqueueResult.Enqueued _ -> {
                print("going " + submission.id() + " " + number);
                print("saved " + car + " 2");
            }
            case Journal.EnqueueResult.AlreadyThere _ -> print("there " + number);
            case Journal.EnqueueResult.NotSaved refused ->
                throw new IllegalStateException(refused.toString());
        }
    }

    private static CarDraft draft(String number, int version) {
        return CarDraft.of(Map.of(CarField.INTERNAL_ID, number, CarField.DESCRIPTION, "v" + version),
                List.of());
    }

    /** Sends the waiting cars, then closes everything. */
    private void finish() throws InterruptedException {
        while (!journal.waitingSubmissions().isEmpty()) {
            outbox.retryNow(Profile.STAGING);
            outbox.retryNow(Profile.PRODUCTION);
            permits.tryAcquire(MAX_UNFINISHED, 50, TimeUnit.MILLISECONDS);
        }
        outbox.close();
        journal.close();
        print("ended");
        System.exit(0);
    }
}
