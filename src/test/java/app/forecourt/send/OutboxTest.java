package app.forecourt.send;

import static app.forecourt.autochat.FailureCause.BROKEN;
import static app.forecourt.autochat.FailureCause.MOVED;
import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
import static app.forecourt.http.ScriptedServer.limited;
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

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.FakeAutochat;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.journal.EnqueueResult;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFixture;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.LongWait;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tests that the outbox loses no car and sends no car twice. They use a real journal file and a server that counts
 * requests.
 */
@Timeout(LongWait.TEST_SECONDS)
class OutboxTest extends OutboxFixture {
    private static final Duration HOUR = Duration.ofHours(1);

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    /** Starts without a network and sends a car, which waits for an hour. */
    private Submission openWithWaiting(String number) {
        network = REFUSING;
        withPause(HOUR).open();
        return await(send(number), WAITING);
    }

    /** Writes a car into the journal, without the outbox. */
    private Submission note(String number) {
        Submission submission = submission(STAGING, number);
        journal.note(submission, submission.draft(), Set.of(), Set.of());
        return submission;
    }

    private void sendAccepted(String number) {
        await(send(number), ACCEPTED);
    }

    private void assertStored(SubmissionState state, Submission submission) {
        assertEquals(state, storedSubmission(submission).state());
    }

    private void assertOutcome(SendOutcome outcome, Submission submission) {
        assertEquals(Optional.of(outcome), storedSubmission(submission).outcome());
    }

    private static SendOutcome unknown(FailureCause cause) {
        return new SendOutcome.Unknown(cause, Optional.empty());
    }

    private Submission sendHeld(String number) throws InterruptedException {
        autochat.cars = _ -> {
            reached.countDown();
            LongWait.untilOpen(release);
            return json(201, "{}");
        };
        open();
        Submission submission = send(number);
        reached.await();
        return submission;
    }

    @Nested
    class WaitingInLine {

        @Test
        void orderIsKeptWhileTheFirstWaits() {
            Submission first = openWithWaiting("first");
            Submission second = send("second");
            Submission third = send("third");

            network = HERE;
            outbox.retryNow(STAGING);

            await(third, ACCEPTED);
            assertPosted("first", "second", "third");
            assertStored(ACCEPTED, first);
            assertStored(ACCEPTED, second);
        }

        @Test
        void otherProfileIsNotDelayed() {
            Submission held = openWithWaiting("held");

            Submission free = send(PRODUCTION, "free");

            await(free, ACCEPTED);
            assertStored(WAITING, held);
            assertPosted("free");
        }

        @Test
        void clockSetBackADayDelaysNothing() {
            network = REFUSING;
            withPause(Duration.ofMillis(200)).open();
            listener = submission -> {
                if (submission.state() == WAITING) {
                    clock.advanceDays(-1);
                    network = HERE;
                }
            };

            Submission submission = send("A");

            await(submission, ACCEPTED);
            assertPosted("A");
        }

        @Test
        void limitedCarIsSentAfterTheLimit() {
            Instant until = clock.instant().plusSeconds(120);
            var posted = new CopyOnWriteArrayList<Instant>();
            Function<RecordedRequest, MockResponse> answers = inTurn(limited(120), json(201, "{}"));
            autochat.cars = request -> {
                posted.add(clock.instant());
                return answers.apply(request);
            };
            open();
            Submission submission = send("A");
            assertEquals(Optional.of(until), await(submission, WAITING).due());
            assertEquals(Optional.of(until), storedSubmission(submission).due());
            outbox.retryNow(STAGING);
            // Another car also retries the waiting one, and is queued behind it.
            Submission next = send("B");

            clock.advanceSeconds(121);
            outbox.retryNow(STAGING);

            await(next, ACCEPTED);
            assertPosted("A", "A", "B");
            assertTrue(posted.get(1).isAfter(until));
        }

