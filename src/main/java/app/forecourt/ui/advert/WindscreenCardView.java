package app.forecourt.ui.advert;

import app.forecourt.card.CardContent;
import app.forecourt.card.CardLayout;
import app.forecourt.card.CardPdf;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.IntBuffer;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/** The windscreen card in the preview: a picture of its PDF file, and an empty page until the picture is rendered. */
final class WindscreenCardView extends Region {
    private final Region emptyPage = new Region();
    private final ImageView page = new ImageView();

    /** @param name name of the card for screen readers */
    WindscreenCardView(String name) {
        getStyleClass().add("page");
        emptyPage.getStyleClass().add("bone");
        page.setId("windscreenCard");
        page.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        page.setAccessibleText(name);
        page.visibleProperty().bind(page.imageProperty().isNotNull());
        getChildren().addAll(emptyPage, page);
    }

    /** Returns a picture of a card. Takes a second at the first call. */
    static Image picture(CardContent card, float pixelsPerPoint) throws IOException {
        BufferedImage picture = CardPdf.of(card).picture(pixelsPerPoint);
        var pixels = (DataBufferInt) picture.getRaster().getDataBuffer();
        return new WritableImage(new PixelBuffer<>(
                picture.getWidth(),
                picture.getHeight(),
                IntBuffer.wrap(pixels.getData()),
                PixelFormat.getIntArgbPreInstance()));
    }

    void show(Image picture) {
        page.setImage(picture);
    }

    /** Shows the page as large as the region allows. */
    @Override
    protected void layoutChildren() {
        double scale = Math.min(getWidth() / CardLayout.WIDTH, getHeight() / CardLayout.HEIGHT);
        emptyPage.resize(CardLayout.WIDTH * scale, CardLayout.HEIGHT * scale);
        page.setFitWidth(CardLayout.WIDTH * scale);
        page.setFitHeight(CardLayout.HEIGHT * scale);
    }
}
