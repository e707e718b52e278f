package app.forecourt.ui;

import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.car.CarField;
import app.forecourt.car.Vocabulary;
import app.forecourt.journal.Found;
import app.forecourt.journal.Place;
import app.forecourt.journal.Standing;
import app.forecourt.profile.Profile;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

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
    private final Consumer<Profile> dashboard;
    private final Runnable supportFile;
    private final BorderPane root = new BorderPane();
    private final FormPane form;
    private final OptionsPane options;
    private final Caret caret;
    private final StockPane stock;
    private final Exchange exchange;
    private final SendKey sendKey;

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
        this.dashboard = dashboard;
        this.supportFile = supportFile;
        ObservableValue<Boolean> locked = desk.cars().inForm().standing()
                .map(standing -> standing != Standing.DRAFT);
        form = new FormPane(desk.form(), words, vocabulary, locked);
        options = new OptionsPane(desk, words, dialogs, this::openSettings);
        caret = new Caret(desk, form, options);
        ProblemSummary problems = new ProblemSummary(desk, words, caret::jumpTo);
        OutcomeBanner outcome = new OutcomeBanner(desk, words, this);
        sendKey = new SendKey(desk, words, dialogs, problems, outcome);
        this.exchange = exchange;
        stock = new StockPane(desk.cars(), words, new StockMenu(desk, words, exchange, this), this::newCar);
        desk.tell(this);

        VBox middle = new VBox(outcome, problems, form);
        VBox.setVgrow(form, Priority.ALWAYS);
        root.getStyleClass().add("window");
        root.setTop(new EnvironmentBand(desk, words, this::openSettings));
        root.setLeft(stock);
        root.setCenter(middle);
        root.setRight(options);
        root.setBottom(new SendBar(desk, words, this::send, caret::toNextProblem));

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
        var keys = scene.getAccelerators();
        keys.put(shortcut(KeyCode.ENTER), this::send);
        keys.put(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN), this::publish);
        keys.put(shortcut(KeyCode.N), this::newCar);
        keys.put(shortcut(KeyCode.L), this::ready);
        keys.put(shortcut(KeyCode.K), options::search);
        keys.put(new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN), options::pasteList);
        keys.put(shortcut(KeyCode.D), this::duplicate);
        keys.put(shortcut(KeyCode.F), stock::find);
        keys.put(shortcut(KeyCode.J), this::sendings);
        keys.put(shortcut(KeyCode.COMMA), this::openSettings);
        keys.put(new KeyCodeCombination(KeyCode.F8), caret::toNextProblem);
        return scene;
    }

    /** Keeps where she is from now on, and goes to where she was; tells what the journal was like. */
    public void begin(Found found, Optional<Place> before) {
        lost(found);
        before.ifPresent(caret::back);
        caret.keep();
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

    private static KeyCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    /** Puts the caret where typing begins. */
    public void ready() {
        caret.jumpTo(CarField.LICENSE_PLATE);
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
    public void correct() {
        desk.correction().begin();
        caret.jumpTo(CarField.SALES_PRICE);
    }

    @Override
    public void leaveAsSent() {
        if (desk.correction().changes().isEmpty() || dialogs.confirmLeaving()) {
            desk.correction().leaveAsSent();
        }
    }

    @Override
    public void send() {
        sendKey.send();
    }

    @Override
    public void publish() {
        sendKey.publish();
    }

    @Override
    public void sendAgain() {
        sendKey.sendAgain();
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
    public void openSettings() {
        if (dialogs.settings()) {
            desk.settingsChanged();
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
