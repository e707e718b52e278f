package app.forecourt.send;

import static app.forecourt.autochat.FailureCause.BROKEN;
import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.AutochatClient.CarPost;
import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.stock.Submission;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the moments between waiting and leaving, which only a queue without an outbox can reproduce. */
@Timeout(LongWait.TEST_SECONDS)
class SendQueueTest extends OutboxFixture {
    private final List<Submission> noted = new ArrayList<>();
    private SendQueue queue;

    SendQueueTest() {
        open();
        useQueue(this::post);
    }

    @Test
    void closeBeforeLeavingKeepsTheCarWaiting() {
        useQueue(leaving -> {
            queue.close();
            return post(leaving);
        });
        run("A");
        assertEmpty(noted);
        assertPosted();
    }

    @Test
    void stopBeforeLeavingSendsNothing() {
        useQueue(leaving -> {
            queue.stop(leaving.id());
            queue.close();
            return post(leaving);
        });
        run("A");
        assertNotSent(STOPPED);
    }

    @Test
    void stopBeforeQueueingSendsNothing() {
        Submission submission = submission(STAGING, "A");
        queue.stop(submission.id());
        queue.add(submission);
        queue.close();
        queue.run();
        assertNotSent(STOPPED);
    }

    @Test
    void waitingSubmissionsAreStoppedTogether() {
        queue.add(submission(STAGING, "A"));
        queue.add(submission(STAGING, "B"));
        queue.stopWaiting();
        queue.close();
        queue.run();
        assertNotSent(STOPPED, STOPPED);
    }

    @ParameterizedTest(name = "with the others: {0}")
    @ValueSource(booleans = {true, false})
    void stopWhileTheClaimBeginsSendsNothing(boolean withOthers) {
        claims = new RecordedClaims() {
            @Override
            public Start begin(Submission leaving) {
                if (withOthers) {
                    queue.stopWaiting();
                } else {
                    queue.stop(leaving.id());
                }
                queue.close();
                return Start.UNREACHABLE;
            }
        };
        useQueue(this::post);
        run("A");
        assertNotSent(STOPPED);
    }

    @Test
    void retryDuringATryHurriesOnlyTheNextOne() {
        claims = new RecordedClaims() {
            @Override
            public Start begin(Submission leaving) {
                switch (noted.size()) {
                    case 0 -> queue.retryNow();
                    // Ends the wait before the third try.
                    case 1 -> Thread.currentThread().interrupt();
                    default -> queue.close();
                }
                return Start.UNREACHABLE;
            }
        };
        useQueue(this::post);
        run("A");
        assertTrue(Thread.interrupted());
        assertEquals(2, noted.size());
    }

    @Test
    void bugBeforeLeavingIsNotUnknown() {
        useQueue(leaving -> {
            throw new UncheckedIOException(new IOException("no loopback"));
        });
        assertThrows(UncheckedIOException.class, () -> run("A"));
        assertNotSent(BROKEN);
    }

    private void run(String number) {
        queue.add(submission(STAGING, number));
        queue.run();
    }

    private Optional<CarPost> post(Submission leaving) {
        return Optional.of(clients.client(STAGING).newPost(leaving.payload()));
    }

    private void assertNotSent(FailureCause... causes) {
        assertEquals(
                Stream.of(causes).map(SendOutcome.NotSent::new).toList(),
                noted.stream().map(ended -> ended.outcome().orElseThrow()).toList());
        assertPosted();
    }

    private void useQueue(Function<Submission, Optional<CarPost>> preparation) {
        var notes = new SendQueue.Listener() {
            @Override
            public boolean onStart(Submission submission) {
                return noted.add(submission);
            }

            @Override
            public void onFinish(Submission submission) {
                noted.add(submission);
            }
        };
        queue = new SendQueue(notes, preparation, claims, backoff, clock);
    }
}