        @Test
        void waitingCarIsNotSentToANewAddress() {
            Submission submission = openWithWaiting("A");
            try (var elsewhere = new FakeAutochat()) {
                network = HERE;
                properties.put("forecourt.staging.url", elsewhere.url(""));
                outbox.retryNow(STAGING);

                await(submission, NOT_SENT);

                assertOutcome(new SendOutcome.NotSent(MOVED), submission);
                assertEquals(0, elsewhere.requests.size());
                assertPosted();
            }
        }
    }

    @Nested
    class Stopping {

        @Test
        void waitingCarDoesNotLeave() {
            Submission submission = openWithWaiting("A");

            outbox.stop(submission);

            await(submission, NOT_SENT);
            assertOutcome(new SendOutcome.NotSent(STOPPED), submission);
            network = HERE;
            sendAccepted("B");
            assertPosted("B");
        }

        @Test
        void outcomeOfASendingCarIsUnknown() throws InterruptedException {
            Submission submission = sendHeld("A");

            outbox.stop(submission);

            await(submission, UNKNOWN);
            release.countDown();
            assertOutcome(unknown(STOPPED), submission);
            sendAccepted("B");
            assertPosted("A", "B");
        }

        @Test
        void queuedCarStaysStoppedAfterRestart() throws InterruptedException {
            Submission first = sendHeld("first");
            Submission second = send("second");

            outbox.stop(second);
            restart();
            release.countDown();

            assertStored(UNKNOWN, first);
            assertOutcome(new SendOutcome.NotSent(STOPPED), second);
            sendAccepted("third");
            assertPosted("first", "third");
        }

        @Test
        void acceptedCarStaysAccepted() {
            open();
            Submission submission = send("A");
            await(submission, ACCEPTED);

            outbox.stop(submission);

            sendAccepted("B");
            assertEquals(List.of(SENDING, ACCEPTED), reportedStates(submission));
        }
    }

    @Nested
    class EndAndStart {

        @Test
        void sendingCarFoundAtStartIsNeverSent() {
            open();
            Submission submission = note("A");
            journal.update(submission.asSending(clock.instant()));

            restart();

            assertOutcome(unknown(BROKEN), submission);
            sendAccepted("B");
            assertPosted("B");
        }

        @Test
        void twoProgramsSendAWaitingCarOnce() throws Exception {
            open();
            Submission waiting = note("A");
            var lanes = new ArrayList<Runnable>();
            var told = new LinkedBlockingQueue<SubmissionState>();
            try (Journal one = new Journal(file(), home.path(), List.of(), clock);
                    Journal two = new Journal(file(), home.path(), List.of(), clock)) {
                var outboxes = Stream.of(one, two)
                        .map(journal -> new Outbox(
                                journal,
                                clients,
                                SubmissionClaims.NOT_SHARED,
                                lanes::add,
                                clock,
                                backoff,
                                submission -> told.add(submission.state())))
                        .toList();
                outboxes.forEach(Outbox::start);
                lanes.forEach(lane -> Thread.ofVirtual().start(lane));
                assertEquals(SENDING, told.take());
                assertEquals(ACCEPTED, told.take());
                outboxes.forEach(Outbox::close);
                assertEmpty(List.copyOf(told));
            }
            assertPosted("A");
            assertEquals("accepted", stateOnDisk(waiting));
        }

        @Test
        void waitingCarIsSentOnceBeforeNewCars() throws SQLException {
            Submission old = openWithWaiting("old");
            stop();
            assertEquals("waiting", stateOnDisk(old));
            network = HERE;
            withPause(Duration.ofMillis(2)).open();
            Submission fresh = send("fresh");
            outbox.start();

            await(fresh, ACCEPTED);
            outbox.start();
            sendAccepted("last");
            assertPosted("old", "fresh", "last");
        }
    }

    @Nested
    class BeforeItLeaves {

        @Test
        void submissionIsOnDiskBeforeTheServerSeesIt() {
            var seen = new CompletableFuture<String>();
            var asked = new CompletableFuture<Submission>();
            autochat.cars = request -> {
                try {
                    seen.complete(stateOnDisk(asked.join()));
                } catch (SQLException failed) {
                    seen.completeExceptionally(failed);
                }
                return json(201, "{}");
            };
            open();

            asked.complete(send("A"));

            assertEquals("sending", seen.join());
            await(asked.join(), ACCEPTED);
        }

