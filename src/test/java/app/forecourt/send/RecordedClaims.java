package app.forecourt.send;

import app.forecourt.stock.Submission;
import app.forecourt.testing.LongWait;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;

/** Claims of tests. A test sets the answers. All calls are recorded. */
public class RecordedClaims implements SubmissionClaims {
    /** The calls and what else a test adds, in their order. */
    public final LinkedBlockingQueue<String> calls = new LinkedBlockingQueue<>();

    public volatile Result result = new Result.Granted(false);
    /** The answers before a POST; the last one repeats. */
    public final List<Start> starts = new ArrayList<>(List.of(Start.GRANTED));

    @Override
    public Result claim(Submission submission, Set<UUID> confirmed) {
        calls.add("claim" + (confirmed.isEmpty() ? "" : " confirmed"));
        return result;
    }

    @Override
    public synchronized Start begin(Submission submission) {
        calls.add("begin");
        return starts.size() > 1 ? starts.removeFirst() : starts.getFirst();
    }

    @Override
    public void onProgress(Submission submission) {
        calls.add("progress " + submission.state());
    }

    /** Waits for a number of calls, and returns them. */
    public List<String> take(int count) {
        var taken = new ArrayList<String>();
        while (taken.size() < count) {
            taken.add(LongWait.next("a call after " + taken, calls));
        }
        return taken;
    }
}
