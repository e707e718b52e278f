package app.forecourt.ui.window;

import app.forecourt.advert.BlockRepository;
import app.forecourt.car.CarField;
import app.forecourt.card.CardRepository;
import app.forecourt.model.AdvertModel;
import app.forecourt.model.AppModel;
import app.forecourt.model.cars.PlateLookupModel;
import app.forecourt.model.stock.UndoableAction;
import app.forecourt.stock.SendingStatus;
import app.forecourt.ui.advert.AdvertDialogs;
import app.forecourt.ui.advert.SystemPrintService;
import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.form.PlateLookupNote;
import app.forecourt.ui.form.ProblemSummary;
import app.forecourt.ui.form.WordSuggestionSource;
import app.forecourt.ui.keys.ConfirmationPolicy;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.options.OptionsPane;
import app.forecourt.ui.photos.PhotoPreviews;
import app.forecourt.ui.photos.PhotosPane;
import app.forecourt.ui.send.BannerArea;
import app.forecourt.ui.send.OutcomeBanner;
import app.forecourt.ui.send.OutcomeButtons;
import app.forecourt.ui.send.SendBar;
import app.forecourt.ui.send.SendController;
import app.forecourt.ui.settings.SettingsTopic;
import app.forecourt.ui.stock.StockPane;
import app.forecourt.ui.stock.WindowMenu;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.TraversalDirection;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Layout that creates and connects the panes of the main window. Recreated when the language changes. */
final class MainPanes {
    private final AppModel model;
    private final Messages messages;
    private final WindowContext context;
    private final PhotoPreviews previews;
    private final Actions actions;
    private final ObservableValue<Boolean> locked;
    private final EnvironmentBand band;
    private final SendBar sendBar;
    private final FormPane form;
    private final VBox middle;
    private final StockSidePane leftSide;
    private final StackPane rightSide;
    private final DeferredParts deferredParts = new DeferredParts();

    private @Nullable FirstRunCard firstRun;
    private @Nullable OptionsPane options;
    private @Nullable StockPane stock;
    private @Nullable PhotosPane photos;
    private @Nullable DeferredPanes deferredPanes;
    private @Nullable AdvertDialogs adverts;

    /** Actions that the window provides for the panes. */
    interface Actions extends OutcomeButtons.Actions, WindowMenu.Actions, PhotosPane.Actions {
        void showSettings(SettingsTopic section);
    }

    /** Creates the layout with the parts that the first frame shows. */
    MainPanes(
            BorderPane root, WindowContext context, PlateLookupModel lookUp, PhotoPreviews previews, Actions actions) {
        this.context = context;
        this.model = context.model();
        this.messages = context.messages();
        this.previews = previews;
        this.actions = actions;
        locked = model.cars().current().status().map(status -> status != SendingStatus.DRAFT);
        form = new FormPane(
                model.form(),
                messages,
                new WordSuggestionSource(context.vocabulary(), model.cars().earlierCars(), messages.locale()));
        form.addEventFilter(
                MouseEvent.MOUSE_PRESSED, _ -> model.cars().current().position().onFormClicked());
        form.addPlateLookup(new PlateLookupNote(lookUp, model.form(), messages, form.plateControl()));
        FormTitleBadges.create(model, messages).forEach(tag -> form.addBesideTitle(CarField.Section.IDENTITY, tag));
        middle = new VBox(form);
        VBox.setVgrow(form, Priority.ALWAYS);
        band = new EnvironmentBand(
                model,
                messages,
                () -> actions.run(WindowShortcut.SETTINGS),
                () -> actions.showSettings(SettingsTopic.SHARED_STOCK),
                actions::showTakeOff);
        sendBar = new SendBar(
                model,
                messages,
                context.confirmations()::pause,
                actions::run,
                isError -> deferredPanes().navigator().toProblem(isError),
                field -> deferredPanes().navigator().jumpTo(field));
        rightSide = new OptionsSidePane(placeholder(OptionsPane.STYLE), root, form, messages.listenerScope());
        leftSide = new StockSidePane(
                placeholder(StockPane.STYLE),
                root,
                model.preferences(),
                messages.get("stock.width.keys"),
                messages.listenerScope());
        root.setTop(band);
        root.setLeft(leftSide);
        root.setCenter(middle);
        root.setRight(rightSide);
        root.setBottom(sendBar);
        // The form's second card comes before the side panes, because the user looks at the form.
        deferredParts.add(form.stepsOfSecondCard());
        deferredParts.add(List.of(
                this::optionsPane,
                () -> optionsPane().addList(),
                this::stockPane,
                () -> stockPane().addSearch(),
                () -> stockPane().filters().addStatus(),
                () -> stockPane().filters().addOrder(),
                () -> stockPane().filters().addOthers(),
                () -> stockPane().addList(),
                this::deferredPanes));
        deferredParts.add(form.stepsOfLastCards());
        deferredParts.add(List.of(
                () -> form.addBesideTitle(
                        CarField.Section.TEXT, new DescriptionButtons(messages, locked, actions::run)),
                this::addPhotos,
                () -> addFirstRun(lookUp),
                sendBar::addTooltip));
    }

