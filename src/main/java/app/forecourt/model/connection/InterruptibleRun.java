package app.forecourt.model.connection;

import org.jspecify.annotations.Nullable;

/** One run of a blocking task, which another thread can stop. */
public final class InterruptibleRun {
    private @Nullable Thread thread;
    private boolean isStopped;

    /** Runs the task on this thread, unless the run was stopped before. */
    public void execute(Runnable task) {
        synchronized (this) {
            if (isStopped) {
                return;
            }
            thread = Thread.currentThread();
        }
        try {
            task.run();
        } finally {
            synchronized (this) {
                thread = null;
                // The thread may be one of a pool.
                boolean unused = Thread.interrupted();
            }
        }
    }

    /** Stops the run: a later {@link #execute} does nothing, and the thread of a present one is interrupted. */
    public synchronized void stop() {
        isStopped = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
