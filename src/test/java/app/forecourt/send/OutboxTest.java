package app.forecourt.send;

import static app.forecourt.autochat.FailureCause.BROKEN;
import static app.forecourt.autochat.FailureCause.MOVED;
import static app.forecourt.autochat.FailureCause.NOT_NOTED;
import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.autochat.FailureCause.UNREACHABLE;
import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static app.forecourt.stock.SubmissionState.NOT_SENT;
import static app.forecourt.stock.SubmissionState.SENDING;
import static app.forecourt.stock.SubmissionState.UNKNOWN;
import static app.forecourt.stock.SubmissionState.WAITING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.FakeAutochat;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that the outbox loses no car and sends no car twice. They use a real journal file and a server that counts
 * requests.
 */
@Timeout(LongWait.TEST_SECONDS)
class OutboxTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path home;

    @AutoClose
    private OutboxFixture fixture;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @BeforeEach
    void createDesk() throws IOException {
        fixture = new OutboxFixture(home);
    }

    /** Starts without a network and sends a car, which waits for an hour. */
    private Submission openWithWaiting(String number) {
        fixture.network = OutboxFixture.REFUSING;
        fixture.withPause(HOUR).open();
        return fixture.await(fixture.send(number), WAITING);
    }

    @Nested
    class WaitingInLine {

        @Test
        void orderIsKeptWhileTheFirstWaits() {
            Submission first = openWithWaiting("first");
            Submission second = fixture.send("second");
            Submission third = fixture.send("third");

            fixture.network = OutboxFixture.HERE;
            fixture.outbox.retryNow(STAGING);

            fixture.await(third, ACCEPTED);
            assertEquals(List.of("first", "second", "third"), fixture.postedNumbers());
            assertEquals(ACCEPTED, fixture.storedSubmission(first).state());
            assertEquals(ACCEPTED, fixture.storedSubmission(second).state());
        }

        @Test
        void otherProfileIsNotDelayed() {
            Submission held = openWithWaiting("held");

            Submission free = fixture.send(PRODUCTION, "free");

            fixture.await(free, ACCEPTED);
            assertEquals(WAITING, fixture.storedSubmission(held).state());
            assertEquals(List.of("free"), fixture.postedNumbers());
        }

        @Test
        void refusedCarIsSentOnceWhenTheNetworkIsBack() {
            fixture.network = OutboxFixture.REFUSING;
            fixture.open();
            fixture.listener = submission -> {
                if (submission.state() == WAITING && submission.tries() == 3) {
                    fixture.network = OutboxFixture.HERE;
                }
            };
            Submission submission = fixture.send("A");

            Submission accepted = fixture.await(submission, ACCEPTED);

            assertEquals(4, accepted.tries());
            assertEquals(1, fixture.postCount("A"));
        }

        @Test
        void tenthFailedTryEndsTheSubmission() {
            var lookups = new AtomicInteger();
            fixture.network = host -> {
                lookups.incrementAndGet();
                return OutboxFixture.REFUSING.lookup(host);
            };
            fixture.open();
            Submission submission = fixture.send("A");

            Submission ended = fixture.await(submission, NOT_SENT);

            assertEquals(Optional.of(new SendOutcome.NotSent(UNREACHABLE)), ended.outcome());
            assertEquals(10, lookups.get());
            assertEquals(10, fixture.storedSubmission(submission).tries());
        }

        @Test
        void clockSetBackADayDelaysNothing() {
            fixture.network = OutboxFixture.REFUSING;
            fixture.withPause(Duration.ofMillis(200)).open();
            fixture.listener = submission -> {
                if (submission.state() == WAITING) {
                    fixture.clock.advance(Duration.ofDays(-1));
                    fixture.network = OutboxFixture.HERE;
                }
            };

            Submission submission = fixture.send("A");

            fixture.await(submission, ACCEPTED);
            assertEquals(1, fixture.postCount("A"));
        }

        @Test
        void limitedCarIsSentAfterTheLimit() {
            Instant until = fixture.clock.instant().plusSeconds(120);
            var posted = new CopyOnWriteArrayList<Instant>();
            Function<RecordedRequest, MockResponse> answers = inTurn(
                    answer(429, "text/plain", "")
                            .addHeader("Retry-After", "120")
                            .build(),
                    json(201, "{}"));
            fixture.autochat.cars = request -> {
                posted.add(fixture.clock.instant());
                return answers.apply(request);
            };
            fixture.open();
            Submission submission = fixture.send("A");
            assertEquals(Optional.of(until), fixture.await(submission, WAITING).due());
            assertEquals(
                    Optional.of(until), fixture.storedSubmission(submission).due());
            fixture.outbox.retryNow(STAGING);
            // Another car also retries the waiting one, and is queued behind it.
            Submission next = fixture.send("B");

            fixture.clock.advance(Duration.ofSeconds(121));
            fixture.outbox.retryNow(STAGING);

            fixture.await(next, ACCEPTED);
            assertEquals(List.of("A", "A", "B"), fixture.postedNumbers());
            assertTrue(posted.get(1).isAfter(until));
        }

        @Test
        void waitingCarIsNotSentToANewAddress() throws IOException {
            Submission submission = openWithWaiting("A");
            try (var elsewhere = new FakeAutochat()) {
                fixture.network = OutboxFixture.HERE;
                fixture.properties.put("forecourt.staging.url", elsewhere.url(""));
                fixture.outbox.retryNow(STAGING);

                fixture.await(submission, NOT_SENT);

                assertEquals(
                        Optional.of(new SendOutcome.NotSent(MOVED)),
                        fixture.storedSubmission(submission).outcome());
                assertEquals(0, elsewhere.requests.size());
                assertEquals(0, fixture.postCount("A"));
            }
        }
    }

    @Nested
    class Stopping {

        @Test
        void waitingCarDoesNotLeave() {
            Submission submission = openWithWaiting("A");

            fixture.outbox.stop(submission);

            fixture.await(submission, NOT_SENT);
            assertEquals(
                    Optional.of(new SendOutcome.NotSent(STOPPED)),
                    fixture.storedSubmission(submission).outcome());
            fixture.network = OutboxFixture.HERE;
            fixture.await(fixture.send("B"), ACCEPTED);
            assertEquals(List.of("B"), fixture.postedNumbers());
        }

        @Test
        void outcomeOfASendingCarIsUnknown() throws InterruptedException {
            fixture.autochat.cars = heldResponse(json(201, "{}"));
            fixture.open();
            Submission submission = fixture.send("A");
            reached.await();

            fixture.outbox.stop(submission);

            fixture.await(submission, UNKNOWN);
            release.countDown();
            assertEquals(
                    Optional.of(new SendOutcome.Unknown(STOPPED, Optional.empty())),
                    fixture.storedSubmission(submission).outcome());
            fixture.await(fixture.send("B"), ACCEPTED);
            assertEquals(List.of("A", "B"), fixture.postedNumbers());
        }

        @Test
        void queuedCarStaysStoppedAfterRestart() throws InterruptedException {
            fixture.autochat.cars = heldResponse(json(201, "{}"));
            fixture.open();
            Submission first = fixture.send("first");
            reached.await();
            Submission second = fixture.send("second");

            fixture.outbox.stop(second);
            fixture.restart();
            release.countDown();

            assertEquals(UNKNOWN, fixture.storedSubmission(first).state());
            assertEquals(
                    Optional.of(new SendOutcome.NotSent(STOPPED)),
                    fixture.storedSubmission(second).outcome());
            fixture.await(fixture.send("third"), ACCEPTED);
            assertEquals(List.of("first", "third"), fixture.postedNumbers());
        }

        @Test
        void acceptedCarStaysAccepted() {
            fixture.open();
            Submission submission = fixture.send("A");
            fixture.await(submission, ACCEPTED);

            fixture.outbox.stop(submission);

            fixture.await(fixture.send("B"), ACCEPTED);
            assertEquals(List.of(SENDING, ACCEPTED), fixture.reportedStates(submission));
        }
    }

    @Nested
    class EndAndStart {

        @Test
        void waitingCarsAreSentAfterTheNextStart() throws SQLException {
            Submission first = openWithWaiting("first");
            Submission second = fixture.send("second");

            fixture.stop();

            assertEquals("waiting", fixture.stateOnDisk(first));
            assertEquals("waiting", fixture.stateOnDisk(second));
            fixture.network = OutboxFixture.HERE;
            fixture.withPause(Duration.ofMillis(2)).open();
            fixture.await(second, ACCEPTED);
            assertEquals(List.of("first", "second"), fixture.postedNumbers());
        }

        @Test
        void sendingCarIsUnknownAfterTheEnd() throws Exception {
            fixture.autochat.cars = heldResponse(json(201, "{}"));
            fixture.open();
            Submission submission = fixture.send("A");
            reached.await();

            fixture.stop();
            release.countDown();

            assertEquals("unknown", fixture.stateOnDisk(submission));
            fixture.open();
            fixture.await(fixture.send("B"), ACCEPTED);
            assertEquals(List.of("A", "B"), fixture.postedNumbers());
        }

        @Test
        void sendingCarFoundAtStartIsNeverSent() {
            fixture.open();
            Submission submission = fixture.submission(STAGING, "A");
            fixture.journal.note(submission, submission.draft(), Set.of(), Set.of());
            fixture.journal.update(submission.asSending(fixture.clock.instant()));

            fixture.restart();

            assertEquals(
                    Optional.of(new SendOutcome.Unknown(BROKEN, Optional.empty())),
                    fixture.storedSubmission(submission).outcome());
            fixture.await(fixture.send("B"), ACCEPTED);
            assertEquals(List.of("B"), fixture.postedNumbers());
        }

        @Test
        void twoProgramsSendAWaitingCarOnce() throws Exception {
            fixture.open();
            Submission waiting = fixture.submission(STAGING, "A");
            fixture.journal.note(waiting, waiting.draft(), Set.of(), Set.of());
            var lanes = new ArrayList<Runnable>();
            var told = new LinkedBlockingQueue<SubmissionState>();
            try (Journal one = new Journal(fixture.file(), home, fixture.clock);
                    Journal two = new Journal(fixture.file(), home, fixture.clock)) {
                var outboxes = Stream.of(one, two)
                        .map(journal -> new Outbox(
                                journal,
                                fixture.clients,
                                SubmissionClaims.NOT_SHARED,
                                lanes::add,
                                fixture.clock,
                                fixture.backoff,
                                submission -> told.add(submission.state())))
                        .toList();
                outboxes.forEach(Outbox::start);
                lanes.forEach(lane -> Thread.ofVirtual().start(lane));
                assertEquals(SENDING, told.take());
                assertEquals(ACCEPTED, told.take());
                outboxes.forEach(Outbox::close);
                assertEmpty(List.copyOf(told));
            }
            assertEquals(1, fixture.postCount("A"));
            assertEquals("accepted", fixture.stateOnDisk(waiting));
        }

        @Test
        void waitingCarIsSentOnceBeforeNewCars() {
            fixture.open();
            Submission old = fixture.submission(STAGING, "old");
            fixture.journal.note(old, old.draft(), Set.of(), Set.of());
            fixture.stop();
            fixture.open();

            Submission fresh = fixture.send("fresh");
            fixture.outbox.start();

            fixture.await(fresh, ACCEPTED);
            fixture.outbox.start();
            fixture.await(fixture.send("last"), ACCEPTED);
            assertEquals(List.of("old", "fresh", "last"), fixture.postedNumbers());
        }

        @Test
        void carRequestedDuringStartIsSentOnce() {
            fixture.autochat.cars = heldResponse(json(201, "{}"));
            fixture.open();
            Outbox late = new Outbox(
                    fixture.journal,
                    fixture.clients,
                    Thread::startVirtualThread,
                    fixture.clock,
                    submission -> fixture.listener.accept(submission));
            var done = new CompletableFuture<Submission>();
            fixture.listener = submission -> {
                if (submission.state() == ACCEPTED) {
                    done.complete(submission);
                }
            };
            Submission asked = fixture.submission(STAGING, "A");
            OutboxFixture.queued(late.send(asked, asked.draft(), Set.of(), Set.of()));

            // The car waits in the journal and is queued already.
            late.start();
            release.countDown();

            done.join();
            late.close();
            assertEquals(1, fixture.postCount("A"));
        }
    }

    @Nested
    class BeforeItLeaves {

        @Test
        void submissionIsOnDiskBeforeTheServerSeesIt() {
            var seen = new CompletableFuture<String>();
            var asked = new CompletableFuture<Submission>();
            fixture.autochat.cars = request -> {
                try {
                    seen.complete(fixture.stateOnDisk(asked.join()));
                } catch (SQLException failed) {
                    seen.completeExceptionally(failed);
                }
                return json(201, "{\"id\": 7}");
            };
            fixture.open();

            asked.complete(fixture.send("A"));

            assertEquals("sending", seen.join());
            fixture.await(asked.join(), ACCEPTED);
            assertEquals(
                    Optional.of("7"),
                    assertInstanceOf(
                                    SendOutcome.Accepted.class,
                                    fixture.storedSubmission(asked.join())
                                            .outcome()
                                            .orElseThrow())
                            .id());
        }

        @Test
        void simultaneousClicksSendOneCar() {
            fixture.open();
            for (int round = 0; round < 25; round++) {
                String number = "car-" + round;
                UUID car = UUID.randomUUID();
                var barrier = new CyclicBarrier(2);
                List<CompletableFuture<Journal.EnqueueResult>> clicks = new ArrayList<>();
                for (int click = 0; click < 2; click++) {
                    Submission submission = fixture.submission(car, STAGING, number);
                    clicks.add(CompletableFuture.supplyAsync(
                            () -> {
                                LongWait.together(barrier);
                                return fixture.request(submission);
                            },
                            Thread::startVirtualThread));
                }
                List<Journal.EnqueueResult> asked =
                        clicks.stream().map(CompletableFuture::join).toList();

                Submission going = asked.stream()
                        .filter(Journal.EnqueueResult.Enqueued.class::isInstance)
                        .map(OutboxFixture::queued)
                        .findFirst()
                        .orElseThrow();
                Journal.EnqueueResult.AlreadyThere other = asked.stream()
                        .filter(Journal.EnqueueResult.AlreadyThere.class::isInstance)
                        .map(Journal.EnqueueResult.AlreadyThere.class::cast)
                        .findFirst()
                        .orElseThrow();
                assertEquals(going.id(), other.duplicates().getFirst().submissionId());
                fixture.await(going, ACCEPTED);
                assertEquals(1, fixture.postCount(number));
            }
        }

        @Test
        void lockedJournalSendsNothing() throws SQLException {
            fixture.open();
            fixture.journal.open();
            Submission submission = fixture.submission(STAGING, "A");
            try (Connection other = lock()) {
                assertEquals(
                        new Journal.EnqueueResult.NotSaved(JournalException.Reason.HELD), fixture.request(submission));
                unlock(other);
            }
            assertEquals(0, fixture.autochat.requests.size());
            fixture.await(OutboxFixture.queued(fixture.request(submission)), ACCEPTED);
            assertEquals(1, fixture.postCount("A"));
        }

        @Test
        void outcomeIsSavedOnceTheFileIsWritable() throws SQLException {
            fixture.open();
            fixture.journal.open();
            List<Connection> locks = new CopyOnWriteArrayList<>();
            fixture.autochat.cars = _ -> {
                locks.add(lockNow());
                return json(201, "{}");
            };
            Submission submission = fixture.send(STAGING, "A");
            fixture.await(submission, ACCEPTED);
            assertEquals("sending", fixture.stateOnDisk(submission));
            assertTrue(fixture.outbox.hasUnsaved());
            unlock(locks.getFirst());
            locks.getFirst().close();
            fixture.outbox.flush();
            assertFalse(fixture.outbox.hasUnsaved());
            Submission stored = fixture.storedSubmission(submission);
            assertEquals(ACCEPTED, stored.state());
            assertEquals(submission.payload(), stored.payload());
            assertEquals(1, fixture.postCount("A"));
        }

        @Test
        void waitingCarIsSentFirstOnceTheFileIsWritable() throws SQLException {
            fixture.open();
            Submission old = fixture.submission(STAGING, "old");
            fixture.journal.note(old, old.draft(), Set.of(), Set.of());
            fixture.stop();
            setSchema(Database.SCHEMA + 1);
            fixture.open();
            setSchema(Database.SCHEMA);
            Submission fresh = fixture.submission(STAGING, "fresh");

            assertEquals(new Journal.EnqueueResult.NotSaved(JournalException.Reason.NEWER), fixture.request(fresh));

            fixture.journal.saveEditPosition(new EditPosition(old.car(), "brand", 0));
            fixture.await(OutboxFixture.queued(fixture.request(fresh)), ACCEPTED);
            assertEquals(List.of("old", "fresh"), fixture.postedNumbers());
        }

        private void setSchema(int version) throws SQLException {
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + fixture.file());
                    var statement = other.createStatement()) {
                statement.execute("PRAGMA user_version = " + version);
            }
        }

        @Tag("proof")
        @Test
        void unsavableSubmissionDoesNotLeave() throws SQLException {
            Submission submission = openWithWaiting("A");
            try (Connection other = lock()) {
                fixture.network = OutboxFixture.HERE;
                fixture.outbox.retryNow(STAGING);

                Submission ended = fixture.await(submission, NOT_SENT);

                assertEquals(Optional.of(new SendOutcome.NotSent(NOT_NOTED)), ended.outcome());
                assertEquals(0, fixture.postCount("A"));
                assertEquals("waiting", fixture.stateOnDisk(submission));
                unlock(other);
            }
            // The reported outcome is saved as soon as possible, because the next start would send the car otherwise.
            fixture.await(fixture.send("B"), ACCEPTED);
            assertEquals("not_sent", fixture.stateOnDisk(submission));
            assertEquals(List.of("B"), fixture.postedNumbers());
        }
    }

    @Nested
    class Bugs {

        @Test
        void bugInOneSubmissionSparesTheOthers() throws InterruptedException {
            fixture.base = builder -> builder.addInterceptor(chain -> {
                if (Long.valueOf(666).equals(lengthOf(chain.request()))) {
                    throw new UnsupportedOperationException("a bug");
                }
                return chain.proceed(chain.request());
            });
            fixture.open();
            Submission bad = fixture.send("x".repeat(666 - (int) emptyLength()));
            Submission good = fixture.send("good");

            fixture.await(good, ACCEPTED);

            assertEquals(
                    Optional.of(new SendOutcome.Unknown(BROKEN, Optional.empty())),
                    fixture.storedSubmission(bad).outcome());
            assertEquals(List.of("good"), fixture.postedNumbers());
            // The thread reports the bug only as it ends.
            assertInstanceOf(UnsupportedOperationException.class, LongWait.next("the bug", fixture.bugs));
        }

        @Test
        void bugInTheListenerKeepsTheOutcome() {
            fixture.listener = submission -> {
                if (submission.state() == ACCEPTED) {
                    throw new UnsupportedOperationException("a bug");
                }
            };
            fixture.open();
            Submission first = fixture.send("first");
            Submission second = fixture.send("second");

            fixture.await(second, ACCEPTED);

            assertEquals(ACCEPTED, fixture.storedSubmission(first).state());
            assertEquals(List.of(SENDING, ACCEPTED), fixture.reportedStates(first));
            assertEquals(List.of("first", "second"), fixture.postedNumbers());
        }

        private long emptyLength() {
            return fixture.submission(STAGING, "").payload().length();
        }

        private static Long lengthOf(okhttp3.Request request) {
            try {
                return request.body() == null ? null : request.body().contentLength();
            } catch (IOException unknown) {
                throw new AssertionError(unknown);
            }
        }
    }

    private Function<RecordedRequest, MockResponse> heldResponse(MockResponse response) {
        return request -> {
            reached.countDown();
            LongWait.untilOpen(release);
            return response;
        };
    }

    /** Locks the file, as another program that writes to it. */
    private Connection lock() throws SQLException {
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + fixture.file());
        try (var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
        return other;
    }

    private Connection lockNow() {
        try {
            return lock();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void unlock(Connection other) {
        try (var statement = other.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
