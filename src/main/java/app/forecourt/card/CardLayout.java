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
 * line and the options follow below, the QR code is at the bottom right. Each text is as large as its space allows, and
 * nothing is ever outside the page. The more options a car has, the smaller are the other parts.
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
    /** Font sizes of a fact in points, largest first. The first one that fits is used. */
    private static final List<Double> SIZES = List.of(28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0);
    /** How legible a fact of several lines is, compared with one of a single line in the same size. */
    private static final double WRAPPED = 0.8;
    /** Font size of a fact as a multiple of the options' size, if both share the page evenly. */
    private static final double FACT = 1.2;
    /** Font size of the options from which the name and the price need not be smaller. */
    private static final double LEGIBLE = 15;
    /** Side of the QR code: 3.7 cm are read from some 40 cm. */
    private static final double CODE = 106;

    /** Sizes of the name and the price, largest first. */
    private static final List<Top> TOPS = List.of(new Top(112, 120), new Top(64, 120), new Top(64, 84));

    /**
     * The largest size of the parts above the facts.
     *
     * @param name height of the name; a low one has one line
     * @param price font size of the price
     */
    private record Top(double name, double price) {}

    private final CardContent content;
    private final Optional<QrCode> code;
    private final OptionColumnFitter options;
    private final Top top;
    private final List<CardElement> elements = new ArrayList<>();
    /** Y coordinate of the end of the content so far. */
    private double y;
    /** Font size of the options, or of the facts if they are smaller. Less if a part does not fit. */
    private final double legibility;

    private CardLayout(
            CardContent content, Optional<QrCode> code, OptionColumnFitter options, Top top, double factSize) {
        this.content = content;
        this.code = code;
        this.options = options;
        this.top = top;
        addHead();
        addName();
        addPrice();
        double facts = addFacts(factSize);
        legibility = Math.min(facts, addOptions());
        addFoot();
    }

    /** Returns the parts of the page, from the back to the front. */
    public static List<CardElement> of(CardContent content) {
        Optional<QrCode> code = content.dealer().address().flatMap(address -> QrCode.of(address.url()));
        var options = new OptionColumnFitter(content, widthBeside(code));
        Optional<CardLayout> best = Optional.empty();
        double most = 0;
        for (Top top : TOPS) {
            for (double factSize : SIZES) {
                // Smaller facts are never more legible.
                if (factSize / FACT <= most) {
                    break;
                }
                var layout = new CardLayout(content, code, options, top, factSize);
                if (layout.legibility > most) {
                    best = Optional.of(layout);
                    most = layout.legibility;
                }
            }
            if (most >= LEGIBLE) {
                break;
            }
        }
        return List.copyOf(
                best.orElseGet(() -> new CardLayout(content, code, options, TOPS.getLast(), SIZES.getLast())).elements);
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
            placeBelow(FittedText.of(content.name(), CardFont.BOLD, 54, 18, INNER, top.name()), Ink.TEXT, 2);
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
        placeCentred(FittedText.of(price.get(), CardFont.BOLD, top.price(), 30, INNER, top.price() * 1.25), Ink.TEXT);
        content.vat()
                .ifPresent(vat -> placeCentred(FittedText.of(vat, CardFont.REGULAR, 18, 11, INNER, 24), Ink.MUTED));
        y += GAP * 0.6;
        elements.add(panel, new CardElement.Box(0, panelTop, WIDTH, y - panelTop, Ink.PALE));
        y += GAP * 1.4;
    }

    /**
     * Adds the facts row by row in two columns, and the energy line, which may be beside the QR code.
     *
     * @return their legibility; 0 if they do not fit
     */
    private double addFacts(double size) {
        List<List<FactCell>> rows = rows(size);
        addRows(rows);
        boolean isAboveCode = y <= bottom() - (code.isPresent() ? CODE + GAP : 0);
        content.energy()
                .ifPresent(energy -> addRows(List.of(List.of(FactCell.of(energy, size, MARGIN, widthBeside(code))))));
        y += GAP * 0.5;
        boolean isWrapped = rows.stream()
                .flatMap(List::stream)
                .anyMatch(cell -> cell.value().lines().size() > 1);
        return isAboveCode && y <= bottom() ? size / FACT * (isWrapped ? WRAPPED : 1) : 0;
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
     * Adds the options, beside the QR code if there is one.
     *
     * @return their font size; less if some have no room, without a limit if there are none
     */
    private double addOptions() {
        Optional<OptionColumns> columns = options.fit(bottom() - y);
        columns.ifPresent(placed -> placed.lines()
                .forEach(line -> elements.add(new CardElement.Line(
                        line.text(),
                        MARGIN + line.x(),
                        y + line.top() + CardFont.ASCENT * placed.size(),
                        CardFont.REGULAR,
                        placed.size(),
                        line.isNote() ? Ink.MUTED : Ink.TEXT))));
        int count = content.options().size();
        return count == 0
                ? Double.MAX_VALUE
                : columns.map(placed -> placed.size() * placed.named() / count).orElse(0.0);
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
