package app.forecourt.kill;

import app.forecourt.AppDirs;
import app.forecourt.autochat.json.CarJson;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.SampleCars;
import app.forecourt.connection.ProfileClients;
import app.forecourt.http.HttpClients;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.secret.Vault;
import app.forecourt.send.Outbox;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The program without its window. It sends the waiting cars and then the cars of its arguments, one after the other. It
 * answers each question with yes, and prints these lines:
 *
 * <pre>
 * found KIND              how the journal was opened
 * question REASON         the user is asked, because a submission can't be recorded
 * refused REASON          a car is not sent, because the earlier submissions can't be read
 * before NUMBER           the duplicate guard asks about the car with that stock number
 * came STATE CAUSE        a submission has changed its state
 * car NUMBER STANDING     a car of the stock list, at the end
 * </pre>
 */
final class SingleCarMain {
    private final Clock clock;
    private final ProfileClients clients;
    private final Journal journal;
    private final Outbox outbox;
    private final LinkedBlockingQueue<Submission> ended = new LinkedBlockingQueue<>();

    private SingleCarMain(Path home, Path state, int hoursAhead) {
        clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(hoursAhead));
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        Preferences preferences = Preferences.open(home.resolve("preferences.json"),
                SystemEnvironment.ofProcess(),
                executor);
        Vault vault = new Vault(preferences, home.resolve("key").resolve("vault.key"));
        vault.open();
        clients = new ProfileClients(preferences, vault, new HttpClients("kill"), Clock.systemUTC());
        journal = new Journal(home.resolve("journal.db"), home.resolve("copies"),
                new AppDirs(home, false, List.of(state)).sentLogs(), clock);
        outbox = new Outbox(journal, clients, executor, clock, this::onSubmissionChanged);
    }

    /** @param args the home, the state directory, the clock's offset in hours, and the stock numbers of the cars */
    public static void main(String[] args) throws InterruptedException {
        SingleCarMain program = new SingleCarMain(Path.of(args[0]), Path.of(args[1]),
                Integer.parseInt(args[2]));
        print("found " + program.journal.open().kind());
        int waiting = program.journal.waitingSubmissions().size();
        program.outbox.start();
        program.await(waiting);
        for (String number : List.of(args).subList(3, args.length)) {
            program.send(number);
        }
        program.journal.stock().forEach(SingleCarMain::printRow);
        program.outbox.close();
        program.journal.close();
        System.exit(0);
    }

    private static void print(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void printRow(StockRow row) {
        print("car " + row.text(CarField.INTERNAL_ID) + " " + row.status());
    }

    private void onSubmissionChanged(Submission submission) {
        print("came " + submission.state());
        if (!submission.state().isUnderWay()) {
            ended.add(submission);
        }
    }

    private void await(int count) throws InterruptedException {
        for (int remaining = count; remaining > 0; remaining--) {
            ended.take();
        }
    }

    private void send(String number) throws InterruptedException {
        // The id is the same at each start, like the id of an earlier car.
        UUID car = UUID.nameUUIDFromBytes(number.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        CarDraft draft = CarDraft.of(Map.of(CarField.INTERNAL_ID, number), List.of());
        Submission submission = Submission.of(car, Profile.STAGING, clients.address(Profile.STAGING), draft,
                new CarJson().toJson(SampleCars.of(Map.of(CarField.INTERNAL_ID, number))), clock.instant());
        switch (outbox.send(submission, draft, Set.of(), Set.of())) {
            case Journal.EnqueueResult.Enqueued _ -> await(1);
            case Journal.EnqueueResult.AlreadyThere _ -> print("before " + number);
            case Journal.EnqueueResult.NotSaved(var reason) when reason == JournalException.Reason.NEWER ->
                print("refused " + reason);
            case Journal.EnqueueResult.NotSaved(var reason) -> {
                print("question " + reason);
                outbox.sendUnsaved(submission);
                await(1);
            }
        }
    }
}
