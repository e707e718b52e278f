package app.forecourt.ui;

import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.car.CarField;
import app.forecourt.car.Vocabulary;
import app.forecourt.journal.Found;
import app.forecourt.journal.Place;
import app.forecourt.journal.Standing;
import app.forecourt.profile.Profile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;

/** The window: what is done at each of its keys, buttons and menus, and the language its parts speak. */
public final class MainWindow
        implements
            WindowParts.Actions,
            Desk.Window {
    private final Desk desk;
    private final Words words;
    private final Dialogs dialogs;
    private final Papers papers;
    private final TemplateDialogs templates;
    private final Consumer<Profile> dashboard;
    private final Runnable supportFile;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final BorderPane root = new BorderPane();
    private final Vocabulary vocabulary;
    private final PlateLookUp lookUp;
    private final PhotoPreviews photos;
    private final Exchange exchange;
    private WindowParts parts;

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
        this.exchange = exchange;
        lookUp = desk.plateLookUp(vocabulary, words::locale);
        photos = desk.photoPreviews();
        desk.tell(this);
        root.getStyleClass().add("window");
        parts = fill();
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
        desk.cars().inForm().current().subscribe((before, now) -> parts.form().toTop());
    }

    private WindowParts fill() {
        words.listening().to(desk.profile(),
                profile -> title.set(words.get("window.title", words.loud(profile))));
        return new WindowParts(root, desk, exchange, words, vocabulary, dialogs, lookUp, photos, this);
    }

    /**
     * Goes on in another language: other views take the place of those that are there, and nothing else changes. What
     * is typed stays, the caret too.
     */
    public void speak(Locale language) {
        WindowParts.Around before = parts.around();
        Caret.Spot spot = before.caret().spot();
        words.speak(language);
        desk.form().recheck();
        parts = fill();
        rest().forEach(Runnable::run);
        WindowParts.Around now = parts.around();
        now.problems().show(before.problems().isAsked());
        // What a pane that scrolls holds is found in it once it has its skin.
        root.applyCss();
        root.layout();
        now.caret().stand(spot);
        now.caret().keep();
    }

    /** The window's title, which names the profile. */
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
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
        return parts.rest();
    }

    /** Keeps where she is from now on, and goes to where she was; tells what the journal was like. */
    public void begin(Found found, Optional<Place> before) {
        lost(found);
        before.ifPresent(parts.around().caret()::back);
        parts.around().caret().keep();
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
        parts.form().jumpTo(CarField.LICENSE_PLATE);
    }

    private void press(Shortcut key) {
        switch (key) {
            case NEW_CAR -> newCar();
            case DUPLICATE -> duplicate();
            case FROM_TEMPLATE -> fromTemplate();
            case SAVE_TEMPLATE -> saveTemplate();
            case FIND -> parts.around().stock().find();
            case SENDINGS -> sendings();
            case MENU -> parts.around().stock().openMenu();
            case PLATE -> ready();
            case DESCRIBE -> describe();
            case PREVIEW -> preview();
            case SEND -> send();
            case PUBLISH -> publish();
            case NEXT_PROBLEM -> toNextProblem();
            case OPTIONS -> parts.around().options().search();
            case PASTE_LIST -> parts.around().options().pasteList();
            case SETTINGS -> openSettings();
            case KEYS -> showKeys();
        }
    }

    @Override
    public void toNextProblem() {
        parts.around().caret().toNextProblem();
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
        parts.form().jumpTo(CarField.SALES_PRICE);
    }

    @Override
    public void leaveAsSent() {
        BooleanSupplier still = desk.form().visit();
        if (desk.correction().changes().isEmpty() || (dialogs.confirmLeaving() && still.getAsBoolean())) {
            desk.correction().leaveAsSent();
        }
    }

    @Override
    public void send() {
        parts.around().sendKey().send();
    }

    @Override
    public void publish() {
        // By the parts that are there when it goes, which may speak another language by then.
        desk.rehearsal().publish(this::send);
    }

    @Override
    public void sendAgain() {
        parts.around().sendKey().sendAgain();
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
            parts.adverts().describe();
        }
    }

    @Override
    public void preview() {
        parts.adverts().preview();
    }

    @Override
    public void openSettings() {
        if (dialogs.settings()) {
            desk.settingsChanged();
            photos.look();
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
