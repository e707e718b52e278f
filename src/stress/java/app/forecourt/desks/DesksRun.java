package app.forecourt.desks;

import app.forecourt.desks.FaultyProxy.Fault;
import app.forecourt.proof.ProofTable;
import app.forecourt.sharing.server.KillableStock;
import app.forecourt.stock.StockRow;
import app.forecourt.testing.HomeCopies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A run of several desks: storms with faults of all kinds, and calm times in which the way of an edit is measured. */
final class DesksRun implements AutoCloseable {
    /** The time in which all must agree after the last fault. */
    private static final Duration SETTLING = Duration.ofMinutes(8);
    /** A limit that ten desks keep on a machine with thirty other programs. Usually they take seconds. */
    private static final Duration REUNION = Duration.ofMinutes(8);

    /** What a desk has printed from its first bug on. */
    private static final Pattern BUG = Pattern.compile("(?s)(?:SEVERE|Exception in thread).{0,2000}");

    /** The time in which an edit must be seen at each other desk while nothing is cut. */
    private static final Duration SEEING = Duration.ofMinutes(1);

    private static final String BUSY = "busy";
    private static final String LAST = "last";

    private final Path root;
    private final Random random;
    private final Duration length;
    private final Duration storm;
    private final Duration calm;
    final ProofTable table = new ProofTable();
    /** Milliseconds after which edits were seen at another desk. */
    private final List<Long> latencies = new ArrayList<>();

    private final DeskLog log = new DeskLog();
    private final KillableStock stock = new KillableStock();
    private final PostSite site;
    private final List<DeskProcess> desks = new ArrayList<>();
    private final Map<DeskProcess, Path> copies = new HashMap<>();
    private final DelayQueue<Due> due = new DelayQueue<>();
    private final Set<DeskProcess> awaited = new HashSet<>();
    private boolean isServerUp = true;
    private int copied;
    /** The longest time between two faults in a storm, in milliseconds. */
    private final int mostPause;

    /** Something that happens later. */
    private record Due(long at, Action action) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(at, ((Due) other).at);
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    DesksRun(Path root, long seed, int count, double minutes) throws IOException {
        this.root = root;
        random = new Random(seed);
        table.put("seed", seed);
        table.put("desks", count);
        length = Duration.ofMillis((long) (minutes * 60_000));
        boolean isLong = minutes > 5;
        storm = Duration.ofSeconds(isLong ? 40 : 12);
        mostPause = isLong ? 1_300 : 400;
        calm = Duration.ofSeconds(isLong ? 15 : 4);
        site = new PostSite(new Random(seed + 1), click -> later(0, () -> killAtPost(click)));
        for (int number = 0; number < count; number++) {
            desks.add(new DeskProcess(number, root, stock, site.server, log, seed + 100 + number, isLong ? 1400 : 150));
        }
        table.put(
                "clocks of the desks",
                desks.stream().map(desk -> desk.skew.toHours() + " h").collect(Collectors.joining(", ")));
    }

