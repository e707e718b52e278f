package app.forecourt.desks;

import static app.forecourt.testing.StartedProgram.print;

import app.forecourt.autochat.json.CarJsonWriter;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.SampleCars;
import app.forecourt.connection.ProfileClients;
import app.forecourt.journal.EnqueueResult;
import app.forecourt.journal.Journal;
import app.forecourt.send.Outbox;
import app.forecourt.settings.Profile;
import app.forecourt.sharing.ReplacedText;
import app.forecourt.sharing.StockSync;
import app.forecourt.sharing.SyncStatus;
import app.forecourt.sharing.server.KillableStock;
import app.forecourt.sharing.server.ServerAddress;
import app.forecourt.sharing.server.StockClient;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.UserVerdict;
import app.forecourt.testing.TestHome;
import app.forecourt.testing.TypedCars;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A desk of a shared stock without its window: journal, sync and outbox as in the program. It edits and sends cars at
 * random until it is killed, and prints what it does. Lines of standard input are commands.
 */
final class DeskMain implements StockSync.Listener {
    /** The fields that the desk edits. */
    static final List<CarField> FIELDS = List.of(
            CarField.BRAND,
            CarField.MODEL,
            CarField.VERSION,
            CarField.BODY_COLOR,
            CarField.SALES_PRICE,
            CarField.DESCRIPTION);
    /** The newest cars, which all desks edit, so that they meet. */
    private static final int HOT_CARS = 12;

    private final String name;
    private final Random random;
    private final int pause;
    private final String run;
    private final Clock clock;
    private final Journal journal;
    private final ProfileClients clients;
    private final StockSync sync;
    private final Outbox outbox;
    private final BlockingQueue<String> commands = new LinkedBlockingQueue<>();
    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private volatile boolean isTold;
    private boolean isQuiet;
    private int number;

