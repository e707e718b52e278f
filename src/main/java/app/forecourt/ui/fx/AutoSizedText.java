package app.forecourt.ui.fx;

import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** A text on paper, as large as there is room for it, in as many lines as that takes. Laid out in points. */
public final class AutoSizedText extends Text {
    private final FontWeight weight;

    /**
     * The largest that fits, or the least.
     *
     * @param most the size where there is room for it
     */
    public AutoSizedText(String words, FontWeight weight, double most, double least, double width,
            double height) {
        super(words);
        this.weight = weight;
        setTextOrigin(VPos.TOP);
        size(most);
        for (double size = most - 1; !fits(width, height) && size >= least; size--) {
            size(size);
        }
        if (!TextWrap.isSafe(words)) {
            cut(width);
        }
    }

    public double width() {
        return getLayoutBounds().getWidth();
    }

    public double height() {
        return getLayoutBounds().getHeight();
    }

    private void size(double size) {
        setFont(Font.font(Font.getDefault().getFamily(), weight, size));
    }

    /** Its longest word in a line, and all its lines. Words are measured last, since each needs a text of its own. */
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

    /** What can't go on in the next line ends in dots. */
    private void cut(double width) {
        String whole = getText();
        int end = (int) (whole.length() * Math.min(1, width / width()));
        while (end > 0 && width() > width) {
            end = whole.offsetByCodePoints(end, -1);
            setText(whole.substring(0, end) + "…");
        }
    }
}
