package app.forecourt.ui.window;

import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.card.CardRepository;
import app.forecourt.model.AppModel;
import app.forecourt.model.cars.PlateLookupModel;
import app.forecourt.model.stock.StockNotice;
import app.forecourt.model.stock.UndoableAction;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.StockMark;
import app.forecourt.ui.advert.AdvertDialogs;
import app.forecourt.ui.advert.SystemPrintService;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.dialog.TextDialogs;
import app.forecourt.ui.form.AllAmountsButton;
import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.form.LockedCar;
import app.forecourt.ui.form.PlateLookupNote;
import app.forecourt.ui.form.ProblemSummary;
import app.forecourt.ui.form.WordSuggestions;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeTree;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.keys.ConfirmationPolicy;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.options.OptionsPane;
import app.forecourt.ui.photos.EnlargedPhoto;
import app.forecourt.ui.photos.PhotoPreviews;
import app.forecourt.ui.photos.PhotosPane;
import app.forecourt.ui.send.BannerArea;
import app.forecourt.ui.send.OutcomeBanner;
import app.forecourt.ui.send.OutcomeButtons;
import app.forecourt.ui.send.SendBar;
import app.forecourt.ui.send.SendController;
import app.forecourt.ui.settings.SettingsSection;
import app.forecourt.ui.stock.StockMenu;
import app.forecourt.ui.stock.StockPane;
import app.forecourt.ui.transfer.ImportExportActions;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.SharingMessages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Layout that creates and connects the panes of the main window. Recreated when the language changes. */
final class MainLayout {
    private final AppModel model;
    private final ImportExportActions importExport;
    private final Messages messages;
    private final Vocabulary vocabulary;
    private final Dialogs dialogs;
    private final ConfirmationPolicy confirmations;
    private final PhotoPreviews previews;
    private final Actions actions;
    private final ObservableValue<Boolean> locked;
    private final EnvironmentBand band;
    private final SendBar sendBar;
    private final FormPane form;
    private final VBox middle;
    private final StockSidePane leftSide;
    private final StackPane rightSide;
    /** Tasks that create the parts missing in the window. */
    private final Queue<Runnable> missingParts = new ArrayDeque<>();

    private @Nullable FirstRunCard firstRun;
    private @Nullable OptionsPane options;
    private @Nullable StockPane stock;
    private @Nullable PhotosPane photos;
    private @Nullable SidePanes sidePanes;
    private @Nullable AdvertDialogs adverts;

    /** Actions that the window provides for the panes. */
    interface Actions extends OutcomeButtons.Actions, StockMenu.Actions {
        /** Shows the settings from a section on. */
        void showSettings(SettingsSection section);
    }

    /**
     * Panes around the form. They are created after the first frame, or earlier when needed, because the user types
     * into the form first.
     */
    record SidePanes(
            StockPane stock,
            OptionsPane options,
            ProblemSummary problems,
            BannerArea banner,
            FieldNavigator navigator,
            SendController sendController) {}

    /** Creates the layout with the parts that the first frame shows. */
    MainLayout(
            BorderPane root,
            AppModel model,
            ImportExportActions importExport,
            Messages messages,
            Vocabulary vocabulary,
            Dialogs dialogs,
            ConfirmationPolicy confirmations,
            PlateLookupModel lookUp,
            PhotoPreviews previews,
            Actions actions) {
        this.model = model;
        this.importExport = importExport;
        this.messages = messages;
        this.vocabulary = vocabulary;
        this.dialogs = dialogs;
        this.confirmations = confirmations;
        this.previews = previews;
        this.actions = actions;
        locked = model.cars().current().status().map(status -> status != ListingStatus.DRAFT);
        form = new FormPane(
                model.form(),
                messages,
                new WordSuggestions(vocabulary, model.cars().earlierCars()::modelHistory, messages.locale()));
        form.setLockedCar(new LockedCar(model.cars().current().status()::get, model.correctionWorkflow()::start));
        form.addEventFilter(
                MouseEvent.MOUSE_PRESSED, _ -> model.cars().current().onFormClicked());
        form.addPlateLookup(new PlateLookupNote(lookUp, model.form(), messages, form.plateControl()));
        form.addBesideTitle(CarField.Section.IDENTITY, markTag());
        form.addBesideTitle(CarField.Section.IDENTITY, presenceTag());
        if (!model.cars().stock().complete().get()) {
            form.addBesideTitle(CarField.Section.IDENTITY, reading());
        }
        middle = new VBox(form);
        VBox.setVgrow(form, Priority.ALWAYS);
        band = new EnvironmentBand(
                model,
                messages,
                () -> actions.run(WindowShortcut.SETTINGS),
                () -> actions.showSettings(SettingsSection.SHARED_STOCK),
                actions::showTakeOff);
        sendBar = new SendBar(
                model,
                messages,
                confirmations::pause,
                actions::run,
                isError -> sidePanes().navigator().toProblem(isError),
                field -> sidePanes().navigator().jumpTo(field));
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
        List<Runnable> parts = new ArrayList<>(form.stepsOfSecondCard());
        parts.addAll(List.of(
                this::optionsPane,
                () -> optionsPane().addList(),
                this::stockPane,
                () -> stockPane().addSearch(),
                () -> stockPane().filters().addStatus(),
                () -> stockPane().filters().addOrder(),
                () -> stockPane().filters().addOthers(),
                () -> stockPane().addList(),
                this::sidePanes));
        parts.addAll(form.stepsOfLastCards());
        parts.addAll(List.of(
                () -> form.addBesideTitle(
                        CarField.Section.TEXT, new DescriptionButtons(messages, locked, actions::run)),
                () -> form.addBesideTitle(CarField.Section.PRICE, AllAmountsButton.create(model.form(), messages)),
                this::addPhotos,
                () -> addFirstRun(lookUp),
                band::addTooltips,
                sendBar::addTooltip));
        missingParts.addAll(parts);
    }