    /** Returns a placeholder with the space and the place in the Tab order of a part that is created later. */
    private static Region placeholder(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    /** Returns tasks that create the parts missing in the first frame, one part each. */
    List<Runnable> deferredParts() {
        return deferredParts.tasks();
    }

    /** Creates all parts that are still missing. */
    void addMissingParts() {
        deferredParts.createMissing(middle.getScene().getRoot());
    }

    private void addPhotos() {
        PhotosPane pane =
                new PhotosPane(model, form.photosControl(), form.photosCard(), previews, messages, locked, actions);
        form.addAbovePhotos(pane.area());
        form.addBelowPhotos(pane);
        form.trackVisibility(pane.grid(), previews::setVisible);
        photos = pane;
    }

    private void addFirstRun(PlateLookupModel lookUp) {
        firstRun = new FirstRunCard(context, form, lookUp, () -> actions.showSettings(SettingsTopic.CONNECTION));
        middle.getChildren().add(firstRun);
    }

    /** Moves the focus to the next photo that could be better. */
    void focusWeakPhoto() {
        addMissingParts();
        if (photos != null) {
            photos.focusWeakPhoto();
        }
    }

    FormPane form() {
        return form;
    }

    void focusFirstField() {
        form.jumpTo(CarField.LICENSE_PLATE);
    }

    /**
     * Moves the focus to another part: the form, the card of the first run, the options, the list of cars, or the
     * banner above the form. From any other place it goes to the form.
     *
     * @param step 1 for the next part, -1 for the one before
     */
    void focusPart(int step) {
        DeferredPanes panes = deferredPanes();
        List<PartCycle.Part> parts = new ArrayList<>();
        parts.add(new PartCycle.Part(form, panes.navigator()::returnToForm));
        FirstRunCard card = firstRun;
        if (card != null && card.isVisible()) {
            parts.add(new PartCycle.Part(card, () -> card.requestFocusTraversal(TraversalDirection.NEXT)));
        }
        parts.add(new PartCycle.Part(rightSide, panes.options()::focusSearch));
        parts.add(new PartCycle.Part(leftSide, panes.stock()::focusSearch));
        if (panes.banner().hasBanner()) {
            parts.add(new PartCycle.Part(panes.banner(), panes.banner()::focusBanner));
        }
        new PartCycle(parts).move(form.getScene().getFocusOwner(), step);
    }

    /** Returns the options pane. Creates it on the first call. */
    private OptionsPane optionsPane() {
        if (options == null) {
            options = new OptionsPane(
                    model, messages, context.dialogs(), locked, () -> actions.run(WindowShortcut.SETTINGS));
            rightSide.getChildren().setAll(options);
        }
        return options;
    }

    /** Returns the list of cars. Creates it on the first call. */
    private StockPane stockPane() {
        if (stock == null) {
            stock = new StockPane(
                    model.cars(),
                    messages,
                    new WindowMenu(model, messages, context.importExport(), actions),
                    CarThumbnailsFactory.create(model, previews, messages.listenerScope()),
                    () -> actions.run(WindowShortcut.NEW_CAR),
                    () -> deferredPanes().navigator().returnToForm());
            leftSide.setContent(stock);
            messages.listenerScope().listen(model.cars().actions().notice().shown(), notice -> {
                // What the user goes on to type was meant for the car that another desk deleted, and must not begin a
                // new one.
                if (notice.orElse(null) instanceof UndoableAction.Marked marked
                        && marked.desk().isPresent()
                        && (form.isFocusWithin() || rightSide.isFocusWithin())) {
                    stockPane().focusNotice();
                }
            });
        }
        return stock;
    }

    /** Returns the panes around the form. Creates them on the first call. */
    DeferredPanes deferredPanes() {
        if (deferredPanes == null) {
            FieldNavigator caret = new FieldNavigator(model, messages, form, optionsPane());
            ConfirmationPolicy confirmations = context.confirmations();
            ProblemSummary problems = new ProblemSummary(model, messages, confirmations::pause, caret::jumpTo);
            OutcomeBanner outcome =
                    new OutcomeBanner(model, messages, confirmations::pause, confirmations::viewChanged, actions);
            BannerArea banner = new BannerArea(outcome, problems, form);
            messages.listenerScope().listen(model.cars().current().car(), _ -> banner.onCarChanged());
            deferredPanes = new DeferredPanes(
                    stockPane(),
                    optionsPane(),
                    problems,
                    banner,
                    caret,
                    new SendController(
                            model,
                            messages,
                            context.dialogs(),
                            problems,
                            outcome,
                            caret::jumpTo,
                            actions::setUpWebSpace));
            middle.getChildren().addFirst(banner);
            caret.startRecording(banner);
        }
        return deferredPanes;
    }

    /** Moves the focus to the splitter of the list. */
    void focusSplitter() {
        leftSide.focusSplitter(deferredPanes().navigator()::returnToForm);
    }

    /** Returns the dialogs of the advert. Creates them on the first call. */
    AdvertDialogs advertDialogs() {
        if (adverts == null) {
            adverts = new AdvertDialogs(
                    new AdvertModel(
                            model.form(),
                            new BlockRepository(model.preferences()),
                            context.vocabulary(),
                            messages.locale(),
                            model.taskRunner()),
                    new CardRepository(model.preferences()),
                    model.form(),
                    form,
                    context.dialogs(),
                    new SystemPrintService(messages),
                    previews::previewOf);
        }
        return adverts;
    }
}