    private void later(int millis, Action action) {
        due.add(new Due(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis), action));
    }

    private void count(String kind) {
        table.add(kind, 1);
    }

    private DeskProcess anyDesk() {
        return desks.get(random.nextInt(desks.size()));
    }

    void run() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        for (DeskProcess desk : desks) {
            desk.start(BUSY);
        }
        while (System.nanoTime() - begun < length.toNanos()) {
            heal();
            reunite();
            measure();
            site.setSteady(false);
            pass(storm, true);
        }
        settle();
    }

    /** Lets a time pass in which due actions happen, with faults at random if it is a storm. */
    private void pass(Duration time, boolean isStorm) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long nextFault = System.nanoTime();
        while (System.nanoTime() < end) {
            runNextDue();
            if (isStorm && System.nanoTime() > nextFault) {
                makeFault();
                nextFault = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(50, mostPause));
            }
            startDead(BUSY);
        }
    }

    private void runNextDue() throws IOException, InterruptedException {
        Due next = due.poll(50, TimeUnit.MILLISECONDS);
        if (next != null) {
            next.action().run();
        }
    }

    /** Starts the desks that were killed and that nothing will start. */
    private void startDead(String mode) throws IOException {
        for (DeskProcess desk : desks) {
            if (!desk.isRunning() && !awaited.contains(desk)) {
                desk.start(mode);
            }
        }
    }

    /** Starts the desks that are not running, also those that wait for their start. */
    private void startAll(String mode) throws IOException {
        awaited.clear();
        startDead(mode);
    }

    private void makeFault() throws IOException, InterruptedException {
        DeskProcess desk = anyDesk();
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> killDesk(desk, "desks killed at any moment");
            case 3, 4 -> killServer();
            case 5, 6, 7 -> cut(desk, Fault.CUT, random.nextInt(20_000));
            case 8, 9 -> cut(desk, Fault.CUT, random.nextInt(300));
            case 10, 11 -> cut(desk, Fault.DELAY, random.nextInt(20, 300));
            case 12 -> cut(desk, Fault.SWALLOW, 0);
            case 13, 14 -> putToSleep(desk);
            case 15 -> refusePosts();
            case 16 -> {
                if (copies.containsKey(desk)) {
                    restore(desk, copies.remove(desk));
                } else {
                    copy(desk);
                }
            }
            default -> sendTogether();
        }
    }

    private void killDesk(DeskProcess desk, String kind) {
        if (desk.isRunning()) {
            desk.kill();
            count(kind);
            startLater(desk);
        }
    }

    private void startLater(DeskProcess desk) {
        awaited.add(desk);
        later(random.nextInt(2_500), () -> {
            awaited.remove(desk);
            if (!desk.isRunning()) {
                desk.start(BUSY);
            }
        });
    }

    /** Kills the desk that has just posted, so that it does not note the outcome. */
    private void killAtPost(String click) {
        DeskLog.Click posted = log.clicks().get(click);
        if (posted != null) {
            killDesk(desks.get(posted.desk()), "desks killed between POST and note");
        }
    }

    private void killServer() {
        if (isServerUp) {
            stock.kill();
            isServerUp = false;
            count("kills of all processes of PostgreSQL");
            later(random.nextInt(300, 4_000), this::startServer);
        }
    }

    private void startServer() {
        if (!isServerUp) {
            stock.start();
            isServerUp = true;
        }
    }

    private void cut(DeskProcess desk, Fault fault, int amount) {
        desk.network.set(fault, amount);
        count(
                switch (fault) {
                    case CUT -> "networks cut between two bytes";
                    case DELAY -> "networks with late bytes";
                    case SWALLOW -> "networks that swallow bytes";
                    case NONE -> "";
                });
        later(random.nextInt(300, 8_000), desk.network::heal);
    }

    private void putToSleep(DeskProcess desk) throws IOException {
        if (desk.isAwake()) {
            desk.sleep(true);
            count("desks put to sleep (SIGSTOP)");
            later(random.nextInt(500, 9_000), () -> desk.sleep(false));
        }
    }

    private void refusePosts() throws IOException {
        site.server.refuse();
        count("times without AutoChat");
        later(random.nextInt(200, 2_500), site.server::accept);
    }

    /** Has several desks send the same car at once. */
    private void sendTogether() {
        List<List<String>> cars = isServerUp
                ? stock.rows("SELECT id FROM forecourt.item WHERE kind = 'car' ORDER BY added DESC LIMIT 20")
                : List.of();
        if (!cars.isEmpty()) {
            String car = cars.get(random.nextInt(cars.size())).getFirst();
            count("cars sent by several desks at once");
            desks.stream().filter(_ -> random.nextInt(desks.size()) < 3).forEach(desk -> desk.tell(car));
        }
    }

    private void copy(DeskProcess desk) throws IOException {
        desk.kill();
        Path copy = root.resolve("copy" + copied++);
        HomeCopies.copy(desk.home, copy);
        copies.put(desk, copy);
        desk.start(BUSY);
    }

    /**
     * Restores an old copy of a desk's home. What the desk has not pushed before is lost by that, so all of it must be
     * at the server first.
     */
    private void restore(DeskProcess desk, Path copy) throws IOException, InterruptedException {
        desk.network.heal();
        startServer();
        desk.sleep(false);
        desk.kill();
        desk.start(LAST);
        boolean isPushed = passUntil(Duration.ofSeconds(40), () -> {
            if (!desk.isRunning()) {
                desk.start(LAST);
            }
            return isServerUp
                    && desk.digest().startsWith("settled")
                    && new DeskChecker(log, stock, histories(List.of(desk)))
                            .lostEdits(edit -> edit.desk() == desk.number)
                            .isEmpty();
        });
        desk.kill();
        if (isPushed) {
            HomeCopies.restoreJournal(copy, desk.home);
            count("old copies of a home restored");
        }
        desk.start(BUSY);
    }

    /** Lets due actions happen until a condition holds. Returns false if it does not in time. */
    private boolean passUntil(Duration limit, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            runNextDue();
            if (condition.holds()) {
                return true;
            }
        }
        return false;
    }

    /** Ends all faults. */
    private void heal() throws IOException {
        // Also what is not due yet, because it would end a fault.
        for (Due left = due.peek(); left != null; left = due.peek()) {
            due.remove(left);
            left.action().run();
        }
        site.setSteady(true);
        site.server.accept();
        startServer();
        for (DeskProcess desk : desks) {
            desk.network.heal();
            desk.sleep(false);
        }
    }

    /** Waits until all desks are together again. */
    private void reunite() throws IOException, InterruptedException {
        startDead(BUSY);
        desks.forEach(DeskProcess::askTogether);
        boolean isReunited = passUntil(REUNION, () -> {
            startAll(BUSY);
            return desks.stream().allMatch(DeskProcess::isTogether);
        });
        table.require(
                isReunited,
                "not together after " + REUNION.toSeconds() + " s without faults: desks "
                        + desks.stream()
                                .filter(desk -> !desk.isTogether())
                                .map(desk -> desk.number)
                                .toList());
    }

    /** Lets calm time pass, and measures how soon the edits of that time are seen at the other desks. */
    private void measure() throws IOException, InterruptedException {
        Map<DeskProcess, Integer> starts = desks.stream().collect(Collectors.toMap(desk -> desk, desk -> desk.starts));
        long begin = System.currentTimeMillis();
        pass(calm, false);
        long end = System.currentTimeMillis();
        List<Sight> sights;
        List<Sight> unseen;
        do {
            pass(Duration.ofSeconds(1), false);
            sights = sights(begin, end, starts);
            unseen = unseen(sights);
        } while (!unseen.isEmpty() && System.currentTimeMillis() < end + SEEING.toMillis());
        sights.stream()
                .filter(sight -> sight.seenAt() > 0)
                .forEach(sight ->
                        latencies.add(Math.max(0, sight.seenAt() - sight.edit().savedAt())));
        table.add("edits not seen at another desk within " + SEEING.toSeconds() + " s", unseen.size());
    }

    /** An edit at another desk. The time is 0 as long as that desk has not shown it. */
    private record Sight(DeskLog.Edit edit, long seenAt) {}

    /** Returns the edits of a time, once for each other desk, by the desks that have run since. */
    private List<Sight> sights(long begin, long end, Map<DeskProcess, Integer> starts) {
        List<Integer> steady = desks.stream()
                .filter(desk -> desk.isRunning() && desk.starts == starts.get(desk))
                .map(desk -> desk.number)
                .toList();
        return log.edits().stream()
                .filter(edit -> edit.savedAt() > begin && edit.savedAt() < end && steady.contains(edit.desk()))
                .flatMap(edit -> steady.stream()
                        .filter(desk -> desk != edit.desk())
                        .map(desk -> new Sight(edit, log.seenAt(desk, edit.text()))))
                .toList();
    }

    /** Returns those that are not seen although the server has them, so that no other edit has replaced them. */
    private List<Sight> unseen(List<Sight> sights) {
        return sights.stream()
                .filter(sight -> sight.seenAt() == 0 && isAtServer(sight.edit().text()))
                .toList();
    }

    private boolean isAtServer(String text) {
        return !stock.rows(
                        "SELECT 1 FROM forecourt.item WHERE kind = 'car' AND document::text LIKE '%\"" + text + "\"%'")
                .isEmpty();
    }

    /** Returns the texts in the histories of cars. */
    private static Set<String> histories(List<DeskProcess> desks) {
        Set<String> texts = new HashSet<>();
        for (DeskProcess desk : desks) {
            try (var journal = desk.openJournal()) {
                for (StockRow row : journal.stock()) {
                    journal.history(row.id()).orElseThrow().steps().stream()
                            .flatMap(step -> step.draft().stream())
                            .flatMap(draft -> DeskMain.FIELDS.stream().map(draft::text))
                            .forEach(texts::add);
                }
            }
        }
        return texts;
    }

    /** Lets the desks end what they have begun, until all agree. */
    private void settle() throws IOException, InterruptedException {
        heal();
        for (DeskProcess desk : desks) {
            desk.kill();
            desk.start(LAST);
        }
        boolean isSettled = passUntil(SETTLING, () -> {
            startAll(LAST);
            return desks.stream().allMatch(desk -> desk.digest().startsWith("settled"))
                    && desks.stream().map(DeskProcess::digest).distinct().count() == 1;
        });
        table.require(
                isSettled,
                "no agreement after " + SETTLING.toSeconds() + " s: "
                        + desks.stream().map(DeskProcess::digest).toList());
        desks.forEach(DeskProcess::end);
    }

    /** Compares everything. */
    void check() throws IOException {
        List<DeskContent> contents = new ArrayList<>();
        for (DeskProcess desk : desks) {
            try (var journal = desk.openJournal()) {
                contents.add(DeskContent.of(journal));
            }
            String errors = Files.readString(desk.errors());
            BUG.matcher(errors)
                    .results()
                    .findFirst()
                    .ifPresent(bug -> table.require(false, "desk " + desk.number + ": " + bug.group()));
        }
        DeskChecker checker = new DeskChecker(log, stock, histories(desks));
        List<PostSite.Post> posts = site.posts();
        table.addErrors(checker.lostEdits(_ -> true));
        table.addErrors(checker.repeatedPosts(posts));
        table.addErrors(checker.unaskedPosts(posts));
        table.addErrors(checker.unknownAccepted(posts, contents));
        table.addErrors(checker.disagreements(contents));
        List<List<String>> cars = stock.rows("SELECT document FROM forecourt.item WHERE kind = 'car'");
        table.put("cars", cars.size());
        table.put(
                "edits of fields that a journal had saved",
                log.edits().stream().filter(edit -> edit.savedAt() > 0).count());
        long clicks =
                log.clicks().values().stream().filter(DeskLog.Click::isQueued).count();
        table.put("clicks on sending that were queued", clicks);
        table.put("clicks that a question held back", log.clicks().size() - clicks);
        table.put("POSTs", posts.size());
        table.put(
                "cars that AutoChat has accepted",
                posts.stream().filter(PostSite.Post::isAccepted).count());
        table.put(
                "claims left open",
                stock.rows("SELECT 1 FROM forecourt.claim WHERE state NOT IN ('settled', 'released')")
                        .size());
        table.put("edits seen at another desk, while nothing was cut", latencies.size());
        table.put(
                "of these after ms: median, 95th percentile, longest",
                percentile(0.5) + ", " + percentile(0.95) + ", " + percentile(1));
        new TreeMap<>(log.points()).forEach((point, kills) -> table.put("desks killed by themselves: " + point, kills));
    }

    private long percentile(double part) {
        List<Long> sorted = latencies.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * part)));
    }

    @Override
    public void close() throws IOException {
        for (DeskProcess desk : desks) {
            desk.close();
        }
        site.close();
        stock.close();
    }
}
