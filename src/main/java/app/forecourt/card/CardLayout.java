package app.forecourt.card;

import app.forecourt.advert.Advert;
import app.forecourt.card.CardElement.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Layout of the windscreen card: one A4 page with a price that is legible from some metres away. The facts, the energy
 * line and the options follow below, the QR code is at the bottom right. Nothing is ever outside the page. The more a
 * card says, the smaller are its parts. Options without room on the smallest card are counted.
 */
public final class CardLayout {
    /** Width of A4 in points. A4 is 210 by 297 millimetres. */
    public static final double WIDTH = 595.28;
    /** Height of A4 in points. */
    public static final double HEIGHT = 841.89;

    private static final double MARGIN = 40;
    private static final double INNER = WIDTH - 2 * MARGIN;
    private static final double BAND = 64;
    /** Height of the band if the page names no dealer. */
    private static final double NARROW_BAND = 20;
    /** Height of the head with a logo, and of the line below it. */
    private static final double LOGO_HEAD = 92;

    private static final double LOGO_LINE = 8;
    private static final double LOGO_HEIGHT = 64;
    private static final double LOGO_WIDTH = 220;
    private static final double GAP = 16;
    private static final double FOOT = 34;
    private static final double FOOT_SIZE = 12;
    private static final double COLUMN_GAP = 24;
    private static final double COLUMN = (INNER - COLUMN_GAP) / 2;
    /** Side of the QR code: 3.7 cm are read from some 40 cm. */
    private static final double CODE = 106;

    private static final String BULLET = "•";
    /** Indent of an option and space below it, as shares of its font size. */
    private static final double INDENT = 0.9;

    private static final double OPTION_GAP = 0.2;
    private static final int MOST_OPTION_LINES = 3;
    /** More options than any page holds. */
    private static final int MOST_OPTIONS = 80;

    /** The sizes of a card, largest first. The first one in which the page has room for everything is used. */
    private static final List<Sizes> SIZES = List.of(
            new Sizes(20, 24, 112, 120),
            new Sizes(18, 21, 112, 120),
            new Sizes(16, 18, 112, 120),
            new Sizes(14, 16, 64, 120),
            new Sizes(12, 13, 64, 84),
            new Sizes(11, 12, 48, 66));

    /**
     * The sizes of the parts.
     *
     * @param option font size of the options
     * @param fact largest font size of a fact
     * @param name height of the name; a low one has one line
     * @param price largest font size of the price
     */
    private record Sizes(double option, double fact, double name, double price) {}

    private final CardContent content;
    private final Optional<QrCode> code;
    private final Sizes sizes;
    private final List<CardElement> elements = new ArrayList<>();
    /** Y coordinate of the end of the content so far. */
    private double y;
    /** Whether the page has room for everything. */
    private final boolean isComplete;

    private CardLayout(CardContent content, Optional<QrCode> code, Sizes sizes) {
        this.content = content;
        this.code = code;
        this.sizes = sizes;
        addHead();
        addName();
        addPrice();
        // Adds both in any case.
        isComplete = addFacts() & addOptions();
        addFoot();
    }

    /** Returns the parts of the page, from the back to the front. */
    static List<CardElement> of(CardContent content) {
        Optional<QrCode> code = content.dealer().address().flatMap(address -> QrCode.of(address.url()));
        CardLayout layout = SIZES.stream()
                .map(sizes -> new CardLayout(content, code, sizes))
                .filter(card -> card.isComplete || card.sizes == SIZES.getLast())
                .findFirst()
                .orElseThrow();
        return List.copyOf(layout.elements);
    }

    /** Adds the dealer's name and logo. A logo is on white, because most logos are made for it. */
    private void addHead() {
        Optional<String> name = content.dealer().name();
        if (content.dealer().logo().isPresent()) {
            addLogoHead(content.dealer().logo().get(), name);
            return;
        }
        double band = name.isPresent() ? BAND : NARROW_BAND;
        elements.add(new CardElement.Box(0, 0, WIDTH, band, Ink.DARK));
        name.ifPresent(text -> {
            FittedText fitted = FittedText.of(text, CardFont.BOLD, 26, 10, INNER, BAND - GAP);
            place(fitted, MARGIN, (BAND - fitted.height()) / 2, Ink.WHITE);
        });
        y = band + GAP * 1.5;
    }