    /** Creates the tag beside the form's first title that names the mark of a sold, withdrawn or archived car. */
    private Label markTag() {
        Label tag = new Label();
        tag.setId("markTag");
        tag.getStyleClass().add("mark-tag");
        messages.listenerScope().listen(model.cars().current().mark(), mark -> {
            NodeVisibility.set(tag, mark != StockMark.NONE);
            tag.setText(mark == StockMark.NONE ? "" : messages.get("mark." + Messages.key(mark)));
        });
        return tag;
    }

    /** Creates the tag beside the form's first title that names the other desks at which the car is open. */
    private Label presenceTag() {
        Label tag = new Label();
        tag.setId("presenceTag");
        tag.getStyleClass().add("presence-tag");
        tag.setGraphic(Icons.of(Feather.USERS));
        tag.setMinWidth(0);
        LiveRegion.announceChanges(tag);
        SharingMessages sharing = new SharingMessages(messages);
        messages.listenerScope().listen(model.sharedStock().desksAtCar(), desks -> {
            NodeVisibility.set(tag, !desks.isEmpty());
            tag.setText(desks.isEmpty() ? "" : sharing.openElsewhere(desks));
        });
        return tag;
    }

    /** Returns a label that is visible while the journal's cars are being read. */
    private Label reading() {
        Label reading = new Label(messages.get("stock.reading.form"));
        reading.setId("reading");
        reading.getStyleClass().add("hint");
        reading.setMinWidth(0);
        messages.listenerScope()
                .listen(model.cars().stock().complete(), complete -> NodeVisibility.set(reading, !complete));
        return reading;
    }

