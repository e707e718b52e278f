package app.forecourt.ui.window;

import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.journal.JournalState;
import app.forecourt.model.AppModel;
import app.forecourt.model.cars.PlateLookupModel;
import app.forecourt.settings.Profile;
import app.forecourt.stock.EditPosition;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.dialog.TextMenu;
import app.forecourt.ui.keys.ConfirmationPolicy;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.photos.PhotoPreviews;
import app.forecourt.ui.transfer.ImportExportActions;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;

/** The window: its parts in the language that is spoken, its title, its keys, and what is dropped onto it. */
public final class MainWindow implements AppModel.Window {
    private final AppModel desk;
    private final Messages words;
    private final Dialogs dialogs;
    private final ConfirmationPolicy confirmations;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final BorderPane root = new BorderPane();
    private final Vocabulary vocabulary;
    private final PlateLookupModel lookUp;
    private final PhotoPreviews photos;
    private final ImportExportActions exchange;
    private final WindowActions commands;
    private MainLayout parts;

    /**
     * The window of a desk.
     *
     * @param confirmations is told when something new is asked
     * @param dashboard opens an environment's dashboard in the browser
     * @param supportFile has a support file written
     */
    public MainWindow(AppModel desk, ImportExportActions exchange, Messages words, Vocabulary vocabulary,
            Dialogs dialogs,
            ConfirmationPolicy confirmations, Consumer<Profile> dashboard, Runnable supportFile) {
        this.desk = desk;
        this.confirmations = confirmations;
        this.words = words;
        this.dialogs = dialogs;
        this.vocabulary = vocabulary;
        this.exchange = exchange;
        lookUp = desk.plateLookUp(vocabulary, words::locale);
        photos = new PhotoPreviews(desk.profile(), desk.cars().current().car(), desk.preferences(),
                desk::photo,
                desk.background());
        commands = new WindowActions(desk, words, dialogs, photos, dashboard, supportFile, () -> parts);
        desk.setListener(this);
        root.getStyleClass().add("window");
        parts = fill();
        // Before a text field sees it, which would keep it to itself.
        root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && (desk.sending().undo() || lookUp.stop())) {
                key.consume();
            }
        });
        desk.profile().subscribe(profile -> {
            for (Profile any : Profile.values()) {
                root.getStyleClass().remove("profile-" + any.key());
            }
            root.getStyleClass().add("profile-" + profile.key());
        });
        desk.cars().current().car().subscribe((before, now) -> parts.form().toTop());
    }

    private MainLayout fill() {
        words.listenerScope().to(desk.profile(),
                profile -> title.set(words.get("window.title", words.upperCaseName(profile))));
        return new MainLayout(root, desk, exchange, words, vocabulary, dialogs, confirmations, lookUp,
                photos, commands);
    }

    /**
     * Goes on in another language: other views take the place of those that are there, and nothing else changes. What
     * is typed stays, the caret too.
     */
    public void speak(Locale language) {
        MainLayout.Around before = parts.sidePanes();
        FocusNavigator.Spot spot = before.caret().spot();
        words.speak(language);
        desk.form().recheck();
        parts = fill();
        deferredParts().forEach(Runnable::run);
        MainLayout.Around now = parts.sidePanes();
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
        TextMenu.install(root, words);
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
        for (WindowShortcut key : WindowShortcut.values()) {
            scene.getAccelerators().put(key.combination(), () -> commands.press(key));
        }
        return scene;
    }

    /** What makes the parts that are not seen at first, a part a step. For after the first frame, in this order. */
    public List<Runnable> deferredParts() {
        return parts.deferredParts();
    }

    /** Keeps where she is from now on, and goes to where she was; tells what the journal was like. */
    public void begin(JournalState found, Optional<EditPosition> before) {
        lost(found);
        before.ifPresent(parts.sidePanes().caret()::back);
        parts.sidePanes().caret().keep();
    }

    @Override
    public void lost(JournalState found) {
        dialogs.found(found);
        if (found.kind() == JournalState.Kind.DAMAGED) {
            exchange.offerNewest(found.salvage().isPresent());
        }
    }

    @Override
    public void leftOut(int count) {
        dialogs.say("found.title", "found.unreadable", count);
    }

    /** Puts the caret where typing begins. */
    public void focusFirstField() {
        parts.focusFirstField();
    }
}
