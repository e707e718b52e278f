package app.forecourt.send;

import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.FakeAutochat;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.send.Outbox.Asked;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that the outbox loses no car and sends no car twice. They use a real journal file and a server that counts
 * requests.
 */
@Timeout(40)
class OutboxTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path home;
    @AutoClose
    private OutboxFixture desk;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @BeforeEach
    void createDesk() throws IOException {
        desk = new OutboxFixture(home);
    }

    @Nested
    class WaitingInLine {

        @Test
        void orderIsKeptWhileTheFirstWaits() {
            desk.network = OutboxFixture.REFUSING;
            desk.pausing(HOUR).open();
            Submission first = desk.send("first");
            desk.await(first, SubmissionState.WAITING);
            Submission second = desk.send("second");
            Submission third = desk.send("third");

            desk.network = OutboxFixture.HERE;
            desk.outbox.retryNow(Profile.STAGING);

            desk.await(third, SubmissionState.ACCEPTED);
            assertEquals(List.of("first", "second", "third"), desk.numbers());
            assertEquals(SubmissionState.ACCEPTED, desk.noted(first).state());
            assertEquals(SubmissionState.ACCEPTED, desk.noted(second).state());
        }

        @Test
        void otherProfileIsNotDelayed() {
            desk.network = OutboxFixture.REFUSING;
            desk.pausing(HOUR).open();
            Submission held = desk.send("held");
            desk.await(held, SubmissionState.WAITING);

            Submission free = desk.send(Profile.PRODUCTION, "free");

            desk.await(free, SubmissionState.ACCEPTED);
            assertEquals(SubmissionState.WAITING, desk.noted(held).state());
            assertEquals(List.of("free"), desk.numbers());
        }

        @Test
        void refusedCarIsSentOnceWhenTheNetworkIsBack() {
            desk.network = OutboxFixture.REFUSING;
            desk.open();
            desk.listener = attempt -> {
                if (attempt.state() == SubmissionState.WAITING && attempt.tries() == 3) {
                    desk.network = OutboxFixture.HERE;
                }
            };
            Submission attempt = desk.send("A");

            Submission accepted = desk.await(attempt, SubmissionState.ACCEPTED);

            assertEquals(4, accepted.tries());
            assertEquals(1, desk.posts("A"));
        }

        @Test
        void tenthFailedTryEndsTheSubmission() {
            var lookups = new AtomicInteger();
            desk.network = host -> {
                lookups.incrementAndGet();
                return OutboxFixture.REFUSING.lookup(host);
            };
            desk.open();
            Submission attempt = desk.send("A");

            Submission ended = desk.await(attempt, SubmissionState.NOT_SENT);

            assertEquals(Optional.of(new SendOutcome.NotSent(Cause.UNREACHABLE)), ended.outcome());
            assertEquals(10, lookups.get());
            assertEquals(10, desk.noted(attempt).tries());
        }

        @Test
        void clockSetBackADayDelaysNothing() {
            desk.network = OutboxFixture.REFUSING;
            desk.pausing(Duration.ofMillis(200)).open();
            desk.listener = attempt -> {
                if (attempt.state() == SubmissionState.WAITING) {
                    desk.clock.go(Duration.ofDays(-1));
                    desk.network = OutboxFixture.HERE;
                }
            };

            Submission attempt = desk.send("A");

            desk.await(attempt, SubmissionState.ACCEPTED);
            assertEquals(1, desk.posts("A"));
        }

        @Test
        void limitedCarIsSentAfterTheLimit() {
            Instant until = desk.clock.instant().plusSeconds(120);
            var posted = new CopyOnWriteArrayList<Instant>();
            Function<RecordedRequest, MockResponse> answers = inTurn(
                    answer(429, "text/plain", "").addHeader("Retry-After", "120").build(), json(201, "{}"));
            desk.autochat.cars = request -> {
                posted.add(desk.clock.instant());
                return answers.apply(request);
            };
            desk.open();
            Submission attempt = desk.send("A");
            assertEquals(Optional.of(until), desk.await(attempt, SubmissionState.WAITING).due());
            assertEquals(Optional.of(until), desk.noted(attempt).due());
            desk.outbox.retryNow(Profile.STAGING);
            // Another car also retries the waiting one, and is queued behind it.
            Submission next = desk.send("B");

            desk.clock.go(Duration.ofSeconds(121));
            desk.outbox.retryNow(Profile.STAGING);

            desk.await(next, SubmissionState.ACCEPTED);
            assertEquals(List.of("A", "A", "B"), desk.numbers());
            assertTrue(posted.get(1).isAfter(until));
        }

        @Test
        void waitingCarIsNotSentToANewAddress() throws IOException {
            desk.network = OutboxFixture.REFUSING;
            desk.pausing(HOUR).open();
            Submission attempt = desk.send("A");
            desk.await(attempt, SubmissionState.WAITING);
            try (var elsewhere = new FakeAutochat()) {
                desk.network = OutboxFixture.HERE;
                desk.properties.put("forecourt.staging.url", elsewhere.url(""));
                desk.outbox.retryNow(Profile.STAGING);

                desk.await(attempt, SubmissionState.NOT_SENT);

                assertEquals(Optional.of(new SendOutcome.NotSent(Cause.MOVED)),
                        desk.noted(attempt).outcome());
                assertEquals(0, elsewhere.requests.size());
                assertEquals(0, desk.posts("A"));
            }
        }
    }

    @Nested
    class Stopping {

        @Test
        void waitingCarDoesNotLeave() {
            desk.network = OutboxFixture.REFUSING;
            desk.pausing(HOUR).open();
            Submission attempt = desk.send("A");
            desk.await(attempt, SubmissionState.WAITING);

            desk.outbox.stop(attempt);

            desk.await(attempt, SubmissionState.NOT_SENT);
            assertEquals(Optional.of(new SendOutcome.NotSent(Cause.STOPPED)), desk.noted(attempt).outcome());
            desk.network = OutboxFixture.HERE;
            desk.await(desk.send("B"), SubmissionState.ACCEPTED);
            assertEquals(List.of("B"), desk.numbers());
        }

        @Test
        void outcomeOfASendingCarIsUnknown() throws InterruptedException {
            desk.autochat.cars = heldResponse(json(201, "{}"));
            desk.open();
            Submission attempt = desk.send("A");
            reached.await();

            desk.outbox.stop(attempt);

            desk.await(attempt, SubmissionState.UNKNOWN);
            release.countDown();
            assertEquals(Optional.of(new SendOutcome.Unknown(Cause.STOPPED, Optional.empty())),
                    desk.noted(attempt).outcome());
            desk.await(desk.send("B"), SubmissionState.ACCEPTED);
            assertEquals(List.of("A", "B"), desk.numbers());
        }

        @Test
        void queuedCarStaysStoppedAfterRestart() throws InterruptedException {
            desk.autochat.cars = heldResponse(json(201, "{}"));
            desk.open();
            Submission first = desk.send("first");
            reached.await();
            Submission second = desk.send("second");

            desk.outbox.stop(second);
            desk.restart();
            release.countDown();

            assertEquals(SubmissionState.UNKNOWN, desk.noted(first).state());
            assertEquals(Optional.of(new SendOutcome.NotSent(Cause.STOPPED)), desk.noted(second).outcome());
            desk.await(desk.send("third"), SubmissionState.ACCEPTED);
            assertEquals(List.of("first", "third"), desk.numbers());
        }

        @Test
        void acceptedCarStaysAccepted() {
            desk.open();
            Submission attempt = desk.send("A");
            desk.await(attempt, SubmissionState.ACCEPTED);

            desk.outbox.stop(attempt);

            desk.await(desk.send("B"), SubmissionState.ACCEPTED);
            assertEquals(List.of(SubmissionState.SENDING, SubmissionState.ACCEPTED), desk.told(attempt));
        }
    }

    @Nested
    class EndAndStart {

        @Test
        void waitingCarsAreSentAfterTheNextStart() throws SQLException {
            desk.network = OutboxFixture.REFUSING;
            desk.pausing(HOUR).open();
            Submission first = desk.send("first");
            desk.await(first, SubmissionState.WAITING);
            Submission second = desk.send("second");

            desk.shut();

            assertEquals("waiting", desk.onDisk(first));
            assertEquals("waiting", desk.onDisk(second));
            desk.network = OutboxFixture.HERE;
            desk.pausing(Duration.ofMillis(2)).open();
            desk.await(second, SubmissionState.ACCEPTED);
            assertEquals(List.of("first", "second"), desk.numbers());
        }

        @Test
        void sendingCarIsUnknownAfterTheEnd() throws Exception {
            desk.autochat.cars = heldResponse(json(201, "{}"));
            desk.open();
            Submission attempt = desk.send("A");
            reached.await();

            desk.shut();
            release.countDown();

            assertEquals("unknown", desk.onDisk(attempt));
            desk.open();
            desk.await(desk.send("B"), SubmissionState.ACCEPTED);
            assertEquals(List.of("A", "B"), desk.numbers());
        }

        @Test
        void sendingCarFoundAtStartIsNeverSent() {
            desk.open();
            Submission attempt = desk.attempt(Profile.STAGING, "A");
            desk.journal.note(attempt, attempt.sent(), Set.of(), Set.of());
            desk.journal.note(attempt.leaving(desk.clock.instant()));

            desk.restart();

            assertEquals(Optional.of(new SendOutcome.Unknown(Cause.BROKEN, Optional.empty())),
                    desk.noted(attempt).outcome());
            desk.await(desk.send("B"), SubmissionState.ACCEPTED);
            assertEquals(List.of("B"), desk.numbers());
        }

        @Test
        void twoProgramsSendAWaitingCarOnce() throws Exception {
            desk.open();
            Submission waiting = desk.attempt(Profile.STAGING, "A");
            desk.journal.note(waiting, waiting.sent(), Set.of(), Set.of());
            var lanes = new ArrayList<Runnable>();
            var told = new LinkedBlockingQueue<SubmissionState>();
            try (Journal one = new Journal(desk.file(), home, desk.clock);
                    Journal two = new Journal(desk.file(), home, desk.clock)) {
                var outboxes = Stream.of(one, two).map(journal -> new Outbox(journal, desk.environments,
                        lanes::add, desk.clock, desk.backoff, attempt -> told.add(attempt.state()))).toList();
                outboxes.forEach(Outbox::begin);
                lanes.forEach(lane -> Thread.ofVirtual().start(lane));
                assertEquals(SubmissionState.SENDING, told.take());
                assertEquals(SubmissionState.ACCEPTED, told.take());
                outboxes.forEach(Outbox::close);
                assertEquals(List.of(), List.copyOf(told));
            }
            assertEquals(1, desk.posts("A"));
            assertEquals("accepted", desk.onDisk(waiting));
        }

        @Test
        void waitingCarIsSentOnceBeforeNewCars() {
            desk.open();
            Submission old = desk.attempt(Profile.STAGING, "old");
            desk.journal.note(old, old.sent(), Set.of(), Set.of());
            desk.shut();
            desk.open();

            Submission fresh = desk.send("fresh");
            desk.outbox.begin();

            desk.await(fresh, SubmissionState.ACCEPTED);
            desk.outbox.begin();
            desk.await(desk.send("last"), SubmissionState.ACCEPTED);
            assertEquals(List.of("old", "fresh", "last"), desk.numbers());
        }

        @Test
        void carRequestedDuringStartIsSentOnce() {
            desk.autochat.cars = heldResponse(json(201, "{}"));
            desk.open();
            Outbox late = new Outbox(desk.journal, desk.environments, Thread::startVirtualThread, desk.clock,
                    attempt -> desk.listener.accept(attempt));
            var done = new CompletableFuture<Submission>();
            desk.listener = attempt -> {
                if (attempt.state() == SubmissionState.ACCEPTED) {
                    done.complete(attempt);
                }
            };
            Submission asked = desk.attempt(Profile.STAGING, "A");
            OutboxFixture.going(late.send(asked, asked.sent(), Set.of(), Set.of()));

            // The car waits in the journal and is queued already.
            late.begin();
            release.countDown();

            done.join();
            late.close();
            assertEquals(1, desk.posts("A"));
        }
    }

    @Nested
    class BeforeItLeaves {

        @Test
        void submissionIsOnDiskBeforeTheServerSeesIt() {
            var seen = new CompletableFuture<String>();
            var asked = new CompletableFuture<Submission>();
            desk.autochat.cars = request -> {
                try {
                    seen.complete(desk.onDisk(asked.join()));
                } catch (SQLException failed) {
                    seen.completeExceptionally(failed);
                }
                return json(201, "{\"id\": 7}");
            };
            desk.open();

            asked.complete(desk.send("A"));

            assertEquals("sending", seen.join());
            desk.await(asked.join(), SubmissionState.ACCEPTED);
            assertEquals(Optional.of("7"), assertInstanceOf(SendOutcome.Accepted.class,
                    desk.noted(asked.join()).outcome().orElseThrow()).id());
        }

        @Test
        void simultaneousClicksSendOneCar() {
            desk.open();
            for (int round = 0; round < 25; round++) {
                String number = "car-" + round;
                UUID car = UUID.randomUUID();
                var barrier = new CyclicBarrier(2);
                List<CompletableFuture<Asked>> clicks = new ArrayList<>();
                for (int click = 0; click < 2; click++) {
                    Submission attempt = desk.attempt(car, Profile.STAGING, number);
                    clicks.add(CompletableFuture.supplyAsync(() -> {
                        awaitBarrier(barrier);
                        return desk.ask(attempt);
                    }, Thread::startVirtualThread));
                }
                List<Asked> asked = clicks.stream().map(CompletableFuture::join).toList();

                Submission going = asked.stream().filter(Asked.Going.class::isInstance)
                        .map(OutboxFixture::going)
                        .findFirst().orElseThrow();
                Asked.AlreadyThere other = asked.stream().filter(Asked.AlreadyThere.class::isInstance)
                        .map(Asked.AlreadyThere.class::cast).findFirst().orElseThrow();
                assertEquals(going.id(), other.earlier().getFirst().attempt());
                desk.await(going, SubmissionState.ACCEPTED);
                assertEquals(1, desk.posts(number));
            }
        }

        @Test
        void lockedJournalSendsOnlyAfterConfirmation() throws SQLException {
            desk.open();
            desk.journal.open();
            try (Connection other = lock()) {
                Submission attempt = desk.attempt(Profile.STAGING, "A");

                assertEquals(new Asked.NotNoted(JournalException.Reason.HELD), desk.ask(attempt));

                assertEquals(0, desk.autochat.requests.size());
                desk.autochat.cars = request -> {
                    unlock(other);
                    return json(201, "{}");
                };
                OutboxFixture.going(desk.outbox.sendNotNoted(attempt));
                desk.await(attempt, SubmissionState.ACCEPTED);
                assertEquals(1, desk.posts("A"));
                assertEquals("accepted", desk.onDisk(attempt));
                assertInstanceOf(Asked.AlreadyThere.class, desk.ask(desk.attempt(Profile.STAGING, "A")));
            }
        }

        @Test
        void unsavableSubmissionDoesNotLeave() throws SQLException {
            desk.network = OutboxFixture.REFUSING;
            desk.pausing(HOUR).open();
            Submission attempt = desk.send("A");
            desk.await(attempt, SubmissionState.WAITING);
            try (Connection other = lock()) {
                desk.network = OutboxFixture.HERE;
                desk.outbox.retryNow(Profile.STAGING);

                Submission ended = desk.await(attempt, SubmissionState.NOT_SENT);

                assertEquals(Optional.of(new SendOutcome.NotSent(Cause.NOT_NOTED)), ended.outcome());
                assertEquals(0, desk.posts("A"));
                assertEquals("waiting", desk.onDisk(attempt));
                unlock(other);
            }
            // The reported outcome is saved as soon as possible, because the next start would send the car otherwise.
            desk.await(desk.send("B"), SubmissionState.ACCEPTED);
            assertEquals("not_sent", desk.onDisk(attempt));
            assertEquals(List.of("B"), desk.numbers());
        }
    }

    @Nested
    class Bugs {

        @Test
        void bugInOneSubmissionSparesTheOthers() {
            desk.base = builder -> builder.addInterceptor(chain -> {
                if (Long.valueOf(666).equals(lengthOf(chain.request()))) {
                    throw new UnsupportedOperationException("a bug");
                }
                return chain.proceed(chain.request());
            });
            desk.open();
            Submission bad = desk.send("x".repeat(666 - (int) emptyLength()));
            Submission good = desk.send("good");

            desk.await(good, SubmissionState.ACCEPTED);

            assertEquals(Optional.of(new SendOutcome.Unknown(Cause.BROKEN, Optional.empty())),
                    desk.noted(bad).outcome());
            assertEquals(List.of("good"), desk.numbers());
            assertInstanceOf(UnsupportedOperationException.class, desk.bugs.getFirst());
        }

        @Test
        void bugInTheListenerKeepsTheOutcome() {
            desk.listener = attempt -> {
                if (attempt.state() == SubmissionState.ACCEPTED) {
                    throw new UnsupportedOperationException("a bug");
                }
            };
            desk.open();
            Submission first = desk.send("first");
            Submission second = desk.send("second");

            desk.await(second, SubmissionState.ACCEPTED);

            assertEquals(SubmissionState.ACCEPTED, desk.noted(first).state());
            assertEquals(List.of(SubmissionState.SENDING, SubmissionState.ACCEPTED), desk.told(first));
            assertEquals(List.of("first", "second"), desk.numbers());
        }

        private long emptyLength() {
            return desk.attempt(Profile.STAGING, "").payload().length();
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
            try {
                release.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException over) {
                throw new AssertionError(over);
            }
            return response;
        };
    }

    /** Locks the file, as another program that writes to it. */
    private Connection lock() throws SQLException {
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + desk.file());
        try (var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
        return other;
    }

    private static void unlock(Connection other) {
        try (var statement = other.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void awaitBarrier(CyclicBarrier barrier) {
        try {
            barrier.await(5, TimeUnit.SECONDS);
        } catch (Exception never) {
            throw new AssertionError(never);
        }
    }
}
