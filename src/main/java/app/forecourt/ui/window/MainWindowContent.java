package app.forecourt.ui.window;

import app.forecourt.journal.JournalOpenState;
import app.forecourt.model.AppModel;
import app.forecourt.model.JournalProblemListener;
import app.forecourt.model.cars.PlateLookupModel;
import app.forecourt.settings.Profile;
import app.forecourt.stock.EditPosition;
import app.forecourt.ui.dialog.Sheet;
import app.forecourt.ui.dialog.TextMenu;
import app.forecourt.ui.keys.CommandPalette;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.photos.LocalPhotoReader;
import app.forecourt.ui.photos.PhotoPreviews;
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
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Content of the main window: layout in the selected language, title, accelerators and drag and drop. */
public final class MainWindowContent implements JournalProblemListener {
    private final WindowContext context;
    private final AppModel model;
    private final Messages messages;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final BorderPane root = new BorderPane();
    private final PlateLookupModel lookUp;
    private final PhotoPreviews photos;
    private final WindowActions actions;
    private final WindowDrop drop;
    private final PicturePaste paste;
    private MainPanes layout;
    private @Nullable CommandPalette palette;

    /**
     * Creates the content of the window.
     *
     * @param dashboard action that opens a profile's dashboard in the browser
     * @param supportFile action that writes a support file
     */
    public MainWindowContent(WindowContext context, Consumer<Profile> dashboard, Runnable supportFile) {
        this.context = context;
        this.model = context.model();
        this.messages = context.messages();
        lookUp = model.profileModel().createPlateLookup(model.cars().current(), messages::locale);
        photos = new PhotoPreviews(
                model.profile(),
                model.cars().current().car(),
                model.preferences(),
                model.profileModel()::photoFetch,
                new LocalPhotoReader(model.photos()::source, model.photos()::file),
                model.taskRunner());
        actions = new WindowActions(context, photos, dashboard, supportFile, () -> layout, this::openPalette);
        drop = new WindowDrop(model, context.importExport().importer(), () -> layout, actions::isCovered);
        paste = new PicturePaste(model, drop::showPhotos, this::isCovered);
        model.setListener(this);
        model.sharedStock().whenTextsReplaced(actions.history()::showReplaced);
        root.getStyleClass().add("window");
        layout = createLayout();
        // A filter, because text fields consume Esc and Tab.
        root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.TAB || key.getCode().isFunctionKey() || key.isShortcutDown()) {
                // The key may lead to a part that the first frame does not have.
                layout.addMissingParts();
            }
            if (key.getCode() == KeyCode.ESCAPE
                    && !isCovered()
                    && (model.sendWorkflow().undo() || lookUp.cancel())) {
                key.consume();
            }
        });
        model.profile().subscribe(profile -> {
            for (Profile otherProfile : Profile.values()) {
                root.getStyleClass().remove("profile-" + otherProfile.key());
            }
            root.getStyleClass().add("profile-" + profile.key());
        });
        model.cars().current().car().subscribe((_, _) -> layout.form().scrollToTop());
    }

    private MainPanes createLayout() {
        messages.listenerScope()
                .listen(
                        model.profile(),
                        profile -> title.set(messages.get("window.title", messages.upperCaseName(profile))));
        return new MainPanes(root, context, lookUp, photos, actions);
    }

    /** Opens the command palette. It is created on the first call. */
    private void openPalette() {
        if (palette == null) {
            palette = new CommandPalette(
                    root, messages, new PaletteCommands(context, actions)::all, context.confirmations()::pause);
        }
        palette.open();
    }

    /**
     * Switches to another language. New views replace the current ones. The typed text, the focus and the caret stay.
     */
    public void switchLanguage(Locale language) {
        DeferredPanes oldPanes = layout.deferredPanes();
        FieldNavigator.Spot spot = oldPanes.navigator().currentSpot();
        messages.setLocale(language);
        model.form().recheck();
        layout = createLayout();
        // Creates the skins too, because a lookup finds the content of a scroll pane only after that.
        layout.addMissingParts();
        DeferredPanes newPanes = layout.deferredPanes();
        newPanes.problems().setRequested(oldPanes.problems().isRequested());
        newPanes.navigator().restoreSpot(spot);
    }

    /** Returns the window's title, which names the profile. */
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** Creates the scene with its accelerators and with drag and drop. */
    public Scene createScene() {
        Scene scene = new Scene(root);
        TextMenu.install(root, messages);
        drop.install(scene);
        WheelScroll.install(scene);
        paste.install(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> model.sharedStock().onUse());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> model.sharedStock().onUse());
        scene.windowProperty()
                .flatMap(Window::focusedProperty)
                .subscribe(_ -> model.sharedStock().onUse());
        for (WindowShortcut key : WindowShortcut.values()) {
            scene.getAccelerators().put(key.combination(), () -> actions.run(key));
        }
        return scene;
    }

    WindowDrop drop() {
        return drop;
    }

    /** Returns whether the command palette or a sheet is in front, so that keys are not for the car behind it. */
    private boolean isCovered() {
        return (palette != null && palette.isOpen()) || actions.isCovered();
    }

    /**
     * Closes an open sheet, because the window is about to close.
     *
     * @return false if the user wants to go on with the sheet
     */
    public boolean closeSheet() {
        return Sheet.closeOn(root);
    }

    /**
     * Returns the tasks that create the parts missing in the first frame, one part each. Run them in this order after
     * the first frame.
     */
    public List<Runnable> deferredParts() {
        return layout.deferredParts();
    }

    /** Reports the state of the journal. Restores the last edit position, unless the user has moved the focus. */
    public void onJournalLoaded(JournalOpenState state, Optional<EditPosition> position) {
        onJournalReopened(state);
        position.filter(_ -> root.getScene().getFocusOwner() == layout.form().plateControl())
                .ifPresent(layout.deferredPanes().navigator()::restorePosition);
    }

    @Override
    public void onJournalReopened(JournalOpenState state) {
        context.dialogs().showJournalState(state);
    }

    @Override
    public void onRowsLeftOut(int count) {
        context.dialogs().showMessage("found.title", "found.unreadable", count);
    }

    /** Shows the adverts to take off AutoChat. */
    public void showTakeOff() {
        actions.showTakeOff();
    }

    /** Moves the focus to the first field. */
    public void focusFirstField() {
        layout.focusFirstField();
    }
}
