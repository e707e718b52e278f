package app.forecourt.ui.fx;

import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** A text on a printed page in the largest font size that fits, wrapped if needed. All lengths are in points. */
public final class AutoSizedText extends Text {
    private final FontWeight weight;

    /**
     * Creates the text in the largest size that fits, or in the minimum size.
     *
     * @param maxSize font size to start with
     * @param minSize font size used even if the text does not fit
     * @param width available width
     * @param height available height
     */
    public AutoSizedText(String content, FontWeight weight, double maxSize, double minSize, double width,
            double height) {
        super(content);
        this.weight = weight;
        setTextOrigin(VPos.TOP);
        setFontSize(maxSize);
        for (double size = maxSize - 1; !fits(width, height) && size >= minSize; size--) {
            setFontSize(size);
        }
        if (!TextWrap.isSafe(content)) {
            truncate(width);
        }
    }

    public double width() {
        return getLayoutBounds().getWidth();
    }

    public double height() {
        return getLayoutBounds().getHeight();
    }

    private void setFontSize(double size) {
        setFont(Font.font(Font.getDefault().getFamily(), weight, size));
    }

    /**
     * Checks the height of all lines and the width of the longest word. Words come last, because each needs a node of
     * its own.
     */
    private boolean fits(double width, double height) {
        setWrappingWidth(0);
        if (width() <= width) {
            return height() <= height;
        }
        if (!TextWrap.isSafe(getText())) {
            return false;
        }
        setWrappingWidth(width);
        return height() <= height && longestWord() <= width;
    }

    private double longestWord() {
        return Stream.of(getText().split("\\s+")).mapToDouble(word -> {
            Text alone = new Text(word);
            alone.setFont(getFont());
            return alone.getLayoutBounds().getWidth();
        }).max().orElse(0);
    }

    /** Truncates a text that can't be wrapped and appends an ellipsis. */
    private void truncate(double width) {
        String whole = getText();
        int end = (int) (whole.length() * Math.min(1, width / width()));
        while (end > 0 && width() > width) {
            end = whole.offsetByCodePoints(end, -1);
            setText(whole.substring(0, end) + "…");
        }
    }
}
