package app.forecourt.journal.salvage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A writer of crafted files in SQLite's layout that no program writes. Their parts refer to each other without end. */
final class CraftedFile {
    private static final int PAGE = 4096;
    private static final int INDEX_INTERIOR = 2;
    private static final int TABLE_LEAF = 13;
    private static final int FIRST_TEXT = 13;
    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int VALUES_OF_SUBMISSION = 24;

    private CraftedFile() {}

    /** Writes pages full of cells with an overflow page that names itself as the next one. */
    static void overflowLoop(Path file, int count) throws IOException {
        ByteBuffer pages = pages(count, PAGE);
        int length = 15 << 20;
        for (int page = 1; page < count - 1; page++) {
            ByteArrayOutputStream cell = new ByteArrayOutputStream();
            cell.writeBytes(varint(length));
            cell.write(1);
            cell.writeBytes(new byte[local(length)]);
            cell.writeBytes(number(count));
            leafOfOneCell(pages, page, cell.toByteArray(), PAGE / 2);
        }
        pages.putInt((count - 1) * PAGE, count);
        Files.write(file, pages.array());
    }

    /** Writes a page of equal cells: one submission, mostly on overflow pages. */
    static void sharedOverflow(Path file, int length, int cells) throws IOException {
        byte[] type = varint((length - VALUES_OF_SUBMISSION - 4L) * 2 + FIRST_TEXT);
        byte[] start = new byte[local(length)];
        Arrays.fill(start, (byte) 'a');
        Arrays.fill(start, 0, VALUES_OF_SUBMISSION + type.length, (byte) 0);
        start[0] = (byte) (VALUES_OF_SUBMISSION + type.length);
        System.arraycopy(type, 0, start, 1, type.length);
        int chain = (length - start.length + PAGE - 5) / (PAGE - 4);
        ByteBuffer pages = pages(2 + chain, PAGE);
        ByteArrayOutputStream cell = new ByteArrayOutputStream();
        cell.writeBytes(varint(length));
        cell.write(1);
        cell.writeBytes(start);
        cell.writeBytes(number(3));
        leafOfOneCell(pages, 1, cell.toByteArray(), cells);
        for (int link = 0; link < chain; link++) {
            int at = (2 + link) * PAGE;
            Arrays.fill(pages.array(), at, at + PAGE, (byte) 'a');
            pages.putInt(at, link == chain - 1 ? 0 : 4 + link);
        }
        Files.write(file, pages.array());
    }

    /** Writes pages full of option lists that all have the same key. */
    static void sameKey(Path file, int count) throws IOException {
        byte[] cell = {8, 1, 4, FIRST_TEXT + 2, FIRST_TEXT + 4, 1, 'a', '{', '}', 1};
        ByteBuffer pages = pages(count, PAGE);
        for (int page = 1; page < count; page++) {
            leafOfOneCell(pages, page, cell, PAGE / 2);
        }
        Files.write(file, pages.array());
    }

    /** Writes an index with one page below each of its pages. */
    static void deepIndex(Path file, int count) throws IOException {
        int size = 512;
        ByteBuffer pages = pages(count, size);
        byte[] name = "attempt_in_stock".getBytes(US_ASCII);
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(new byte[] {
            6,
            FIRST_TEXT + 10,
            (byte) (FIRST_TEXT + 2 * name.length),
            (byte) (FIRST_TEXT + 2 * name.length),
            4,
            FIRST_TEXT
        });
        record.writeBytes("index".getBytes(US_ASCII));
        record.writeBytes(name);
        record.writeBytes(name);
        record.writeBytes(number(2));
        int at = size - record.size() - 2;
        pages.put(at, (byte) record.size()).put(at + 1, (byte) 1);
        pages.put(at + 2, record.toByteArray());
        pages.putShort(103, (short) 1).putShort(108, (short) at);
        for (int page = 1; page < count; page++) {
            pages.put(page * size, (byte) INDEX_INTERIOR);
            pages.putInt(page * size + 8, page == count - 1 ? 0 : page + 2);
        }
        Files.write(file, pages.array());
    }

    /** Writes a file of two pages, with a log that gives the number of pages. */
    static void countedByLog(Path file, int count) throws IOException {
        ByteBuffer pages = pages(2, PAGE);
        Files.write(file, pages.array());
        ByteBuffer log = ByteBuffer.allocate(LOG_HEADER + FRAME_HEADER + PAGE);
        log.putInt(0x377f0683)
                .putInt(3_007_000)
                .putInt(PAGE)
                .putInt(0)
                .putInt(1)
                .putInt(2);
        int[] sum = new int[2];
        add(sum, log, 0, LOG_HEADER - 8);
        log.putInt(sum[0]).putInt(sum[1]).putInt(1).putInt(count).putInt(1).putInt(2);
        log.put(LOG_HEADER + FRAME_HEADER, pages.array(), 0, PAGE);
        add(sum, log, LOG_HEADER, 8);
        add(sum, log, LOG_HEADER + FRAME_HEADER, PAGE);
        log.putInt(sum[0]).putInt(sum[1]);
        Files.write(file.resolveSibling(file.getFileName() + "-wal"), log.array());
    }

    private static void add(int[] sum, ByteBuffer bytes, int from, int length) {
        for (int at = from; at < from + length; at += 8) {
            sum[0] += bytes.getInt(at) + sum[1];
            sum[1] += bytes.getInt(at + 4) + sum[0];
        }
    }

    private static ByteBuffer pages(int count, int size) {
        ByteBuffer pages = ByteBuffer.allocate(count * size);
        pages.put("SQLite format 3\0".getBytes(US_ASCII)).putShort((short) size);
        pages.put(new byte[] {1, 1, 0, 64, 32, 32});
        return pages.putInt(28, count).put(100, (byte) TABLE_LEAF);
    }

    /** Writes one cell at the end of a page, and as many pointers to the cell as fit. */
    private static void leafOfOneCell(ByteBuffer pages, int page, byte[] cell, int most) {
        int at = PAGE - cell.length;
        int cells = Math.min(most, (at - 8) / 2);
        pages.put(page * PAGE, (byte) TABLE_LEAF).putShort(page * PAGE + 3, (short) cells);
        for (int pointer = 0; pointer < cells; pointer++) {
            pages.putShort(page * PAGE + 8 + 2 * pointer, (short) at);
        }
        pages.put(page * PAGE + at, cell);
    }

    /** Returns the number of bytes of a long row that are on its own page. */
    private static int local(int length) {
        int least = (PAGE - 12) * 32 / 255 - 23;
        int fitting = least + (length - least) % (PAGE - 4);
        return fitting <= PAGE - 35 ? fitting : least;
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static byte[] varint(long number) {
        int length = (Long.SIZE - Long.numberOfLeadingZeros(number) + 6) / 7;
        byte[] bytes = new byte[length];
        for (int index = 0; index < length; index++) {
            int more = index < length - 1 ? 0x80 : 0;
            bytes[index] = (byte) ((number >> (7 * (length - 1 - index))) & 0x7f | more);
        }
        return bytes;
    }
}
