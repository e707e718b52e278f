package app.forecourt.send;

import static app.forecourt.autochat.FailureCause.BROKEN;
import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests of the moments between waiting and leaving, which only a queue without an outbox can reproduce. */
@Timeout(LongWait.TEST_SECONDS)
class SendQueueTest extends OutboxFixture {
    private final List<Submission> noted = new ArrayList<>();

    SendQueueTest() {
        open();
    }

    @Test
    void closeBeforeLeavingKeepsTheCarWaiting() {
        Submission submission = submission(STAGING, "A");
        var queue = new AtomicReference<SendQueue>();
        queue.set(queue(leaving -> {
            queue.get().close();
            return post(leaving);
        }));
        queue.get().add(submission);

        queue.get().run();

        assertEmpty(noted);
        assertEquals(0, postCount("A"));
    }

    @Test
    void stopBeforeLeavingSendsNothing() {
        Submission submission = submission(STAGING, "A");
        var queue = new AtomicReference<SendQueue>();
        queue.set(queue(leaving -> {
            queue.get().stop(leaving.id());
            queue.get().close();
            return post(leaving);
        }));
        queue.get().add(submission);

        queue.get().run();

        assertNotSent(STOPPED);
        assertEquals(0, postCount("A"));
    }

    @Test
    void stopBeforeQueueingSendsNothing() {
        Submission submission = submission(STAGING, "A");
        SendQueue queue = queue(this::post);
        queue.stop(submission.id());
        queue.add(submission);
        queue.close();

        queue.run();

        assertNotSent(STOPPED);
        assertEquals(0, postCount("A"));
    }

    @Test
    void waitingSubmissionsAreStoppedTogether() {
        SendQueue queue = queue(this::post);
        queue.add(submission(STAGING, "A"));
        queue.add(submission(STAGING, "B"));
        queue.stopWaiting();
        queue.close();

        queue.run();

        assertEquals(
                List.of(Optional.of(new SendOutcome.NotSent(STOPPED)), Optional.of(new SendOutcome.NotSent(STOPPED))),
                noted.stream().map(Submission::outcome).toList());
        assertEquals(0, postCount("A") + postCount("B"));
    }

    @Test
    void submissionThatWaitsForItsClaimIsStoppedWithTheOthers() {
        var queue = new AtomicReference<SendQueue>();
        claims = new RecordedClaims() {
            @Override
            public Start begin(Submission leaving) {
                queue.get().stopWaiting();
                queue.get().close();
                return Start.UNREACHABLE;
            }
        };
        queue.set(queue(this::post));
        queue.get().add(submission(STAGING, "A"));

        queue.get().run();

        assertNotSent(STOPPED);
    }

    @Test
    void stopWhileTheClaimBeginsSendsNothing() {
        Submission submission = submission(STAGING, "A");
        var queue = new AtomicReference<SendQueue>();
        claims = new RecordedClaims() {
            @Override
            public Start begin(Submission leaving) {
                queue.get().stop(leaving.id());
                queue.get().close();
                return Start.UNREACHABLE;
            }
        };
        queue.set(queue(this::post));
        queue.get().add(submission);

        queue.get().run();

        assertNotSent(STOPPED);
        assertEquals(0, postCount("A"));
    }

    @Test
    void bugBeforeLeavingIsNotUnknown() {
        SendQueue queue = queue(leaving -> {
            throw new UncheckedIOException(new IOException("no loopback"));
        });
        queue.add(submission(STAGING, "A"));

        assertThrows(UncheckedIOException.class, queue::run);

        assertNotSent(BROKEN);
    }

    private Optional<CarPost> post(Submission leaving) {
        return Optional.of(clients.client(STAGING).newPost(leaving.payload()));
    }

    private void assertNotSent(FailureCause cause) {
        assertEquals(
                List.of(Optional.of(new SendOutcome.NotSent(cause))),
                noted.stream().map(Submission::outcome).toList());
    }

    private SendQueue queue(Function<Submission, Optional<CarPost>> preparation) {
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
        return new SendQueue(notes, preparation, claims, backoff, clock);
    }
}
