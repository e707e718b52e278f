package app.forecourt.ui.advert;

import app.forecourt.card.CardContent;
import app.forecourt.card.CardElement;
import app.forecourt.card.CardElement.Ink;
import app.forecourt.card.CardFont;
import app.forecourt.card.CardLayout;
import app.forecourt.card.QrCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The windscreen card on the screen and for the printer, as {@link CardLayout} places it. */
final class WindscreenCard extends Pane {
    WindscreenCard(CardContent content) {
        setPrefSize(CardLayout.WIDTH, CardLayout.HEIGHT);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setId("windscreenCard");
        getChildren().add(new Rectangle(CardLayout.WIDTH, CardLayout.HEIGHT, Color.WHITE));
        CardLayout.of(content).stream().map(WindscreenCard::node).forEach(getChildren()::add);
    }

    /** The card's fonts for JavaFX, in a class of their own so that nothing is loaded before the first card. */
    private static final class Fonts {
        static final Map<CardFont, String> NAMES = new EnumMap<>(CardFont.class);

        static {
            for (CardFont font : CardFont.values()) {
                try (InputStream in = font.open()) {
                    Font loaded = Font.loadFont(in, 1);
                    NAMES.put(font, (loaded == null ? Font.getDefault() : loaded).getName());
                } catch (IOException damaged) {
                    throw new UncheckedIOException(damaged);
                }
            }
        }
    }

    /** Loads what all cards need. Blocks on the disk at the first call. */
    static void load() {
        CardFont.load();
        Objects.requireNonNull(Fonts.NAMES);
    }

    private static Node node(CardElement element) {
        return switch (element) {
            case CardElement.Box(double x, double y, double width, double height, Ink ink) -> {
                var box = new Rectangle(width, height, color(ink));
                box.setX(x);
                box.setY(y);
                yield box;
            }
            case CardElement.Line line -> text(line);
            case CardElement.Logo logo -> picture(logo);
            case CardElement.Code code -> path(code);
        };
    }

    private static Text text(CardElement.Line line) {
        Text text = new Text(line.text());
        text.setFont(new Font(Fonts.NAMES.get(line.font()), line.size()));
        text.setTextOrigin(VPos.BASELINE);
        text.setFill(color(line.ink()));
        text.setX(line.x());
        text.setY(line.baseline());
        return text;
    }

    private static ImageView picture(CardElement.Logo logo) {
        var picture =
                new ImageView(new Image(new ByteArrayInputStream(logo.logo().png())));
        picture.setFitWidth(logo.width());
        picture.setFitHeight(logo.height());
        picture.setX(logo.x());
        picture.setY(logo.y());
        picture.setId("cardLogo");
        return picture;
    }

    /** Returns all modules as one shape, so that no light seams appear between them. */
    private static Path path(CardElement.Code code) {
        Path path = new Path();
        path.setId("cardCode");
        path.setFill(color(Ink.TEXT));
        path.setStroke(null);
        double module = code.side() / code.code().size();
        for (QrCode.Bar bar : code.code().bars()) {
            double left = code.x() + bar.column() * module;
            double top = code.y() + bar.row() * module;
            path.getElements()
                    .addAll(
                            new MoveTo(left, top),
                            new HLineTo(left + bar.length() * module),
                            new VLineTo(top + module),
                            new HLineTo(left),
                            new ClosePath());
        }
        return path;
    }

    private static Color color(Ink ink) {
        return Color.rgb(ink.rgb() >> 16 & 0xff, ink.rgb() >> 8 & 0xff, ink.rgb() & 0xff);
    }
}
