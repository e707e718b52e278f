package app.forecourt.ui.advert;

import app.forecourt.advert.Advert;
import app.forecourt.advert.AdvertOptionGroup;
import app.forecourt.card.CardContent;
import app.forecourt.card.CardContent.Dealer;
import app.forecourt.model.AdvertModel;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.photos.PhotoPictureState;
import app.forecourt.ui.photos.PhotoPictureState.Loaded;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Preview of the advert of the car in the form, beside its windscreen card. */
final class AdvertPreviewPane extends HBox {
    private static final int COLUMNS = 2;
    /** Resolution of the card, which is seldom shown as wide as A4. */
    private static final float PIXELS_PER_POINT = 1.5f;

    private final AdvertModel advertising;
    private final Function<String, PhotoPictureState> previewOf;
    private final Dealer dealer;
    private final Messages messages;
    private final LanguageChoice choice;
    private final VBox content = new VBox();
    private final WindscreenCardView page;
    private final String noText;
    private Advert advert;

    /**
     * Creates the pane for the car in the form.
     *
     * @param dealer the dealer on the card
     * @param previewOf function from a photo's address to its preview
     */
    AdvertPreviewPane(
            AdvertModel advertising, Dealer dealer, Function<String, PhotoPictureState> previewOf, Messages messages) {
        this.advertising = advertising;
        this.dealer = dealer;
        this.previewOf = previewOf;
        this.messages = messages;
        page = new WindscreenCardView(messages.get("preview.card"));
        noText = advertising.canBuildDescription() ? "preview.notext" : "preview.notext.held";
        advert = advertising.advert(advertising.language());
        getStyleClass().addAll("dialog-content", "preview");
        content.setId("advert");
        content.getStyleClass().addAll("card", "advert");
        choice = new LanguageChoice(advertising.language(), messages, language -> {
            advertising.setLanguage(language);
            advert = advertising.advert(language);
            show();
        });
        ScrollPane scroll = new ScrollPane(content);
        scroll.setId("advertScroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox left = new VBox(choice, scroll);
        left.getStyleClass().add("preview-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox card = new VBox(wrapped(messages.get("preview.card"), "field-label"), page);
        card.getStyleClass().add("preview-card");
        VBox.setVgrow(page, Priority.ALWAYS);
        getChildren().addAll(left, card);
        show();
    }

    /** Returns the control for the initial focus. */
    Node firstControl() {
        return choice.selectedButton();
    }

    /** Returns what the windscreen card says. */
    CardContent cardContent() {
        return CardContent.of(advert, dealer);
    }

    /** Returns the title of the advert, or a placeholder if it has none. */
    String title() {
        String title = advert.title();
        return title.isEmpty() ? messages.get("stock.untitled") : title;
    }

    private void show() {
        Label title = wrapped(title(), "advert-title");
        Label price = wrapped(
                advert.price().orElseGet(() -> messages.get("preview.noprice")),
                advert.price().isPresent() ? "advert-price" : "hint");
        price.setId("advertPrice");
        title.setId("advertTitle");
        VBox head = new VBox(title, price);
        content.getChildren().setAll(picture(advert.pictures()), head);
        advert.vat().ifPresent(vat -> head.getChildren().add(wrapped(vat, "hint")));
        advert.highlights().ifPresent(line -> head.getChildren().add(wrapped(line, "advert-line")));
        if (!advert.facts().isEmpty()) {
            content.getChildren().add(facts(advert.facts()));
        }
        List<AdvertOptionGroup> options = advert.options();
        if (!options.isEmpty()) {
            VBox groups = new VBox();
            options.forEach(section -> groups.getChildren()
                    .addAll(
                            wrapped(section.heading(), "advert-heading"),
                            wrapped(advert.optionLine(section), "advert-line")));
            content.getChildren().add(groups);
        }
        Label text = wrapped(
                advert.description().orElseGet(() -> messages.get(noText)),
                advert.description().isPresent() ? "advert-line" : "hint");
        text.setId("advertText");
        content.getChildren().add(text);

        showCard();
    }

    /** Renders the card in the background. The earlier one stays until then. */
    private void showCard() {
        Advert shown = advert;
        CardContent windscreen = cardContent();
        advertising.runInBackground(
                () -> WindscreenCardView.picture(windscreen, PIXELS_PER_POINT),
                picture -> {
                    if (shown == advert) {
                        page.show(picture);
                    }
                },
                () -> {});
    }

    /** Returns the main picture or a placeholder, with the number of further pictures. */
    private Node picture(List<String> addresses) {
        VBox frame = new VBox();
        if (!addresses.isEmpty() && previewOf.apply(addresses.getFirst()) instanceof Loaded(var image, int _, int _)) {
            frame.getChildren().add(new ImageView(image));
        } else {
            frame.getChildren()
                    .addAll(
                            Icons.of(Feather.IMAGE),
                            wrapped(
                                    addresses.isEmpty() ? messages.get("preview.nopicture") : addresses.getFirst(),
                                    "hint"));
        }
        if (addresses.size() > 1) {
            frame.getChildren().add(wrapped(messages.get("preview.pictures", addresses.size() - 1), "hint"));
        }
        frame.setId("advertPicture");
        frame.getStyleClass().add("advert-picture");
        return frame;
    }

    private GridPane facts(List<Advert.Fact> facts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("advert-facts");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(share);
        }
        for (int index = 0; index < facts.size(); index++) {
            VBox cell = new VBox(
                    wrapped(facts.get(index).label(), "field-label"),
                    wrapped(facts.get(index).value(), "advert-value"));
            grid.add(cell, index % COLUMNS, index / COLUMNS);
        }
        return grid;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinHeight(USE_PREF_SIZE);
        SafeTextWrap.enable(label);
        return label;
    }
}
