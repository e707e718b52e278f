package app.forecourt.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Scans all pages of a file for rows of tables and entries of indexes, whether or not the trees above them can still be
 * followed. Takes one pass; of the rows, one at a time is in memory.
 */
final class PageScanner {
    private static final int INDEX_INTERIOR = 2;
    private static final int INDEX_LEAF = 10;
    private static final int TABLE_LEAF = 13;
    private static final int FILE_HEADER = 100;
    /** Bytes; no row of a journal comes near it, so that a damaged length does not take all memory. */
    private static final int LARGEST_ROW = 64 << 20;

    private final DatabasePages pages;
    private final BitSet free;

    /** Takes the values of a row or an entry. */
    interface Sink {
        void accept(List<@Nullable Object> values) throws SQLException;
    }

    PageScanner(DatabasePages pages) {
        this.pages = pages;
        this.free = pages.free();
    }

    /** Hands over the rows of all tables, in the order in which they lie in the file. */
    void rows(Sink sink) throws SQLException {
        scan(List.of(TABLE_LEAF), sink);
    }

    /** Hands over the entries of all indexes. */
    void entries(Sink sink) throws SQLException {
        scan(List.of(INDEX_LEAF, INDEX_INTERIOR), sink);
    }

    private void scan(List<Integer> types, Sink sink) throws SQLException {
        for (int number = 1; number <= pages.count(); number++) {
            if (free.get(number)) {
                continue;
            }
            ByteBuffer page = pages.page(number);
            int type = type(page, number);
            if (types.contains(type)) {
                for (Optional<List<@Nullable Object>> cell : cells(page, number, type)) {
                    if (cell.isPresent()) {
                        sink.accept(cell.get());
                    }
                }
            }
        }
    }

    /**
     * Returns whether every entry of an index can be read.
     *
     * @param root the index's first page
     * @param entry tells whether values are an entry of that index
     */
    boolean isWhole(int root, Predicate<List<@Nullable Object>> entry) {
        return isWhole(root, entry, new BitSet());
    }

    private boolean isWhole(int number, Predicate<List<@Nullable Object>> entry, BitSet seen) {
        if (!pages.has(number) || seen.get(number)) {
            return false;
        }
        seen.set(number);
        ByteBuffer page = pages.page(number);
        int type = type(page, number);
        if (type != INDEX_LEAF && type != INDEX_INTERIOR) {
            return false;
        }
        for (Optional<List<@Nullable Object>> cell : cells(page, number, type)) {
            if (cell.isEmpty() || !entry.test(cell.get())) {
                return false;
            }
        }
        if (type == INDEX_INTERIOR) {
            for (int child : children(page)) {
                if (!isWhole(child, entry, seen)) {
                    return false;
                }
            }
        }
        return true;
    }

    private int type(ByteBuffer page, int number) {
        return page.limit() < pages.size() ? 0 : page.get(headerAt(number));
    }

    private static int headerAt(int number) {
        return number == 1 ? FILE_HEADER : 0;
    }

    /** Returns the pages below an interior page of an index, none of which is the first of the file. */
    private List<Integer> children(ByteBuffer page) {
        List<Integer> children = new ArrayList<>();
        for (int at : pointers(page, 0, 12)) {
            children.add(at + Integer.BYTES > page.limit() ? 0 : page.getInt(at));
        }
        children.add(page.getInt(8));
        return children;
    }

    private List<Integer> pointers(ByteBuffer page, int headerAt, int headerLength) {
        int cells = Short.toUnsignedInt(page.getShort(headerAt + 3));
        List<Integer> pointers = new ArrayList<>();
        for (int at = headerAt + headerLength; pointers.size() < cells
                && at + Short.BYTES <= page.limit(); at += Short.BYTES) {
            pointers.add(Short.toUnsignedInt(page.getShort(at)));
        }
        return pointers;
    }

    /** Returns the cells of a page; empty in the place of one that is damaged. */
    private List<Optional<List<@Nullable Object>>> cells(ByteBuffer page, int number, int type) {
        List<Optional<List<@Nullable Object>>> cells = new ArrayList<>();
        for (int at : pointers(page, headerAt(number), type == INDEX_INTERIOR ? 12 : 8)) {
            cells.add(cell(page, at, type));
        }
        return cells;
    }

    private Optional<List<@Nullable Object>> cell(ByteBuffer page, int at, int type) {
        if (at >= page.limit()) {
            return Optional.empty();
        }
        try {
            ByteBuffer cell = page.duplicate().position(at);
            if (type == INDEX_INTERIOR) {
                cell.getInt();
            }
            long length = RecordParser.varint(cell);
            if (type == TABLE_LEAF) {
                RecordParser.varint(cell);
            }
            return length < 1 || length > LARGEST_ROW ? Optional.empty()
                    : payload(cell, (int) length, type).flatMap(RecordParser::values);
        } catch (BufferUnderflowException damaged) {
            return Optional.empty();
        }
    }

    /** Returns a cell's payload with what of it lies on overflow pages; empty when that chain is broken. */
    private Optional<ByteBuffer> payload(ByteBuffer cell, int length, int type) {
        int usable = pages.size();
        int most = type == TABLE_LEAF ? usable - 35 : (usable - 12) * 64 / 255 - 23;
        int least = (usable - 12) * 32 / 255 - 23;
        int fitting = least + (length - least) % (usable - Integer.BYTES);
        int here = length <= most ? length : fitting <= most ? fitting : least;
        byte[] start = new byte[here];
        cell.get(start);
        if (here == length) {
            return Optional.of(ByteBuffer.wrap(start));
        }
        List<ByteBuffer> chain = new ArrayList<>();
        int left = length - here;
        int next = cell.getInt();
        while (left > 0) {
            if (!pages.has(next) || free.get(next)) {
                return Optional.empty();
            }
            ByteBuffer page = pages.page(next);
            int taken = Math.min(left, usable - Integer.BYTES);
            if (page.limit() < Integer.BYTES + taken) {
                return Optional.empty();
            }
            chain.add(page.slice(Integer.BYTES, taken));
            left -= taken;
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
