package app.forecourt.card;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A QR code without its quiet zone.
 *
 * @param size number of modules a side
 * @param bars the dark modules, row by row; adjacent ones are one bar
 */
public record QrCode(int size, List<Bar> bars) {
    public QrCode {
        bars = List.copyOf(bars);
    }

    /** Adjacent dark modules of a row, in modules. */
    public record Bar(int column, int row, int length) {}

    /** Returns the code of a text; empty if the text is too long for one. A quarter of the code may be dirty. */
    static Optional<QrCode> of(String text) {
        try {
            ByteMatrix modules = Encoder.encode(
                            text, ErrorCorrectionLevel.Q, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
            List<Bar> bars = new ArrayList<>();
            for (int row = 0; row < modules.getHeight(); row++) {
                addRow(modules, row, bars);
            }
            return Optional.of(new QrCode(modules.getWidth(), bars));
        } catch (WriterException tooLong) {
            return Optional.empty();
        }
    }

    private static void addRow(ByteMatrix modules, int row, List<Bar> bars) {
        int start = 0;
        for (int column = 1; column <= modules.getWidth(); column++) {
            boolean isEnd = column == modules.getWidth() || modules.get(column, row) != modules.get(start, row);
            if (isEnd) {
                if (modules.get(start, row) == 1) {
                    bars.add(new Bar(start, row, column - start));
                }
                start = column;
            }
        }
    }
}
