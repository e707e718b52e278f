package app.forecourt.card;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.Optional;

/** A QR code without its quiet zone. */
record QrCode(ByteMatrix modules) {
    /** Returns the code of a text; empty if the text is too long for one. A quarter of the code may be dirty. */
    static Optional<QrCode> of(String text) {
        try {
            return Optional.of(new QrCode(
                    Encoder.encode(text, ErrorCorrectionLevel.Q, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                            .getMatrix()));
        } catch (WriterException tooLong) {
            return Optional.empty();
        }
    }

    /** Returns the number of modules a side. */
    int size() {
        return modules.getWidth();
    }

    boolean isDark(int column, int row) {
        return modules.get(column, row) == 1;
    }
}
