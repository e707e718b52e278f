package app.forecourt.journal.salvage;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A scanner of all pages of a file for rows of tables and entries of indexes. It does not need the trees above them.
 * Takes one pass, with one row in memory at a time. Ends early once the file's budget is spent.
 */
public final class PageScanner {
    private static final int INDEX_INTERIOR = 2;
    private static final int INDEX_LEAF = 10;
    private static final int TABLE_LEAF = 13;
    private static final int FILE_HEADER = 100;
    /** Longest row in bytes. No row of a journal comes near it, so a damaged length does not exhaust the memory. */
    private static final int LARGEST_ROW = 16 << 20;
    /** Cost of a cell in bytes; a damaged cell costs work too. */
    private static final int CELL = 32;

    private final DatabasePages pages;
    private final SalvageBudget budget;
    private final BitSet free;

    /** A receiver of the values of a row or an entry. */
    public interface Sink {
        void accept(List<@Nullable Object> values) throws SQLException;
    }

    public PageScanner(DatabasePages pages) {
        this.pages = pages;
        this.budget = pages.budget();
        this.free = pages.freePages();
    }

    /** Passes the rows of all tables to the sink, in the order of the file. */
    public void scanRows(Sink sink) throws SQLException {
        scan(List.of(TABLE_LEAF), sink);
    }

    /** Passes the entries of all indexes to the sink. */
    void scanEntries(Sink sink) throws SQLException {
        scan(List.of(INDEX_LEAF, INDEX_INTERIOR), sink);
    }

    private void scan(List<Integer> types, Sink sink) throws SQLException {
        for (PrimitiveIterator.OfInt numbers = pages.pageNumbers().iterator();
                numbers.hasNext() && !budget.isSpent(); ) {
            int number = numbers.nextInt();
            if (free.get(number)) {
                continue;
            }
            ByteBuffer page = pages.page(number);
            int type = type(page, number);
            if (types.contains(type)) {
                for (int at : pointers(page, number, type)) {
                    Optional<List<@Nullable Object>> cell = cell(page, at, type);
                    if (cell.isPresent()) {
                        sink.accept(cell.get());
                    }
                    if (budget.isSpent()) {
                        return;
                    }
                }
            }
        }
    }

    /**
     * Returns true if every entry of an index can be read.
     *
     * @param root the number of the index's first page
     * @param entry the test for values that are an entry of the index
     */
    boolean isWhole(int root, Predicate<List<@Nullable Object>> entry) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        boolean sound = add(List.of(root), seen, open);
        while (sound && !open.isEmpty()) {
            int number = open.pop();
            ByteBuffer page = pages.page(number);
            int type = type(page, number);
            sound = (type == INDEX_LEAF || type == INDEX_INTERIOR)
                    && areEntries(page, number, type, entry)
                    && (type == INDEX_LEAF || add(children(page, number), seen, open));
        }
        return sound;
    }

    /** Adds pages of a tree that are still to be read. Returns false if a page does not exist or was added before. */
    private boolean add(List<Integer> numbers, BitSet seen, Deque<Integer> open) {
        for (int number : numbers) {
            if (!pages.hasPage(number) || seen.get(number)) {
                return false;
            }
            seen.set(number);
            open.push(number);
        }
        return true;
    }

    private boolean areEntries(ByteBuffer page, int number, int type, Predicate<List<@Nullable Object>> entry) {
        for (int at : pointers(page, number, type)) {
            if (budget.isSpent() || cell(page, at, type).filter(entry).isEmpty()) {
                return false;
            }
        }
        return !budget.isSpent();
    }

    private int type(ByteBuffer page, int number) {
        return page.limit() < pages.pageSize() ? 0 : page.get(headerAt(number));
    }

    private static int headerAt(int number) {
        return number == 1 ? FILE_HEADER : 0;
    }

    /** Returns the numbers of the pages below an interior page of an index. */
    private static List<Integer> children(ByteBuffer page, int number) {
        List<Integer> children = new ArrayList<>();
        for (int at : pointers(page, number, INDEX_INTERIOR)) {
            children.add(at + Integer.BYTES > page.limit() ? 0 : page.getInt(at));
        }
        children.add(page.getInt(headerAt(number) + 8));
        return children;
    }

    private static List<Integer> pointers(ByteBuffer page, int number, int type) {
        int headerAt = headerAt(number);
        int headerLength = type == INDEX_INTERIOR ? 12 : 8;
        int cells = Short.toUnsignedInt(page.getShort(headerAt + 3));
        List<Integer> pointers = new ArrayList<>();
        for (int at = headerAt + headerLength;
                pointers.size() < cells && at + Short.BYTES <= page.limit();
                at += Short.BYTES) {
            pointers.add(Short.toUnsignedInt(page.getShort(at)));
        }
        return pointers;
    }

    /** Returns the values of a cell; empty if the cell is damaged. */
    private Optional<List<@Nullable Object>> cell(ByteBuffer page, int at, int type) {
        budget.spend(CELL);
        if (at >= page.limit()) {
            return Optional.empty();
        }
        try {
            ByteBuffer cell = page.duplicate().position(at);
            if (type == INDEX_INTERIOR) {
                cell.getInt();
            }
            long length = RecordParser.readVarint(cell);
            if (type == TABLE_LEAF) {
                RecordParser.readVarint(cell);
            }
            return length < 1 || length > LARGEST_ROW
                    ? Optional.empty()
                    : payload(cell, (int) length, type).flatMap(RecordParser::parse);
        } catch (BufferUnderflowException damaged) {
            return Optional.empty();
        }
    }

    /** Returns a cell's payload including its part on overflow pages; empty if the chain of these pages is broken. */
    private Optional<ByteBuffer> payload(ByteBuffer cell, int length, int type) {
        int usable = pages.pageSize();
        int most = type == TABLE_LEAF ? usable - 35 : (usable - 12) * 64 / 255 - 23;
        int least = (usable - 12) * 32 / 255 - 23;
        int fitting = least + (length - least) % (usable - Integer.BYTES);
        int here = length <= most ? length : fitting <= most ? fitting : least;
        byte[] start = new byte[here];
        cell.get(start);
        budget.spend(here);
        if (here == length) {
            return Optional.of(ByteBuffer.wrap(start));
        }
        List<ByteBuffer> chain = new ArrayList<>();
        BitSet seen = new BitSet();
        int remaining = length - here;
        int next = cell.getInt();
        while (remaining > 0) {
            if (!pages.hasPage(next) || free.get(next) || seen.get(next)) {
                return Optional.empty();
            }
            seen.set(next);
            ByteBuffer page = pages.page(next);
            int part = Math.min(remaining, usable - Integer.BYTES);
            if (page.limit() < Integer.BYTES + part) {
                return Optional.empty();
            }
            chain.add(page.slice(Integer.BYTES, part));
            remaining -= part;
            next = page.getInt(0);
        }
        if (next != 0) {
            return Optional.empty();
        }
        ByteBuffer whole = ByteBuffer.allocate(length).put(start);
        chain.forEach(whole::put);
        return Optional.of(whole.flip());
    }
}
