package app.forecourt.journal.salvage;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parser of SQLite's record format: a header of types, then the values, each with the length that its type implies.
 */
final class RecordParser {
    private static final int MOST_VALUES = 200;
    private static final int VARINT_BYTES = 9;
    private static final int FIRST_BLOB = 12;
    private static final int FIRST_TEXT = 13;

    private RecordParser() {}

    /**
     * Returns the values of a record: numbers, texts, blobs and nulls. Returns empty if the record is damaged: its
     * length contradicts its types, or a text is not UTF-8.
     */
    static Optional<List<@Nullable Object>> parse(ByteBuffer record) {
        try {
            int start = record.position();
            long header = readVarint(record);
            List<Long> types = new ArrayList<>();
            while (record.position() - start < header && types.size() < MOST_VALUES) {
                types.add(readVarint(record));
            }
            if (record.position() - start != header) {
                return Optional.empty();
            }
            List<@Nullable Object> values = new ArrayList<>();
            for (long type : types) {
                values.add(value(record, type));
            }
            return record.hasRemaining() ? Optional.empty() : Optional.of(Collections.unmodifiableList(values));
        } catch (BufferUnderflowException | IllegalArgumentException | CharacterCodingException damaged) {
            return Optional.empty();
        }
    }

    private static @Nullable Object value(ByteBuffer record, long type) throws CharacterCodingException {
        return switch (Math.clamp(type, -1, FIRST_TEXT)) {
            case 0 -> null;
            case 1 -> integer(record, 1);
            case 2 -> integer(record, 2);
            case 3 -> integer(record, 3);
            case 4 -> integer(record, 4);
            case 5 -> integer(record, 6);
            case 6 -> integer(record, 8);
            case 7 -> record.getDouble();
            case 8 -> 0L;
            case 9 -> 1L;
            case FIRST_BLOB, FIRST_TEXT -> bytes(record, type);
            default -> throw new IllegalArgumentException("no type " + type);
        };
    }

    private static long integer(ByteBuffer record, int length) {
        // The first byte carries the sign.
        long value = record.get();
        for (int more = 1; more < length; more++) {
            value = (value << 8) | Byte.toUnsignedInt(record.get());
        }
        return value;
    }

    private static Object bytes(ByteBuffer record, long type) throws CharacterCodingException {
        long length = (type - FIRST_BLOB) / 2;
        if (length > record.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[(int) length];
        record.get(bytes);
        return type % 2 == 0
                ? bytes
                : StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
    }

    /** Reads an integer of one to nine bytes. Each byte has seven bits of it, the ninth has eight. */
    static long readVarint(ByteBuffer bytes) {
        long value = 0;
        for (int read = 1; read < VARINT_BYTES; read++) {
            byte next = bytes.get();
            value = (value << 7) | (next & 0x7f);
            if (next >= 0) {
                return value;
            }
        }
        return (value << 8) | Byte.toUnsignedInt(bytes.get());
    }
}
