package app.forecourt.ui.advert;

import app.forecourt.advert.Advert;
import app.forecourt.advert.OptionSection;
import app.forecourt.ui.fx.AutoSizedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.FontWeight;

/**
 * Card for a car's windscreen: one A4 page with a price that is legible from some metres away. The most important facts
 * and options follow below. Laid out in points and black on white in every theme. Each text is as large as its space
 * allows.
 */
final class WindscreenCard extends Pane {
    /** Width of A4 in points. A4 is 210 by 297 millimetres. */
    static final double WIDTH = 595.28;
    static final double HEIGHT = 841.89;

    private static final double MARGIN = 40;
    private static final double INNER = WIDTH - 2 * MARGIN;
    private static final double BAND = 64;
    /** Height of the band if the page names no dealership. */
    private static final double NARROW_BAND = 20;
    private static final double GAP = 16;
    private static final double FOOT = 34;
    private static final double COLUMN_GAP = 24;
    private static final double COLUMN = (INNER - COLUMN_GAP) / 2;
    /** Font sizes of a fact in points, largest first. The first one that fits is used. */
    private static final List<Double> SIZES = List.of(28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0);
    /** Font size of a fact's label as a share of the fact's size. */
    private static final double LABEL = 0.6;
    /** Share of the remaining page that facts may fill if the page also has options. */
    private static final double SHARE = 0.68;

    private static final double SMALL_OPTION = 12;
    private static final double LARGE_OPTION = 17;

    private static final Color INK = Color.web("#111827");
    private static final Color MUTED = Color.web("#4b5563");
    private static final Color DARK = Color.web("#1f2a37");
    private static final Color PALE = Color.web("#eef2f6");

    private final Advert advert;
    /** Y coordinate of the end of the content so far. */
    private double y;

    WindscreenCard(Advert advert) {
        this.advert = advert;
        setPrefSize(WIDTH, HEIGHT);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setId("windscreenCard");
        getChildren().add(new Rectangle(WIDTH, HEIGHT, Color.WHITE));
        addBand();
        addName();
        addPrice();
        addFacts();
        addOptions();
        addFoot();
    }

    /** Adds the band with the dealership's name. */
    private void addBand() {
        double band = advert.dealership().isPresent() ? BAND : NARROW_BAND;
        getChildren().add(new Rectangle(WIDTH, band, DARK));
        advert.dealership().ifPresent(name -> {
            AutoSizedText text = fitted(name, FontWeight.BOLD, 26, 12, INNER, BAND - GAP);
            text.setFill(Color.WHITE);
            place(text, MARGIN, (BAND - text.height()) / 2);
        });
        y = band + GAP * 1.5;
    }

    private void addName() {
        if (!advert.name().isEmpty()) {
            placeBelow(fitted(advert.name(), FontWeight.BOLD, 54, 18, INNER, 112), 2);
        }
        advert.version().ifPresent(
                version -> placeBelow(muted(fitted(version, FontWeight.NORMAL, 22, 11, INNER, 54)), 0));
        y += GAP;
    }

    private void addPrice() {
        Optional<String> price = advert.price();
        if (price.isEmpty()) {
            return;
        }
        Rectangle panel = new Rectangle(WIDTH, 0, PALE);
        panel.setY(y);
        getChildren().add(panel);
        y += GAP * 0.6;
        AutoSizedText text = fitted(price.get(), FontWeight.BOLD, 120, 30, INNER, 150);
        place(text, (WIDTH - text.width()) / 2, y);
        y += text.height();
        advert.vat().ifPresent(vat -> {
            AutoSizedText vatText = muted(fitted(vat, FontWeight.NORMAL, 18, 11, INNER, 24));
            place(vatText, (WIDTH - vatText.width()) / 2, y);
            y += vatText.height();
        });
        y += GAP * 0.6;
        panel.setHeight(y - panel.getY());
        y += GAP * 1.4;
    }

