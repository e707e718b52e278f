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

/** Content of the main window: layout in the selected language, title, accelerators and drag and drop. */
public final class MainWindow implements AppModel.Window {
    private final AppModel model;
    private final Messages words;
    private final Dialogs dialogs;
    private final ConfirmationPolicy confirmations;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final BorderPane root = new BorderPane();
    private final Vocabulary vocabulary;
    private final PlateLookupModel lookUp;
    private final PhotoPreviews photos;
    private final ImportExportActions importExport;
    private final WindowActions actions;
    private MainLayout layout;

    /**
     * Creates the content of the window.
     *
     * @param confirmations policy to pause when a new question is shown
     * @param dashboard action that opens a profile's dashboard in the browser
     * @param supportFile action that writes a support file
     */
    public MainWindow(AppModel model, ImportExportActions importExport, Messages words, Vocabulary vocabulary,
            Dialogs dialogs,
            ConfirmationPolicy confirmations, Consumer<Profile> dashboard, Runnable supportFile) {
        this.model = model;
        this.confirmations = confirmations;
        this.words = words;
        this.dialogs = dialogs;
        this.vocabulary = vocabulary;
        this.importExport = importExport;
        lookUp = model.plateLookUp(vocabulary, words::locale);
        photos = new PhotoPreviews(model.profile(), model.cars().current().car(), model.preferences(),
                model::photo,
                model.background());
        actions = new WindowActions(model, words, dialogs, photos, dashboard, supportFile, () -> layout);
        model.setListener(this);
        root.getStyleClass().add("window");
        layout = createLayout();
        // A filter, because text fields consume Esc.
        root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && (model.sending().undo() || lookUp.stop())) {
                key.consume();
            }
        });
        model.profile().subscribe(profile -> {
            for (Profile otherProfile : Profile.values()) {
                root.getStyleClass().remove("profile-" + otherProfile.key());
            }
            root.getStyleClass().add("profile-" + profile.key());
        });
        model.cars().current().car().subscribe((_, _) -> layout.form().toTop());
    }

    private MainLayout createLayout() {
        words.listenerScope().to(model.profile(),
                profile -> title.set(words.get("window.title", words.upperCaseName(profile))));
        return new MainLayout(root, model, importExport, words, vocabulary, dialogs, confirmations, lookUp,
                photos, actions);
    }

    /**
     * Switches to another language. New views replace the current ones. The typed text, the focus and the caret stay.
     */
    public void speak(Locale language) {
        MainLayout.Around oldPanes = layout.sidePanes();
        FocusNavigator.Spot spot = oldPanes.caret().spot();
        words.speak(language);
        model.form().recheck();
        layout = createLayout();
        deferredParts().forEach(Runnable::run);
        MainLayout.Around newPanes = layout.sidePanes();
        newPanes.problems().show(oldPanes.problems().isAsked());
        // Creates the skins, because a lookup finds the content of a scroll pane only after that.
        root.applyCss();
        root.layout();
        newPanes.caret().stand(spot);
        newPanes.caret().keep();
    }

    /** Returns the window's title, which names the profile. */
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** Creates the scene with its accelerators and with drag and drop. */
    public Scene scene() {
        Scene scene = new Scene(root);
        TextMenu.install(root, words);
        scene.setOnDragOver(drag -> {
            if (drag.getGestureSource() == null && importExport.arrivals().takes(drag.getDragboard())) {
                // COPY, so that the source keeps the dropped file.
                drag.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.setOnDragDropped(drag -> {
            importExport.arrivals().drop(drag.getDragboard());
            drag.setDropCompleted(true);
        });
        for (WindowShortcut key : WindowShortcut.values()) {
            scene.getAccelerators().put(key.combination(), () -> actions.press(key));
        }
        return scene;
    }

    /**
     * Returns the tasks that create the parts missing in the first frame, one part each. Run them in this order after
     * the first frame.
     */
    public List<Runnable> deferredParts() {
        return layout.deferredParts();
    }

    /** Reports the state of the journal and restores the last edit position. Records the edit position from then on. */
    public void begin(JournalState found, Optional<EditPosition> position) {
        lost(found);
        position.ifPresent(layout.sidePanes().caret()::back);
        layout.sidePanes().caret().keep();
    }

    @Override
    public void lost(JournalState found) {
        dialogs.found(found);
        if (found.kind() == JournalState.Kind.DAMAGED) {
            importExport.offerNewest(found.salvage().isPresent());
        }
    }

    @Override
    public void leftOut(int count) {
        dialogs.say("found.title", "found.unreadable", count);
    }

    /** Moves the focus to the first field. */
    public void focusFirstField() {
        layout.focusFirstField();
    }
}
