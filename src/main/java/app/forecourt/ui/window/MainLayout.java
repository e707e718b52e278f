package app.forecourt.ui.window;

import app.forecourt.car.CarField;
import app.forecourt.car.Section;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.model.AppModel;
import app.forecourt.model.cars.PlateLookupModel;
import app.forecourt.stock.ListingStatus;
import app.forecourt.ui.advert.AdvertDialogs;
import app.forecourt.ui.advert.SystemPrintService;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.form.LookUpNote;
import app.forecourt.ui.form.ProblemSummary;
import app.forecourt.ui.form.WordSuggestions;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.keys.ConfirmationPolicy;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.options.OptionsPane;
import app.forecourt.ui.photos.PhotoPreviews;
import app.forecourt.ui.photos.PhotosPane;
import app.forecourt.ui.send.OutcomeBanner;
import app.forecourt.ui.send.OutcomeButtons;
import app.forecourt.ui.send.SendBar;
import app.forecourt.ui.send.SendController;
import app.forecourt.ui.stock.StockMenu;
import app.forecourt.ui.stock.StockPane;
import app.forecourt.ui.transfer.ImportExportActions;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The window's parts and how they hang together. They speak one language; for another one they are made anew. */
final class MainLayout {
    private final AppModel desk;
    private final ImportExportActions exchange;
    private final Messages words;
    private final Vocabulary vocabulary;
    private final Dialogs dialogs;
    private final ConfirmationPolicy confirmations;
    private final PhotoPreviews previews;
    private final Actions actions;
    private final ObservableValue<Boolean> locked;
    private final FormPane form;
    private final VBox middle;
    private final StackPane left = place(StockPane.STYLE);
    private final StackPane right = place(OptionsPane.STYLE);
    private @Nullable Around around;
    private @Nullable AdvertDialogs adverts;

    /** What the parts ask of the window. */
    interface Actions extends OutcomeButtons.Actions, StockMenu.Actions {
        void toNextProblem();
    }

    /** What is around the form and not typed into at first: made behind the first frame, or when it is wanted. */
    record Around(StockPane stock, OptionsPane options, ProblemSummary problems, FocusNavigator caret,
            SendController sendKey) {}

    /** Puts what is seen at first into the window. */
    MainLayout(BorderPane root, AppModel desk, ImportExportActions exchange, Messages words,
            Vocabulary vocabulary,
            Dialogs dialogs, ConfirmationPolicy confirmations, PlateLookupModel lookUp,
            PhotoPreviews previews,
            Actions actions) {
        this.desk = desk;
        this.exchange = exchange;
        this.words = words;
        this.vocabulary = vocabulary;
        this.dialogs = dialogs;
        this.confirmations = confirmations;
        this.previews = previews;
        this.actions = actions;
        locked = desk.cars().current().status().map(standing -> standing != ListingStatus.DRAFT);
        form = new FormPane(desk.form(), words,
                new WordSuggestions(vocabulary, desk.cars().precedents()::earlier, words.locale()), locked);
        form.belowPapers(new LookUpNote(lookUp, desk.form(), words, form.plate()));
        if (!desk.cars().stock().filled().get()) {
            form.besideTitle(Section.IDENTITY, reading());
        }
        middle = new VBox(form);
        VBox.setVgrow(form, Priority.ALWAYS);
        root.setTop(new EnvironmentBand(desk, words, actions::openSettings));
        root.setLeft(left);
        root.setCenter(middle);
        root.setRight(right);
        root.setBottom(new SendBar(desk, words, confirmations::pause, actions::send,
                actions::toNextProblem));
    }

    /** Returns a label that tells, while the form is still empty, that the cars are being read. */
    private Label reading() {
        Label reading = new Label(words.get("stock.reading.form"));
        reading.setId("reading");
        reading.getStyleClass().add("hint");
        words.listenerScope().to(desk.cars().stock().filled(),
                filled -> NodeVisibility.when(reading, !filled));
        return reading;
    }

    /** Keeps the place of a part that is still to come, in the order in which Tab goes through them too. */
    private static StackPane place(String style) {
        Region place = new Region();
        place.getStyleClass().add(style);
        return new StackPane(place);
    }

    /** What makes the parts that are not seen at first, a part a step, in this order. */
    List<Runnable> deferredParts() {
        return Stream.concat(Stream.concat(Stream.of(this::sidePanes), form.deferredParts().stream()),
                Stream.of(() -> form.besideTitle(Section.TEXT, describing()), this::photos)).toList();
    }

    /** The way to the builder; the keys have one of their own, and Tab goes on to the next field. */
    private Button describing() {
        Button build = new Button(WindowShortcut.DESCRIBE.behind(words.get("builder.open"), words),
                Icons.of(Feather.EDIT_3));
        build.setId("describe");
        build.getStyleClass().add(Styles.SMALL);
        build.setFocusTraversable(false);
        build.disableProperty().bind(locked);
        build.setOnAction(event -> actions.describe());
        return build;
    }

    private void photos() {
        PhotosPane photos = new PhotosPane(desk.form(), form.photos(), previews, words, locked);
        form.belowPhotos(photos);
        form.watch(photos, previews::inSight);
    }

    /** The form. */
    FormPane form() {
        return form;
    }

    /** Puts the caret where typing begins. */
    void focusFirstField() {
        form.jumpTo(CarField.LICENSE_PLATE);
    }

    /** What is around it. */
    Around sidePanes() {
        if (around == null) {
            OptionsPane options = new OptionsPane(desk, words, dialogs, locked, actions::openSettings);
            FocusNavigator caret = new FocusNavigator(desk, words, form, options);
            ProblemSummary problems = new ProblemSummary(desk, words, confirmations::pause,
                    caret::jumpTo);
            OutcomeBanner outcome = new OutcomeBanner(desk, words, confirmations::pause, actions);
            StockPane stock = new StockPane(desk.cars(), words,
                    new StockMenu(desk, words, exchange, actions), actions::newCar,
                    () -> caret.jumpTo(desk.cars().current().field()));
            around = new Around(stock, options, problems, caret,
                    new SendController(desk, words, dialogs, problems, outcome,
                            () -> caret.jumpTo(desk.cars().current().field())));
            middle.getChildren().addAll(0, List.of(outcome, problems));
            left.getChildren().setAll(stock);
            right.getChildren().setAll(options);
        }
        return around;
    }

    /** The builder of descriptions, and the preview. */
    AdvertDialogs adverts() {
        if (adverts == null) {
            adverts = new AdvertDialogs(desk.advertising(vocabulary, words.locale()), desk.form(), form,
                    words, dialogs, new SystemPrintService(words), previews::of);
        }
        return adverts;
    }
}
