package app.forecourt.ui;

import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.car.CarField;
import app.forecourt.car.Section;
import app.forecourt.car.Vocabulary;
import app.forecourt.journal.Found;
import app.forecourt.journal.Place;
import app.forecourt.journal.Standing;
import app.forecourt.profile.Profile;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The window's parts and how they hang together; every key it knows is named here. */
public final class MainWindow
        implements
            OutcomeButtons.Actions,
            StockMenu.Actions,
            Desk.Window {
    private final Desk desk;
    private final Words words;
    private final Dialogs dialogs;
    private final Papers papers;
    private final TemplateDialogs templates;
    private final Consumer<Profile> dashboard;
    private final Runnable supportFile;
    private final Vocabulary vocabulary;
    private final BorderPane root = new BorderPane();
    private final ObservableValue<Boolean> locked;
    private final FormPane form;
    private final VBox middle;
    private final StackPane left = place(StockPane.STYLE);
    private final StackPane right = place(OptionsPane.STYLE);
    private final Exchange exchange;
    private @Nullable Around around;
    private @Nullable AdvertDialogs adverts;
    private @Nullable PhotoPreviews previews;

    /** What is around the form and not typed into at first: made behind the first frame, or when it is wanted. */
    private record Around(StockPane stock, OptionsPane options, Caret caret, SendKey sendKey) {}

    /**
     * The window of a desk.
     *
     * @param dashboard opens an environment's dashboard in the browser
     * @param supportFile has a support file written
     */
    public MainWindow(Desk desk, Exchange exchange, Words words, Vocabulary vocabulary, Dialogs dialogs,
            Consumer<Profile> dashboard, Runnable supportFile) {
        this.desk = desk;
        this.words = words;
        this.dialogs = dialogs;
        this.papers = new Papers(dialogs, words);
        this.templates = new TemplateDialogs(desk.cars(), dialogs, words);
        this.dashboard = dashboard;
        this.supportFile = supportFile;
        this.vocabulary = vocabulary;
        locked = desk.cars().inForm().standing()
                .map(standing -> standing != Standing.DRAFT);
        form = new FormPane(desk.form(), words,
                new KnownWords(vocabulary, desk.cars().precedents()::earlier, words.locale()), locked);
        this.exchange = exchange;
        desk.tell(this);

        middle = new VBox(form);
        VBox.setVgrow(form, Priority.ALWAYS);
        root.getStyleClass().add("window");
        root.setTop(new EnvironmentBand(desk, words, this::openSettings));
        root.setLeft(left);
        root.setCenter(middle);
        root.setRight(right);
        root.setBottom(new SendBar(desk, words, this::send, () -> around().caret().toNextProblem()));

        PlateLookUp lookUp = desk.plateLookUp(vocabulary, words.locale());
        form.belowPapers(new LookUpNote(lookUp, desk.form(), words, form.plate()));
        // Before a text field sees it, which would keep it to itself.
        root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && lookUp.stop()) {
                key.consume();
            }
        });
        desk.profile().subscribe(profile -> {
            for (Profile any : Profile.values()) {
                root.getStyleClass().remove("profile-" + any.key());
            }
            root.getStyleClass().add("profile-" + profile.key());
        });
        desk.cars().inForm().current().subscribe((before, now) -> form.toTop());
    }

    /** The window's title, which names the profile. */
    public ObservableValue<String> title() {
        return desk.profile().map(profile -> words.get("window.title", words.loud(profile)));
    }

    /** The scene, with its keys. */
    public Scene scene() {
        Scene scene = new Scene(root);
        scene.setOnDragOver(drag -> {
            if (drag.getGestureSource() == null && exchange.arrivals().takes(drag.getDragboard())) {
                // What is dropped stays where it comes from.
                drag.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.setOnDragDropped(drag -> {
            exchange.arrivals().drop(drag.getDragboard());
            drag.setDropCompleted(true);
        });
        for (Shortcut key : Shortcut.values()) {
            scene.getAccelerators().put(key.combination(), () -> press(key));
        }
        return scene;
    }

    /** What makes the parts that are not seen at first, a part a step. For after the first frame, in this order. */
    public List<Runnable> rest() {
        return Stream.of(Stream.<Runnable>of(this::around), form.rest().stream(),
                Stream.<Runnable>of(() -> form.besideTitle(Section.TEXT, describing()), this::photos))
                .flatMap(steps -> steps)
                .toList();
    }

    private void photos() {
        previews = desk.photoPreviews();
        PhotosPane photos = new PhotosPane(desk.form(), form.photos(), previews, words, locked);
        form.belowPhotos(photos);
        form.watch(photos, previews::inSight);
    }

    private void press(Shortcut key) {
        switch (key) {
            case NEW_CAR -> newCar();
            case DUPLICATE -> duplicate();
            case FROM_TEMPLATE -> fromTemplate();
            case SAVE_TEMPLATE -> saveTemplate();
            case FIND -> around().stock().find();
            case SENDINGS -> sendings();
            case MENU -> around().stock().openMenu();
            case PLATE -> ready();
            case DESCRIBE -> describe();
            case PREVIEW -> preview();
            case SEND -> send();
            case PUBLISH -> publish();
            case NEXT_PROBLEM -> around().caret().toNextProblem();
            case OPTIONS -> around().options().search();
            case PASTE_LIST -> around().options().pasteList();
            case SETTINGS -> openSettings();
            case KEYS -> showKeys();
        }
    }

    private Around around() {
        if (around == null) {
            OptionsPane options = new OptionsPane(desk, words, dialogs, this::openSettings);
            Caret caret = new Caret(desk, form, options);
            ProblemSummary problems = new ProblemSummary(desk, words, caret::jumpTo);
            OutcomeBanner outcome = new OutcomeBanner(desk, words, this);
            StockPane stock = new StockPane(desk.cars(), words, new StockMenu(desk, words, exchange, this),
                    this::newCar);
            around = new Around(stock, options, caret,
                    new SendKey(desk, words, dialogs, problems, outcome));
            middle.getChildren().addAll(0, List.of(outcome, problems));
            left.getChildren().setAll(stock);
            right.getChildren().setAll(options);
        }
        return around;
    }

    /** The way to the builder; the keys have one of their own, and Tab goes on to the next field. */
    private Button describing() {
        Button build = new Button(Shortcut.DESCRIBE.behind(words.get("builder.open"), words),
                Icons.of(Feather.EDIT_3));
        build.setId("describe");
        build.getStyleClass().add(Styles.SMALL);
        build.setFocusTraversable(false);
        build.disableProperty().bind(desk.cars().inForm().standing().map(now -> now != Standing.DRAFT));
        build.setOnAction(event -> describe());
        return build;
    }

    private AdvertDialogs adverts() {
        if (adverts == null) {
            adverts = new AdvertDialogs(desk.advertising(vocabulary, words.locale()), desk.form(), form,
                    words,
                    dialogs, new SystemPrinter(words));
        }
        return adverts;
    }

    /** Keeps the place of a part that is still to come, in the order in which Tab goes through them too. */
    private static StackPane place(String style) {
        Region place = new Region();
        place.getStyleClass().add(style);
        return new StackPane(place);
    }

    /** Keeps where she is from now on, and goes to where she was; tells what the journal was like. */
    public void begin(Found found, Optional<Place> before) {
        lost(found);
        before.ifPresent(around().caret()::back);
        around().caret().keep();
    }

    @Override
    public void lost(Found found) {
        dialogs.found(found);
        if (found.kind() == Found.Kind.DAMAGED) {
            exchange.offerNewest();
        }
    }

    @Override
    public void leftOut(int count) {
        dialogs.say("found.title", "found.unreadable", count);
    }

    /** Puts the caret where typing begins. */
    public void ready() {
        form.jumpTo(CarField.LICENSE_PLATE);
    }

    @Override
    public void newCar() {
        desk.cars().newCar();
        ready();
    }

    @Override
    public void duplicate() {
        desk.cars().duplicate();
        ready();
    }

    @Override
    public void fromTemplate() {
        if (templates.begin()) {
            ready();
        }
    }

    @Override
    public void saveTemplate() {
        templates.save();
    }

    @Override
    public void showKeys() {
        papers.keys();
    }

    @Override
    public void correct() {
        desk.correction().begin();
        form.jumpTo(CarField.SALES_PRICE);
    }

    @Override
    public void leaveAsSent() {
        if (desk.correction().changes().isEmpty() || dialogs.confirmLeaving()) {
            desk.correction().leaveAsSent();
        }
    }

    @Override
    public void send() {
        around().sendKey().send();
    }

    @Override
    public void publish() {
        around().sendKey().publish();
    }

    @Override
    public void sendAgain() {
        around().sendKey().sendAgain();
    }

    @Override
    public void showAnswer(Answer answer) {
        papers.answer(answer);
    }

    @Override
    public void sendings() {
        papers.sendings(new SendingWords(words, desk.called(),
                desk.cars().inForm().current().get().attempts()));
    }

    @Override
    public void describe() {
        if (desk.cars().inForm().standing().get() == Standing.DRAFT) {
            adverts().describe();
        }
    }

    @Override
    public void preview() {
        adverts().preview();
    }

    @Override
    public void openSettings() {
        if (dialogs.settings()) {
            desk.settingsChanged();
            if (previews != null) {
                previews.look();
            }
        }
    }

    @Override
    public void writeSupportFile() {
        supportFile.run();
    }

    @Override
    public void openDashboard(Profile profile) {
        dashboard.accept(profile);
    }
}