    private void addLogoHead(CardLogo logo, Optional<String> name) {
        double scale = Math.min((name.isPresent() ? LOGO_WIDTH : INNER) / logo.width(), LOGO_HEIGHT / logo.height());
        double width = logo.width() * scale;
        double height = logo.height() * scale;
        elements.add(new CardElement.Logo(logo, MARGIN, (LOGO_HEAD - height) / 2, width, height));
        name.ifPresent(text -> {
            double left = MARGIN + width + GAP * 1.25;
            FittedText fitted = FittedText.of(text, CardFont.BOLD, 26, 10, WIDTH - MARGIN - left, LOGO_HEIGHT);
            place(fitted, left, (LOGO_HEAD - fitted.height()) / 2, Ink.TEXT);
        });
        elements.add(new CardElement.Box(0, LOGO_HEAD, WIDTH, LOGO_LINE, Ink.DARK));
        y = LOGO_HEAD + LOGO_LINE + GAP * 1.25;
    }

    private void addName() {
        if (!content.name().isEmpty()) {
            placeBelow(FittedText.of(content.name(), CardFont.BOLD, 54, 18, INNER, sizes.name()), Ink.TEXT, 2);
        }
        content.version()
                .ifPresent(version ->
                        placeBelow(FittedText.of(version, CardFont.REGULAR, 22, 11, INNER, 54), Ink.MUTED, 0));
        y += GAP;
    }

    private void addPrice() {
        Optional<String> price = content.price();
        if (price.isEmpty()) {
            return;
        }
        double panelTop = y;
        int panel = elements.size();
        y += GAP * 0.6;
        placeCentred(
                FittedText.of(price.get(), CardFont.BOLD, sizes.price(), 30, INNER, sizes.price() * 1.25), Ink.TEXT);
        content.vat()
                .ifPresent(vat -> placeCentred(FittedText.of(vat, CardFont.REGULAR, 18, 11, INNER, 24), Ink.MUTED));
        y += GAP * 0.6;
        elements.add(panel, new CardElement.Box(0, panelTop, WIDTH, y - panelTop, Ink.PALE));
        y += GAP * 1.4;
    }

    /** Adds the facts row by row in two columns, and the energy line, which may be beside the QR code. */
    private boolean addFacts() {
        addRows(rows(sizes.fact()));
        boolean isAboveCode = y <= bottom() - (code.isPresent() ? CODE + GAP : 0);
        content.energy()
                .ifPresent(energy ->
                        addRows(List.of(List.of(FactCell.of(energy, sizes.fact(), MARGIN, widthBeside(code))))));
        y += GAP * 0.5;
        return isAboveCode && y <= bottom();
    }

    private void addRows(List<List<FactCell>> rows) {
        for (List<FactCell> row : rows) {
            for (FactCell cell : row) {
                place(cell.label(), cell.x(), y, Ink.MUTED);
                place(cell.value(), cell.x(), y + cell.label().height(), Ink.TEXT);
            }
            y += height(row);
        }
    }

    private static double widthBeside(Optional<QrCode> code) {
        return code.isPresent() ? INNER - CODE - COLUMN_GAP : INNER;
    }

    private static double height(List<FactCell> row) {
        return row.stream().mapToDouble(FactCell::height).max().orElse(0) + GAP * 0.55;
    }

    private List<List<FactCell>> rows(double size) {
        List<Advert.Fact> facts = content.facts();
        return IntStream.range(0, (facts.size() + 1) / 2)
                .mapToObj(row -> IntStream.range(row * 2, Math.min(facts.size(), row * 2 + 2))
                        .mapToObj(index ->
                                FactCell.of(facts.get(index), size, MARGIN + index % 2 * (COLUMN + COLUMN_GAP), COLUMN))
                        .toList())
                .toList();
    }

