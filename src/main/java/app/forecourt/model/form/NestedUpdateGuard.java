package app.forecourt.model.form;

/**
 * Takes in changes and publishes the result. A change made by a listener is taken in by the running update, so that no
 * update runs inside another.
 */
final class NestedUpdateGuard {
    private final Runnable settle;
    private final Runnable publish;
    private boolean needed;
    private boolean running;

    /**
     * @param settle takes in all changes, also those that it makes itself
     * @param publish publishes the result to the listeners, which may make a further change
     */
    NestedUpdateGuard(Runnable settle, Runnable publish) {
        this.settle = settle;
        this.publish = publish;
    }

    boolean isRunning() {
        return running;
    }

    void update() {
        needed = true;
        if (running) {
            return;
        }
        running = true;
        try {
            while (needed) {
                settle.run();
                needed = false;
                publish.run();
            }
        } finally {
            running = false;
        }
    }

    /** Makes several changes, and publishes only their result. */
    void runAsOne(Runnable changes) {
        boolean outer = running;
        running = true;
        try {
            changes.run();
        } finally {
            running = outer;
        }
        update();
    }
}