    /**
     * @param args home, folder of the send log, name, seed, skew in seconds, port, database, pause, and {@code busy} or
     *     {@code last}
     */
    private DeskMain(String... args) {
        name = args[2];
        random = new Random(Long.parseLong(args[3]));
        run = Integer.toString(random.nextInt(1 << 24), 36);
        clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(Long.parseLong(args[4])));
        pause = Integer.parseInt(args[7]);
        isQuiet = args[8].equals("last");
        var opened = new TestHome(Path.of(args[0]), clock);
        clients = opened.clients();
        journal = new Journal(
                opened.journalFile(), opened.resolve("copies"), List.of(Path.of(args[1], "log.sent")), clock);
        ServerAddress server = KillableStock.address(Integer.parseInt(args[5]), args[6]);
        sync = new StockSync(
                journal,
                name,
                (desk, stock) -> new StockClient(server, KillableStock.PASSWORD, desk, stock),
                _ -> {},
                clock,
                this);
        outbox = new Outbox(
                journal,
                clients,
                new KillingClaims(sync.claims(), random),
                Executors.newVirtualThreadPerTaskExecutor(),
                clock,
                this::onSubmissionChanged);
    }

    public static void main(String... args) throws InterruptedException {
        var desk = new DeskMain(args);
        Thread.ofPlatform().daemon().start(desk::readCommands);
        desk.journal.open();
        desk.sync.start();
        desk.outbox.start();
        desk.work();
        desk.close();
    }

    private void readCommands() {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            in.lines().forEach(commands::add);
        } catch (IOException closed) {
            print("input closed");
        }
        commands.add("end");
    }

    private void work() throws InterruptedException {
        while (true) {
            sync.onUse();
            String command = commands.poll(isQuiet ? 200 : random.nextInt(1, 2 * pause), TimeUnit.MILLISECONDS);
            switch (command) {
                case null -> {
                    if (isQuiet) {
                        tellState();
                    } else {
                        act();
                    }
                }
                case "end" -> {
                    return;
                }
                case "quiet" -> isQuiet = true;
                case "busy" -> isQuiet = false;
                case "together" -> {
                    isTold = false;
                    sync.retryNow();
                }
                default -> sendAsUser(UUID.fromString(command));
            }
        }
    }

    private void act() {
        List<StockRow> rows = journal.newest(HOT_CARS);
        int dice = random.nextInt(100);
        if (rows.isEmpty() || dice < 8) {
            edit(UUID.randomUUID(), CarField.BRAND);
            return;
        }
        UUID car = any(rows).id();
        sync.onCarOpened(Optional.of(car));
        if (dice < 74) {
            edit(car, any(FIELDS));
        } else if (dice < 80) {
            journal.setMark(car, any(List.of(StockMark.values())), Optional.of(clock.instant()));
            sync.onCarChanged(car);
        } else if (dice < 91) {
            decide(car);
        } else {
            sendAsUser(car);
        }
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String newValue() {
        return name + "." + run + "." + number++;
    }

    /** Types a new text into a field, as the user sees the car in that moment. */
    private void edit(UUID car, CarField field) {
        String text = newValue();
        Set<CarField> replaced = TypedCars.change(journal, car, draft -> {
            print("edit " + car + " " + field.name() + " " + text + " " + draft.text(field));
            return draft.with(field, text);
        });
        if (!replaced.isEmpty()) {
            sync.onReplaced(car, replaced);
        }
        print("did " + text + " " + System.currentTimeMillis());
        sync.onCarChanged(car);
    }

    /** Gives a verdict on a submission of unknown outcome, or ticks off one that was accepted. */
    private void decide(UUID car) {
        journal.car(car).stream()
                .flatMap(stored -> stored.submissions().stream())
                .filter(submission -> submission.needsVerdict() || submission.state() == SubmissionState.ACCEPTED)
                .findFirst()
                .ifPresent(submission -> {
                    if (submission.needsVerdict()) {
                        journal.setVerdict(car, Profile.STAGING, UserVerdict.NONE, UserVerdict.IT_IS_THERE);
                    } else {
                        journal.setTakenOff(
                                submission.id(),
                                submission.takenOff().isEmpty() ? Optional.of(clock.instant()) : Optional.empty());
                    }
                    sync.onCarChanged(car);
                });
    }

    /** Sends a car as a user does who is asked and sometimes confirms. */
    private void sendAsUser(UUID car) {
        Set<UUID> confirmed = new HashSet<>();
        for (int tries = 0; tries < 4; tries++) {
            String click = newValue();
            // Before the draft is read: the journal keeps what arrives later.
            Instant requested = clock.instant();
            Optional<StoredCar> stored = journal.car(car);
            if (stored.isEmpty()) {
                return;
            }
            CarDraft draft = stored.get().draft();
            Submission submission = Submission.of(
                    car,
                    Profile.STAGING,
                    clients.address(Profile.STAGING),
                    draft,
                    new CarJsonWriter().toJson(SampleCars.of(Map.of(CarField.INTERNAL_ID, click))),
                    requested);
            print("click " + click + " " + submission.id() + " " + car + " "
                    + confirmed.stream().map(UUID::toString).collect(Collectors.joining(",")));
            EnqueueResult result = outbox.send(submission, draft, Set.of(), confirmed);
            switch (result) {
                case EnqueueResult.Enqueued _ -> {
                    print("going " + click);
                    sync.onCarChanged(car);
                    return;
                }
                case EnqueueResult.AlreadyThere(List<DuplicateSubmission> asked) -> {
                    if (random.nextInt(3) > 0) {
                        return;
                    }
                    asked.forEach(found -> confirmed.add(found.submissionId()));
                }
                case EnqueueResult.NotSaved refused -> throw new IllegalStateException(refused.toString());
            }
        }
    }

    private void onSubmissionChanged(Submission submission) {
        if (!submission.state().isUnderWay()) {
            sync.onCarChanged(submission.car());
        }
    }

    @Override
    public void onRemoteChange(Set<UUID> cars, List<ReplacedText> replaced) {
        long now = System.currentTimeMillis();
        String fresh = cars.stream()
                .flatMap(car -> journal.car(car).stream())
                .flatMap(car -> FIELDS.stream().map(car.draft()::text))
                .filter(text -> !text.isEmpty() && shown.add(text))
                .collect(Collectors.joining(","));
        if (!fresh.isEmpty()) {
            print("see " + now + " " + fresh);
        }
    }

    @Override
    public void onStatusChanged(SyncStatus status) {
        boolean isTogether = status instanceof SyncStatus.Together;
        if (isTogether && !isTold) {
            print("together");
        }
        isTold = isTogether;
    }

    /** Prints a digest of all that the desks share, and whether nothing waits or is being sent here. */
    private void tellState() {
        boolean isSending = journal.stock().stream()
                .flatMap(row -> row.submissions().stream())
                .anyMatch(submission -> submission.state().isUnderWay());
        if (isSending) {
            outbox.retryNow(Profile.STAGING);
        }
        boolean isSettled = !isSending && sync.status() instanceof SyncStatus.Together;
        print((isSettled ? "settled " : "unsettled ")
                + Integer.toHexString(DeskContent.of(journal).hashCode()));
    }

    private void close() {
        outbox.close();
        sync.close();
        journal.close();
        System.exit(0);
    }
}
