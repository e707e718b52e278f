package app.forecourt.journal.salvage;

/**
 * The work that the salvage of one file may take, counted in bytes. A file with parts that refer to each other takes
 * more work than its length suggests. In the worst case the work is endless. A salvage ends once its budget is spent.
 */
public final class SalvageBudget {
    /** Cost of a row. It is higher than the row's bytes, because the row is inserted, checked and moved. */
    static final int ROW = 4 << 10;
    /** Additional cost of a separate transaction for one row. */
    static final int TRANSACTION = 64 << 10;
    /**
     * Budget as a multiple of the file's length. A file of this program takes about 6 times its length, and 18 times
     * with the smallest rows (measured).
     */
    private static final int TIMES = 32;
    /** Smallest budget in bytes; a small file ends quickly anyway. */
    private static final long LEAST = 64 << 20;

    private long remaining;

    SalvageBudget(long fileLength) {
        remaining = LEAST + TIMES * fileLength;
    }

    void spend(long bytes) {
        remaining -= bytes;
    }

    public boolean isSpent() {
        return remaining <= 0;
    }
}
