package app.forecourt.kill;

import static app.forecourt.testing.StartedProgram.print;

import app.forecourt.autochat.json.CarJsonWriter;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.SampleCars;
import app.forecourt.home.AppDirs;
import app.forecourt.journal.EnqueueResult;
import app.forecourt.journal.Journal;
import app.forecourt.send.Outbox;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.StartedProgram;
import app.forecourt.testing.TestHome;
import app.forecourt.testing.TypedCars;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The program without its window, with the real journal and client. It sends the waiting cars, and then the cars of its
 * arguments one after the other. A busy one saves and sends cars until it is killed. It prints these lines:
 *
 * <pre>
 * begun
 * found KIND                          how the journal was opened
 * typed MILLIS NUMBER FIELD TEXT      at this time the journal had this text of the car with this stock number
 * click NUMBER                        a car is about to be sent
 * going SUBMISSION NUMBER             a submission was queued
 * refused REASON                      a car is not sent, because the journal can't record it
 * before NUMBER                       the duplicate guard asks about the car
 * came STATE                          a submission has changed its state
 * car NUMBER STATUS                   a car of the stock list, at the end
 * </pre>
 */
final class SenderMain {
    /** The mode in which the program is busy. */
    static final String BUSY = "busy";
    /** The mode in which the program ends like a killed one as soon as a car waits, before that is tried again. */
    static final String ENDS_WAITING = "ends waiting";
    /** The maximum number of unfinished submissions, so that the queue does not grow without a limit. */
    private static final int MAX_UNFINISHED = 12;

    private static final int VERSIONS = 20;

    private final Clock clock = Clock.systemUTC();
    private final TestHome home;
    private final Journal journal;
    private final Outbox outbox;
    private final boolean endsWaiting;
    private final LinkedBlockingQueue<UUID> ended = new LinkedBlockingQueue<>();

    private SenderMain(Path directory, Path state, boolean endsWaiting) {
        this.endsWaiting = endsWaiting;
        home = new TestHome(directory, clock);
        journal = new Journal(
                home.journalFile(),
                home.resolve("copies"),
                new AppDirs(directory, false, List.of(state)).sentLogs(),
                clock);
        outbox = new Outbox(
                journal,
                home.clients(),
                SubmissionClaims.NOT_SHARED,
                Executors.newVirtualThreadPerTaskExecutor(),
                clock,
                this::onSubmissionChanged);
    }

    /** @param args the home, the state directory, and stock numbers, or a mode and a seed or number */
    public static void main(String[] args) throws InterruptedException {
        print("begun");
        List<String> rest = new ArrayList<>(List.of(args).subList(2, args.length));
        var program = new SenderMain(Path.of(args[0]), Path.of(args[1]), rest.remove(ENDS_WAITING));
        print("found " + program.journal.open().kind());
        List<UUID> waiting = program.journal.waitingSubmissions().stream()
                .map(Submission::id)
                .toList();
        program.outbox.start();
        if (rest.contains(BUSY)) {
            Thread.ofPlatform().daemon().start(program::saveDrafts);
            program.sendCars(new Random(Long.parseLong(rest.getLast())));
        }
        program.await(waiting);
        for (String number : rest) {
            program.await(program.send(number, Profile.STAGING).stream().toList());
        }
        program.journal.stock().forEach(row -> print("car " + row.text(CarField.INTERNAL_ID) + " " + row.status()));
        program.outbox.close();
        program.journal.close();
        System.exit(0);
    }

    /** Starts the program in a process of its own. */
    static StartedProgram start(Path home, Path state, Object... rest) throws IOException {
        return StartedProgram.start(
                List.of(),
                SenderMain.class,
                Stream.concat(Stream.of(home, state), Stream.of(rest)).toArray());
    }

    private void onSubmissionChanged(Submission submission) {
        print("came " + submission.state());
        if (endsWaiting && submission.state() == SubmissionState.WAITING) {
            Runtime.getRuntime().halt(1);
        }
        if (!submission.state().isUnderWay()) {
            ended.add(submission.id());
        }
    }

    /** Waits for the ends of submissions. Waiting ones are tried again meanwhile. */
    private void await(List<UUID> submissions) throws InterruptedException {
        Set<UUID> open = new HashSet<>(submissions);
        while (!open.isEmpty()) {
            UUID next = ended.poll(50, TimeUnit.MILLISECONDS);
            if (next == null) {
                outbox.retryNow(Profile.STAGING);
                outbox.retryNow(Profile.PRODUCTION);
            } else {
                open.remove(next);
            }
        }
    }

    /** Saves drafts repeatedly. */
    private void saveDrafts() {
        while (true) {
            String number = UUID.randomUUID().toString();
            for (int version = 1; version <= VERSIONS; version++) {
                save(number, version);
            }
        }
    }

    /** Saves and sends cars, sometimes twice in a row. */
    private void sendCars(Random random) throws InterruptedException {
        for (int sent = 0; ; sent++) {
            if (sent >= MAX_UNFINISHED) {
                // Without an end the car is sent after a while all the same, because earlier cars may wait for long.
                ended.poll(20, TimeUnit.MILLISECONDS);
            }
            String number = UUID.randomUUID().toString();
            save(number, 1);
            Profile profile = random.nextInt(3) == 0 ? Profile.PRODUCTION : Profile.STAGING;
            send(number, profile);
            if (random.nextInt(5) == 0) {
                send(number, profile);
            }
        }
    }

    private void save(String number, int version) {
        TypedCars.save(journal, car(number), draft(number, version), Set.of());
        printSaved(number, version);
    }

    private static void printSaved(String number, int version) {
        print("typed " + System.currentTimeMillis() + " " + number + " description " + text(version));
    }

    /** Returns the id of the car, the same at each start. */
    private static UUID car(String number) {
        return UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));
    }

    private static CarDraft draft(String number, int version) {
        return new CarDraft(Map.of(CarField.INTERNAL_ID, number, CarField.DESCRIPTION, text(version)), List.of());
    }

    /** Returns a text with which that of each later version begins. */
    private static String text(int version) {
        return "x".repeat(version);
    }

    /** Sends a car. Returns the submission unless the car is held back. */
    private Optional<UUID> send(String number, Profile profile) {
        Submission submission = Submission.of(
                car(number),
                profile,
                home.clients().address(profile),
                draft(number, 2),
                new CarJsonWriter().toJson(SampleCars.of(Map.of(CarField.INTERNAL_ID, number))),
                clock.instant());
        print("click " + number);
        switch (outbox.send(submission, submission.draft(), Set.of(), Set.of())) {
            case EnqueueResult.Enqueued _ -> {
                print("going " + submission.id() + " " + number);
                printSaved(number, 2);
                return Optional.of(submission.id());
            }
            case EnqueueResult.AlreadyThere _ -> print("before " + number);
            case EnqueueResult.NotSaved(var reason) -> print("refused " + reason);
        }
        return Optional.empty();
    }
}
