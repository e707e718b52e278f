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
 * nothing is ever outside the page.
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
    /** Font size of a fact's label as a share of the fact's size. */
    private static final double LABEL = 0.6;
    /** Share of the remaining page that facts may fill if the page also has options. */
    private static final double SHARE = 0.64;
    /** Side of the QR code: 3.7 cm are read from some 40 cm. */
    private static final double CODE = 106;

    private final CardContent content;
    private final Optional<QrCode> code;
    private final List<CardElement> elements = new ArrayList<>();
    /** Y coordinate of the end of the content so far. */
    private double y;

    private CardLayout(CardContent content) {
        this.content = content;
        code = content.dealer().address().flatMap(address -> QrCode.of(address.url()));
    }

    /** Returns the parts of the page, from the back to the front. */
    public static List<CardElement> of(CardContent content) {
        var layout = new CardLayout(content);
        layout.addHead();
        layout.addName();
        layout.addPrice();
        layout.addFacts();
        layout.addOptions();
        layout.addFoot();
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
        double scale = Math.min((name.isPresent() ? LOGO_WIDTH : INNER) / logo.width(),
                LOGO_HEIGHT / logo.height());
        double width = logo.width() * scale;
        double height = logo.height() * scale;
        elements.add(new CardElement.Logo(logo, MARGIN, (LOGO_HEAD - height) / 2, width, height));
        name.ifPresent(text -> {
            double left = MARGIN + width + GAP * 1.25;
            FittedText fitted = FittedText.of(text, CardFont.BOLD, 26, 10, WIDTH - MARGIN - left,
                    LOGO_HEIGHT);
            place(fitted, left, (LOGO_HEAD - fitted.height()) / 2, Ink.TEXT);
        });
        elements.add(new CardElement.Box(0, LOGO_HEAD, WIDTH, LOGO_LINE, Ink.DARK));
        y = LOGO_HEAD + LOGO_LINE + GAP * 1.25;
    }

    private void addName() {
        if (!content.name().isEmpty()) {
            placeBelow(FittedText.of(content.name(), CardFont.BOLD, 54, 18, INNER, 112), Ink.TEXT, 2);
        }
        content.version().ifPresent(version -> placeBelow(
                FittedText.of(version, CardFont.REGULAR, 22, 11, INNER, 54), Ink.MUTED, 0));
        y += GAP;
    }

    private void addPrice() {
        Optional<String> price = content.price();
        if (price.isEmpty()) {
            return;
        }
        double top = y;
        int panel = elements.size();
        y += GAP * 0.6;
        placeCentred(FittedText.of(price.get(), CardFont.BOLD, 120, 30, INNER, 150), Ink.TEXT);
        content.vat().ifPresent(
                vat -> placeCentred(FittedText.of(vat, CardFont.REGULAR, 18, 11, INNER, 24), Ink.MUTED));
        y += GAP * 0.6;
        elements.add(panel, new CardElement.Box(0, top, WIDTH, y - top, Ink.PALE));
        y += GAP * 1.4;
    }

    /** Adds the facts row by row in two columns and the energy line, in the largest size that fits. */
    private void addFacts() {
        double all = bottom() - y;
        double codeRoom = code.isPresent() ? CODE + GAP : 0;
        double room = Math.min(all - codeRoom, content.options().isEmpty() ? all : all * SHARE);
        List<List<FactCell>> rows = SIZES.stream().map(this::rows)
                .filter(candidate -> candidate.stream().mapToDouble(CardLayout::height).sum() <= room)
                .findFirst().orElseGet(() -> rows(SIZES.getLast()));
        for (List<FactCell> row : rows) {
            for (FactCell cell : row) {
                place(cell.label(), cell.x(), y, Ink.MUTED);
                place(cell.value(), cell.x(), y + cell.label().height(), Ink.TEXT);
            }
            y += height(row);
        }
        y += GAP * 0.5;
    }

    /** Label and value of a fact at the x coordinate of its column. */
    private record FactCell(FittedText label, FittedText value, double x) {}

    private static double height(List<FactCell> row) {
        return row.stream().mapToDouble(cell -> cell.label().height() + cell.value().height()).max().orElse(0)
                + GAP * 0.55;
    }

    private List<List<FactCell>> rows(double size) {
        List<Advert.Fact> facts = content.facts();
        List<List<FactCell>> rows = new ArrayList<>(IntStream.range(0, (facts.size() + 1) / 2)
                .mapToObj(row -> IntStream.range(row * 2, Math.min(facts.size(), row * 2 + 2))
                        .mapToObj(index -> factCell(facts.get(index), size,
                                MARGIN + index % 2 * (COLUMN + COLUMN_GAP), COLUMN))
                        .toList())
                .toList());
        content.energy().ifPresent(energy -> rows.add(List.of(factCell(energy, size, MARGIN, INNER))));
        return rows;
    }

    private static FactCell factCell(Advert.Fact fact, double size, double x, double width) {
        double small = Math.max(10, size * LABEL);
        return new FactCell(FittedText.of(fact.label(), CardFont.REGULAR, small, 8, width, small * 1.6),
                FittedText.of(fact.value(), CardFont.BOLD, size, 8, width, size * 2.8), x);
    }

    /** Adds the options in two columns, beside the QR code if there is one. */
    private void addOptions() {
        double width = code.isPresent() ? INNER - CODE - COLUMN_GAP : INNER;
        OptionColumns.of(content, width, bottom() - y).ifPresent(columns -> columns.lines().forEach(
                line -> elements.add(new CardElement.Line(line.text(), MARGIN + line.x(),
                        y + line.top() + CardFont.ASCENT * columns.size(), CardFont.REGULAR, columns.size(),
                        line.isNote() ? Ink.MUTED : Ink.TEXT))));
    }

    private void addFoot() {
        double width = COLUMN;
        if (!content.foot().isEmpty()) {
            place(FittedText.of(content.foot(), CardFont.REGULAR, FOOT_SIZE, 8, width, FOOT - 6), MARGIN,
                    HEIGHT - FOOT, Ink.MUTED);
        }
        code.ifPresent(qr -> elements.add(new CardElement.Code(qr, WIDTH - MARGIN - CODE, bottom() - CODE,
                CODE)));
        content.dealer().address().ifPresent(address -> {
            FittedText text = FittedText.of(address.shortText(), CardFont.REGULAR, FOOT_SIZE, 8, width,
                    FOOT - 6);
            placeLines(text, line -> WIDTH - MARGIN - text.font().width(line, text.size()), HEIGHT - FOOT,
                    Ink.MUTED);
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

    private void placeLines(FittedText text, ToDoubleFunction<String> x, double top,
            Ink ink) {
        double baseline = top + CardFont.ASCENT * text.size();
        for (String line : text.lines()) {
            elements.add(new CardElement.Line(line, x.applyAsDouble(line), baseline, text.font(), text.size(),
                    ink));
            baseline += text.lineHeight();
        }
    }
}
