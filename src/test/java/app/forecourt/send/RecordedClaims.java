package app.forecourt.send;

import app.forecourt.stock.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

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
        try {
            while (taken.size() < count) {
                String call = calls.poll(15, TimeUnit.SECONDS);
                if (call == null) {
                    throw new AssertionError("only " + taken);
                }
                taken.add(call);
            }
        } catch (InterruptedException over) {
            throw new AssertionError(over);
        }
        return taken;
    }
}