    /** Adds the facts row by row in two columns, in the largest size that fits. */
    private void addFacts() {
        double room = (HEIGHT - FOOT - GAP - y) * (advert.options().isEmpty() ? 1 : SHARE);
        List<Row> rows = SIZES.stream().map(this::rows)
                .filter(candidate -> candidate.stream().mapToDouble(Row::height).sum() <= room).findFirst()
                .orElseGet(() -> rows(SIZES.getLast()));
        for (Row row : rows) {
            for (FactCell cell : row.cells()) {
                place(cell.label(), cell.x(), y);
                place(cell.value(), cell.x(), y + cell.label().height());
            }
            y += row.height();
        }
        y += GAP * 0.5;
    }

    /** Label and value of a fact at the x coordinate of its column. */
    private record FactCell(AutoSizedText label, AutoSizedText value, double x) {}

    private record Row(List<FactCell> cells) {
        double height() {
            return cells.stream().mapToDouble(cell -> cell.label().height() + cell.value().height()).max()
                    .orElse(0) + GAP * 0.55;
        }
    }

    private List<Row> rows(double size) {
        List<Advert.Fact> facts = advert.facts();
        return IntStream.iterate(0, index -> index < facts.size(), index -> index + 2)
                .mapToObj(index -> new Row(Stream.concat(Stream.of(factCell(facts.get(index), size, MARGIN)),
                        facts.stream().skip(index + 1).limit(1)
                                .map(fact -> factCell(fact, size, MARGIN + COLUMN + COLUMN_GAP)))
                        .toList()))
                .toList();
    }

    private static FactCell factCell(Advert.Fact fact, double size, double x) {
        double small = Math.max(10, size * LABEL);
        return new FactCell(muted(fitted(fact.label(), FontWeight.NORMAL, small, 8, COLUMN, small * 1.6)),
                fitted(fact.value(), FontWeight.BOLD, size, 8, COLUMN, size * 2.8), x);
    }

    /** Adds as many options as fit. If all of them fit, they are as large as the space allows. */
    private void addOptions() {
        double room = HEIGHT - FOOT - GAP - y;
        List<String> labels = advert.options().stream().map(OptionSection::labels).flatMap(List::stream)
                .toList();
        int unnamed = advert.options().stream().mapToInt(OptionSection::moreCount).sum();
        for (int count = labels.size(); count > 0; count--) {
            int omitted = labels.size() - count + unnamed;
            String named = Stream.concat(labels.stream().limit(count),
                    omitted == 0 ? Stream.of() : Stream.of(advert.moreText(omitted)))
                    .collect(Collectors.joining(" · "));
            AutoSizedText text = fitted(named, FontWeight.NORMAL, omitted == 0 ? LARGE_OPTION : SMALL_OPTION,
                    SMALL_OPTION, INNER, room);
            if (text.height() <= room) {
                place(text, MARGIN, y);
                return;
            }
        }
    }

    private void addFoot() {
        String known = Stream.of(advert.plate(), advert.stockNumber()).flatMap(Optional::stream)
                .collect(Collectors.joining("   ·   "));
        if (!known.isEmpty()) {
            AutoSizedText text = muted(fitted(known, FontWeight.NORMAL, 12, 8, INNER, FOOT));
            place(text, MARGIN, HEIGHT - FOOT);
        }
    }

    private void placeBelow(AutoSizedText text, double gap) {
        place(text, MARGIN, y);
        y += text.height() + gap;
    }

    private void place(AutoSizedText text, double x, double top) {
        text.setLayoutX(x);
        text.setLayoutY(top);
        getChildren().add(text);
    }

    private static AutoSizedText muted(AutoSizedText text) {
        text.setFill(MUTED);
        return text;
    }

    /** Returns a black text, sized between two font sizes in points to fit a width and a height. */
    private static AutoSizedText fitted(String content, FontWeight weight, double largest, double smallest,
            double width,
            double height) {
        AutoSizedText text = new AutoSizedText(content, weight, largest, smallest, width, height);
        text.setFill(INK);
        return text;
    }
}
