package app.forecourt.journal.salvage;

/**
 * The work that the salvage of one file may take, counted in bytes. A file whose parts refer to each other takes more
 * work than its length suggests, without end in the worst case. A salvage ends once its budget is spent.
 */
public final class SalvageBudget {
    /** A row costs more than its bytes because it is inserted, checked and moved. */
    static final int ROW = 4 << 10;
    /** A transaction of its own for one row costs more still. */
    static final int TRANSACTION = 64 << 10;
    /** A file of this program takes about 6 times its length, and 18 times with the smallest rows (measured). */
    private static final int TIMES = 32;
    /** Bytes; a small file ends quickly anyway. */
    private static final long LEAST = 64 << 20;

    private long left;

    SalvageBudget(long fileLength) {
        left = LEAST + TIMES * fileLength;
    }

    void spend(long bytes) {
        left -= bytes;
    }

    public boolean isSpent() {
        return left <= 0;
    }
}