        @Test
        void simultaneousClicksSendOneCar() {
            open();
            for (int round = 0; round < 25; round++) {
                String number = "car-" + round;
                UUID car = UUID.randomUUID();
                var barrier = new CyclicBarrier(2);
                List<CompletableFuture<EnqueueResult>> clicks = new ArrayList<>();
                for (int click = 0; click < 2; click++) {
                    Submission submission = submission(car, STAGING, number);
                    clicks.add(CompletableFuture.supplyAsync(
                            () -> {
                                LongWait.together(barrier);
                                return request(submission);
                            },
                            Thread::startVirtualThread));
                }
                List<EnqueueResult> asked =
                        clicks.stream().map(CompletableFuture::join).toList();

                int going = asked.get(0) instanceof EnqueueResult.Enqueued ? 0 : 1;
                assertInstanceOf(EnqueueResult.AlreadyThere.class, asked.get(1 - going));
                await(queued(asked.get(going)), ACCEPTED);
                assertEquals(1, postCount(number));
            }
        }

        @Test
        void outcomeIsSavedOnceTheFileIsWritable() throws SQLException {
            open();
            journal.open();
            Submission submission;
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                    var lock = other.createStatement()) {
                autochat.cars = _ -> {
                    try {
                        lock.execute("BEGIN IMMEDIATE");
                    } catch (SQLException failed) {
                        throw new AssertionError(failed);
                    }
                    return json(201, "{}");
                };
                submission = send("A");
                await(submission, ACCEPTED);
                assertEquals("sending", stateOnDisk(submission));
                assertTrue(outbox.hasUnsaved());
                assertInstanceOf(EnqueueResult.AlreadyThere.class, request(submission(STAGING, "A")));
            }
            outbox.flush();
            assertFalse(outbox.hasUnsaved());
            Submission stored = storedSubmission(submission);
            assertEquals(ACCEPTED, stored.state());
            assertEquals(submission.payload(), stored.payload());
            assertPosted("A");
        }

        @Test
        void waitingCarIsSentFirstOnceTheFileIsWritable() throws SQLException {
            open();
            Submission old = note("old");
            stop();
            JournalFixture.execute(file(), "PRAGMA user_version = " + (Database.SCHEMA + 1));
            open();
            JournalFixture.execute(file(), "PRAGMA user_version = " + Database.SCHEMA);
            Submission fresh = submission(STAGING, "fresh");

            assertEquals(new EnqueueResult.NotSaved(JournalException.Reason.NEWER), request(fresh));

            journal.saveEditPosition(new EditPosition(old.car(), "brand", 0));
            await(queued(request(fresh)), ACCEPTED);
            assertPosted("old", "fresh");
        }
    }

    @Nested
    class Bugs {

        @Test
        void bugInOneSubmissionSparesTheOthers() throws InterruptedException {
            var first = new AtomicBoolean(true);
            base = builder -> builder.addInterceptor(chain -> {
                if (chain.request().url().encodedPath().equals("/api/cars") && first.getAndSet(false)) {
                    throw new UnsupportedOperationException("a bug");
                }
                return chain.proceed(chain.request());
            });
            open();
            Submission bad = send("bad");
            Submission good = send("good");

            await(good, ACCEPTED);

            assertOutcome(unknown(BROKEN), bad);
            assertPosted("good");
            // The thread reports the bug only as it ends.
            assertInstanceOf(UnsupportedOperationException.class, LongWait.next("the bug", bugs));
        }

        @Test
        void bugInTheListenerKeepsTheOutcome() {
            listener = submission -> {
                if (submission.state() == ACCEPTED) {
                    throw new UnsupportedOperationException("a bug");
                }
            };
            open();
            Submission first = send("first");
            Submission second = send("second");

            await(second, ACCEPTED);

            assertStored(ACCEPTED, first);
            assertEquals(List.of(SENDING, ACCEPTED), reportedStates(first));
            assertPosted("first", "second");
        }
    }
}
