package app.forecourt.ui.advert;

import app.forecourt.advert.Advert;
import app.forecourt.advert.AdvertFact;
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
 * What lies behind a car's windscreen: a page of A4 whose price is read from some metres away, and below it what is asked
 * for first. Laid out in points, black on white whatever the theme. A text is as large as it can be without being cut off.
 */
final class WindscreenCard extends Pane {
    /** A4 in points: 210 by 297 millimetres. */
    static final double WIDTH = 595.28;
    static final double HEIGHT = 841.89;

    private static final double MARGIN = 40;
    private static final double INNER = WIDTH - 2 * MARGIN;
    private static final double BAND = 64;
    /** Of a page that tells nobody's name. */
    private static final double NARROW_BAND = 20;
    private static final double GAP = 16;
    private static final double FOOT = 34;
    private static final double COLUMN_GAP = 24;
    private static final double COLUMN = (INNER - COLUMN_GAP) / 2;
    /** Sizes of a fact, the first one where there is room for it. */
    private static final List<Double> SIZES = List.of(28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0);
    /** Of a fact's size: what it is about. */
    private static final double LABEL = 0.6;
    /** Of the rest of the page, what facts may take where options are told too. */
    private static final double SHARE = 0.68;

    private static final double SMALL_OPTION = 12;
    private static final double LARGE_OPTION = 17;

    private static final Color INK = Color.web("#111827");
    private static final Color MUTED = Color.web("#4b5563");
    private static final Color DARK = Color.web("#1f2a37");
    private static final Color PALE = Color.web("#eef2f6");

    private final Advert advert;
    /** How far the page is filled. */
    private double y;

    WindscreenCard(Advert advert) {
        this.advert = advert;
        setPrefSize(WIDTH, HEIGHT);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setId("windscreenCard");
        getChildren().add(new Rectangle(WIDTH, HEIGHT, Color.WHITE));
        band();
        name();
        price();
        facts();
        options();
        foot();
    }

    /** Who sells it. */
    private void band() {
        double band = advert.dealership().isPresent() ? BAND : NARROW_BAND;
        getChildren().add(new Rectangle(WIDTH, band, DARK));
        advert.dealership().ifPresent(name -> {
            AutoSizedText text = fitted(name, FontWeight.BOLD, 26, 12, INNER, BAND - GAP);
            text.setFill(Color.WHITE);
            place(text, MARGIN, (BAND - text.height()) / 2);
        });
        y = band + GAP * 1.5;
    }

    private void name() {
        if (!advert.name().isEmpty()) {
            below(fitted(advert.name(), FontWeight.BOLD, 54, 18, INNER, 112), 2);
        }
        advert.version().ifPresent(
                version -> below(muted(fitted(version, FontWeight.NORMAL, 22, 11, INNER, 54)), 0));
        y += GAP;
    }

    private void price() {
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
            AutoSizedText said = muted(fitted(vat, FontWeight.NORMAL, 18, 11, INNER, 24));
            place(said, (WIDTH - said.width()) / 2, y);
            y += said.height();
        });
        y += GAP * 0.6;
        panel.setHeight(y - panel.getY());
        y += GAP * 1.4;
    }

    /** In two columns, row by row, as large as there is room for. */
    private void facts() {
        double room = (HEIGHT - FOOT - GAP - y) * (advert.options().isEmpty() ? 1 : SHARE);
        List<Row> rows = SIZES.stream().map(this::rows)
                .filter(all -> all.stream().mapToDouble(Row::height).sum() <= room).findFirst()
                .orElseGet(() -> rows(SIZES.getLast()));
        for (Row row : rows) {
            for (Told told : row.cells()) {
                place(told.label(), told.x(), y);
                place(told.value(), told.x(), y + told.label().height());
            }
            y += row.height();
        }
        y += GAP * 0.5;
    }

    /** A fact in its column. */
    private record Told(AutoSizedText label, AutoSizedText value, double x) {}

    private record Row(List<Told> cells) {
        double height() {
            return cells.stream().mapToDouble(told -> told.label().height() + told.value().height()).max()
                    .orElse(0) + GAP * 0.55;
        }
    }

    private List<Row> rows(double size) {
        List<AdvertFact> facts = advert.facts();
        return IntStream.iterate(0, at -> at < facts.size(), at -> at + 2)
                .mapToObj(at -> new Row(Stream.concat(Stream.of(told(facts.get(at), size, MARGIN)),
                        facts.stream().skip(at + 1).limit(1)
                                .map(fact -> told(fact, size, MARGIN + COLUMN + COLUMN_GAP)))
                        .toList()))
                .toList();
    }

    private static Told told(AdvertFact fact, double size, double x) {
        double small = Math.max(10, size * LABEL);
        return new Told(muted(fitted(fact.label(), FontWeight.NORMAL, small, 8, COLUMN, small * 1.6)),
                fitted(fact.value(), FontWeight.BOLD, size, 8, COLUMN, size * 2.8), x);
    }

    /** As many as there is room for; where that is all of them, as large as there is room for. */
    private void options() {
        double room = HEIGHT - FOOT - GAP - y;
        List<String> all = advert.options().stream().map(OptionSection::labels).flatMap(List::stream)
                .toList();
        int unnamed = advert.options().stream().mapToInt(OptionSection::more).sum();
        for (int count = all.size(); count > 0; count--) {
            int more = all.size() - count + unnamed;
            String named = Stream.concat(all.stream().limit(count),
                    more == 0 ? Stream.of() : Stream.of(advert.more(more)))
                    .collect(Collectors.joining(" · "));
            AutoSizedText text = fitted(named, FontWeight.NORMAL, more == 0 ? LARGE_OPTION : SMALL_OPTION,
                    SMALL_OPTION, INNER, room);
            if (text.height() <= room) {
                place(text, MARGIN, y);
                return;
            }
        }
    }

    private void foot() {
        String known = Stream.of(advert.plate(), advert.stockNumber()).flatMap(Optional::stream)
                .collect(Collectors.joining("   ·   "));
        if (!known.isEmpty()) {
            AutoSizedText text = muted(fitted(known, FontWeight.NORMAL, 12, 8, INNER, FOOT));
            place(text, MARGIN, HEIGHT - FOOT);
        }
    }

    private void below(AutoSizedText text, double gap) {
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

    /** Black, until it gets another colour. */
    private static AutoSizedText fitted(String words, FontWeight weight, double most, double least,
            double width,
            double height) {
        AutoSizedText text = new AutoSizedText(words, weight, most, least, width, height);
        text.setFill(INK);
        return text;
    }
}