    /**
     * Returns a placeholder for a part that is created later. It keeps the part's space and its place in the Tab order.
     */
    private static Region placeholder(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    /** Returns tasks that create the parts missing in the first frame, one part each. */
    List<Runnable> deferredParts() {
        return Collections.nCopies(missingParts.size(), this::addNextPart);
    }

    private void addNextPart() {
        Runnable part = missingParts.poll();
        if (part != null) {
            part.run();
        }
    }

    /** Creates all parts that are still missing, with their skins, because a control without skin ignores keys. */
    void addMissingParts() {
        if (!missingParts.isEmpty()) {
            List.copyOf(deferredParts()).forEach(Runnable::run);
            middle.getScene().getRoot().applyCss();
            middle.getScene().getRoot().layout();
        }
    }

    private void addPhotos() {
        PhotosPane pane = new PhotosPane(
                model, form.photosControl(), form.photosCard(), previews, messages, locked, new PhotosPane.Actions() {
                    @Override
                    public void chooseFiles() {
                        actions.run(WindowShortcut.CHOOSE_PHOTOS);
                    }

                    @Override
                    public void setUpWebSpace() {
                        actions.showSettings(SettingsSection.PHOTOS);
                    }

                    @Override
                    public void enlarge(EnlargedPhoto photo) {
                        new TextDialogs(dialogs, messages).showWide("photo.enlarged", photo, photo::leaveCovering);
                    }

                    @Override
                    public void reveal(Node node) {
                        form.reveal(node);
                    }
                });
        form.addAbovePhotos(pane.area());
        form.addBelowPhotos(pane);
        form.trackVisibility(pane.grid(), previews::setVisible);
        photos = pane;
    }

    private void addFirstRun(PlateLookupModel lookUp) {
        firstRun = new FirstRunCard(
                model,
                messages,
                form,
                lookUp,
                importExport.importer()::importFile,
                () -> actions.showSettings(SettingsSection.CONNECTION));
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

    /** Moves the focus to the first field. */
    void focusFirstField() {
        form.jumpTo(CarField.LICENSE_PLATE);
    }

    /** Part of the window and the action that moves the focus into it. */
    private record Part(Node area, Runnable enter) {}

    /**
     * Moves the focus to another part: the form, the card of the first run, the options, the list of cars, or the
     * banner above the form. From any other place it goes to the form.
     *
     * @param step 1 for the next part, -1 for the one before
     */
    void focusPart(int step) {
        SidePanes panes = sidePanes();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(form, panes.navigator()::returnToForm));
        FirstRunCard card = firstRun;
        if (card != null && card.isVisible()) {
            parts.add(new Part(card, () -> card.requestFocusTraversal(TraversalDirection.NEXT)));
        }
        parts.add(new Part(rightSide, panes.options()::focusSearch));
        parts.add(new Part(leftSide, panes.stock()::focusSearch));
        if (panes.banner().hasBanner()) {
            parts.add(new Part(panes.banner(), panes.banner()::focusBanner));
        }
        Node focused = form.getScene().getFocusOwner();
        int current = IntStream.range(0, parts.size())
                .filter(index -> NodeTree.isWithin(parts.get(index).area(), focused))
                .findFirst()
                .orElse(-1);
        parts.get(current < 0 ? 0 : Math.floorMod(current + step, parts.size()))
                .enter()
                .run();
    }

    /** Returns the options pane. Creates it on the first call. */
    private OptionsPane optionsPane() {
        OptionsPane existing = options;
        if (existing != null) {
            return existing;
        }
        OptionsPane created =
                new OptionsPane(model, messages, dialogs, locked, () -> actions.run(WindowShortcut.SETTINGS));
        rightSide.getChildren().setAll(created);
        options = created;
        return created;
    }

    /** Returns the list of cars. Creates it on the first call. */
    private StockPane stockPane() {
        StockPane existing = stock;
        if (existing != null) {
            return existing;
        }
        StockPane created = new StockPane(
                model.cars(),
                messages,
                new StockMenu(model, messages, importExport, actions),
                CarThumbnailsFactory.create(model, previews, messages.listenerScope()),
                () -> actions.run(WindowShortcut.NEW_CAR),
                () -> sidePanes().navigator().returnToForm());
        leftSide.setContent(created);
        messages.listenerScope().listen(model.cars().undoNotice().shown(), notice -> {
            // What the user goes on to type was meant for the car that is gone, and must not begin a new one.
            if (isDeletedElsewhere(notice) && (form.isFocusWithin() || rightSide.isFocusWithin())) {
                created.focusNotice();
            }
        });
        stock = created;
        return created;
    }

    private static boolean isDeletedElsewhere(Optional<StockNotice> notice) {
        return notice.filter(last -> last instanceof UndoableAction.Marked marked
                        && marked.desk().isPresent())
                .isPresent();
    }

    /** Returns the panes around the form. Creates them on the first call. */
    SidePanes sidePanes() {
        if (sidePanes == null) {
            FieldNavigator caret = new FieldNavigator(model, messages, form, optionsPane());
            ProblemSummary problems = new ProblemSummary(model, messages, confirmations::pause, caret::jumpTo);
            OutcomeBanner outcome =
                    new OutcomeBanner(model, messages, confirmations::pause, confirmations::viewChanged, actions);
            BannerArea banner = new BannerArea(outcome, problems, form);
            messages.listenerScope().listen(model.cars().current().car(), _ -> banner.onCarChanged());
            sidePanes = new SidePanes(
                    stockPane(),
                    optionsPane(),
                    problems,
                    banner,
                    caret,
                    new SendController(
                            model,
                            messages,
                            dialogs,
                            problems,
                            outcome,
                            caret::jumpTo,
                            () -> actions.showSettings(SettingsSection.PHOTOS)));
            middle.getChildren().addFirst(banner);
            caret.startRecording(banner);
        }
        return sidePanes;
    }

    /** Moves the focus to the splitter of the list. */
    void focusSplitter() {
        leftSide.focusSplitter(sidePanes().navigator()::returnToForm);
    }

    /** Returns the dialogs of the advert. Creates them on the first call. */
    AdvertDialogs advertDialogs() {
        if (adverts == null) {
            adverts = new AdvertDialogs(
                    model.createAdvertModel(vocabulary, messages.locale()),
                    new CardRepository(model.preferences()),
                    model.form(),
                    form,
                    messages,
                    dialogs,
                    new SystemPrintService(messages),
                    previews::previewOf);
        }
        return adverts;
    }
}