    /**
     * Adds the options in two columns, beside the QR code if there is one, and the number of those without room.
     *
     * @return whether all are named and none had to be smaller or cut
     */
    private boolean addOptions() {
        double width = (widthBeside(code) - COLUMN_GAP) / 2;
        int count = content.options().size();
        List<FittedText> options = content.options().stream()
                .limit(MOST_OPTIONS)
                .map(option -> option(option, width))
                .toList();
        for (int named = options.size(); named >= 0; named--) {
            int half = (named + 1) / 2;
            List<FittedText> left = options.subList(0, half);
            List<FittedText> right = options.subList(half, named);
            int omitted = count - named + content.unnamedOptions();
            List<FittedText> note =
                    omitted == 0 ? List.of() : List.of(option(content.moreText().apply(omitted), width));
            double height = Math.max(optionHeight(left), optionHeight(right));
            if (height + optionHeight(note) <= bottom() - y) {
                addColumn(left, MARGIN);
                addColumn(right, MARGIN + width + COLUMN_GAP);
                note.forEach(text -> place(text, MARGIN + INDENT * text.size(), y + height, Ink.MUTED));
                return named == count && options.stream().allMatch(option -> option.size() == sizes.option());
            }
        }
        return false;
    }

    /** Returns an option in the options' size, or cut in the smallest one. */
    private FittedText option(String label, double width) {
        double size = sizes.option();
        return FittedText.of(
                label,
                CardFont.REGULAR,
                size,
                SIZES.getLast().option(),
                width - INDENT * size,
                MOST_OPTION_LINES * size * CardFont.LINE_HEIGHT);
    }

    private static double optionHeight(List<FittedText> options) {
        return options.stream()
                .mapToDouble(option -> option.height() + option.size() * OPTION_GAP)
                .sum();
    }

    private void addColumn(List<FittedText> options, double x) {
        double top = y;
        for (FittedText option : options) {
            place(new FittedText(List.of(BULLET), option.font(), option.size()), x, top, Ink.TEXT);
            place(option, x + INDENT * option.size(), top, Ink.TEXT);
            top += optionHeight(List.of(option));
        }
    }

    private void addFoot() {
        double width = COLUMN;
        if (!content.foot().isEmpty()) {
            place(
                    FittedText.of(content.foot(), CardFont.REGULAR, FOOT_SIZE, 8, width, FOOT - 6),
                    MARGIN,
                    HEIGHT - FOOT,
                    Ink.MUTED);
        }
        code.ifPresent(qr -> elements.add(new CardElement.Code(qr, WIDTH - MARGIN - CODE, bottom() - CODE, CODE)));
        content.dealer().address().ifPresent(address -> {
            FittedText text = FittedText.of(address.shortText(), CardFont.REGULAR, FOOT_SIZE, 8, width, FOOT - 6);
            placeLines(text, line -> WIDTH - MARGIN - text.font().width(line, text.size()), HEIGHT - FOOT, Ink.MUTED);
        });
    }

    /** Returns the y coordinate of the end of the content above the foot. */
    private static double bottom() {
        return HEIGHT - FOOT - GAP * 0.75;
    }

    private void placeBelow(FittedText text, Ink ink, double gap) {
        place(text, MARGIN, y, ink);
        y += text.height() + gap;
    }

    private void placeCentred(FittedText text, Ink ink) {
        placeLines(text, line -> (WIDTH - text.font().width(line, text.size())) / 2, y, ink);
        y += text.height();
    }

    private void place(FittedText text, double x, double top, Ink ink) {
        placeLines(text, _ -> x, top, ink);
    }

    private void placeLines(FittedText text, ToDoubleFunction<String> x, double top, Ink ink) {
        double baseline = top + CardFont.ASCENT * text.size();
        for (String line : text.lines()) {
            elements.add(new CardElement.Line(line, x.applyAsDouble(line), baseline, text.font(), text.size(), ink));
            baseline += text.lineHeight();
        }
    }
}
