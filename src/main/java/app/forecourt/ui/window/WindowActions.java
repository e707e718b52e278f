package app.forecourt.ui.window;

import app.forecourt.car.CarField;
import app.forecourt.model.AppModel;
import app.forecourt.photo.prepare.PictureFormat;
import app.forecourt.settings.Profile;
import app.forecourt.stock.SendingStatus;
import app.forecourt.ui.dialog.ContentSheets;
import app.forecourt.ui.dialog.Sheet;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.photos.EnlargedPhoto;
import app.forecourt.ui.photos.PhotoPreviews;
import app.forecourt.ui.settings.SettingsTopic;
import app.forecourt.ui.stock.TemplateDialogs;
import app.forecourt.ui.words.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;

/** Actions of the window's accelerators, buttons and menus. */
final class WindowActions implements MainPanes.Actions {
    /** Name patterns of photo files. File choosers of Linux are case-sensitive. */
    private static final List<String> PHOTO_FILES = PictureFormat.FILE_TYPES.stream()
            .flatMap(type -> Stream.of("*." + type, "*." + type.toUpperCase(Locale.ROOT)))
            .toList();

    private final AppModel model;
    private final Messages messages;
    private final WindowDialogs dialogs;
    private final ContentSheets texts;
    private final CarHistoryOpener history;
    private final TemplateDialogs templates;
    private final PhotoPreviews photos;
    private final Consumer<Profile> dashboard;
    private final Runnable supportFile;
    private final Supplier<MainPanes> layout;
    private final Runnable palette;

    /**
     * Creates the actions of a window.
     *
     * @param dashboard action that opens a profile's dashboard in the browser
     * @param supportFile action that writes a support file
     * @param layout supplier of the current layout of the window
     * @param palette action that opens the command palette
     */
    WindowActions(
            WindowContext context,
            PhotoPreviews photos,
            Consumer<Profile> dashboard,
            Runnable supportFile,
            Supplier<MainPanes> layout,
            Runnable palette) {
        this.model = context.model();
        this.messages = context.messages();
        this.dialogs = context.dialogs();
        this.texts = new ContentSheets(dialogs, messages);
        this.history = new CarHistoryOpener(context, this::isCovered);
        this.templates = new TemplateDialogs(model.cars(), dialogs, messages);
        this.photos = photos;
        this.dashboard = dashboard;
        this.supportFile = supportFile;
        this.layout = layout;
        this.palette = palette;
    }

    @Override
    public void run(WindowShortcut shortcut) {
        switch (shortcut) {
            case NEW_CAR, FROM_TEMPLATE, FIND, NEXT_PART, PREVIOUS_PART, PALETTE, SETTINGS, KEYS -> runNow(shortcut);
            default -> {
                // The list shows another car than the form while the chosen one is being read, for a second at most.
                if (model.cars().chosen().beingRead().get().isEmpty()) {
                    runNow(shortcut);
                }
            }
        }
    }

    private void runNow(WindowShortcut shortcut) {
        MainPanes panes = layout.get();
        if (isCovered()) {
            // Behind a sheet the user could neither see nor undo what happens to the car.
            return;
        }
        switch (shortcut) {
            case NEW_CAR -> {
                model.cars().newCar();
                panes.focusFirstField();
            }
            case DUPLICATE -> {
                model.cars().duplicate();
                panes.focusFirstField();
            }
            case FROM_TEMPLATE -> {
                if (templates.newCarFromTemplate()) {
                    panes.focusFirstField();
                }
            }
            case SAVE_TEMPLATE -> templates.saveTemplate();
            case FIND -> panes.deferredPanes().stock().focusSearch();
            case SENDINGS -> history.showSubmissions();
            case MENU -> panes.deferredPanes().stock().openMenu();
            case PLATE -> panes.focusFirstField();
            case CHOOSE_PHOTOS -> choosePhotos();
            case DESCRIBE -> {
                // Before the cars are read, another one may take the place of the builder's car.
                if (model.cars().stock().filled().get()
                        && model.cars().current().status().get() == SendingStatus.DRAFT) {
                    panes.advertDialogs().buildDescription(model.cars().current());
                }
            }
            case PREVIEW -> panes.advertDialogs().showPreview();
            case SEND -> panes.deferredPanes().sendController().send();
            // Looks up the layout at the time of sending, because the language may change until then.
            case PUBLISH -> model.publishWorkflow().publish(() -> runNow(WindowShortcut.SEND));
            case NEXT_PROBLEM -> toProblem(false);
            case PREVIOUS_PROBLEM -> toProblem(true);
            case OPTIONS -> panes.deferredPanes().options().focusSearch();
            case PASTE_LIST -> panes.deferredPanes().options().pasteList();
            case NEXT_PART -> panes.focusPart(1);
            case PREVIOUS_PART -> panes.focusPart(-1);
            case PALETTE -> palette.run();
            case SETTINGS -> showSettings("");
            case KEYS -> texts.showKeys();
        }
    }

    private void choosePhotos() {
        if (!model.form().isReadOnly()) {
            Consumer<List<Path>> addition = model.photoLines().addition();
            List<Path> chosen =
                    dialogs.fileChoosers().chooseFilesToOpen("photo.choose.title", "photo.choose.kind", PHOTO_FILES);
            addition.accept(chosen);
            if (!chosen.isEmpty()) {
                // The user sees the photos arrive, and Down goes to them.
                layout.get().form().jumpTo(CarField.IMAGES);
            }
        } else {
            dialogs.toasts()
                    .show(messages.briefKey("locked."
                            + Messages.key(model.cars().current().status().get())));
        }
    }

    private void toProblem(boolean isBackward) {
        if (!model.form().problems().visible().isEmpty()) {
            layout.get().deferredPanes().navigator().stepToProblem(isBackward);
        } else if (!model.form().isReadOnly()
                && !model.photosWithRemarks().positions().get().isEmpty()) {
            layout.get().focusWeakPhoto();
        } else {
            dialogs.toasts().show("problems.none");
        }
    }

    /**
     * Shows the settings.
     *
     * @param section key of the section to begin with; empty for the first
     */
    void showSettings(String section) {
        if (dialogs.showSettings(section)) {
            model.settingsChanged();
            photos.updateFetching();
        }
    }

    /** Moves the focus to the splitter of the list, until the user has finished. */
    void focusSplitter() {
        layout.get().focusSplitter();
    }

    @Override
    public void showSettings(SettingsTopic section) {
        showSettings(Messages.key(section));
    }

    @Override
    public void startCorrection() {
        model.correctionWorkflow().start();
        layout.get().form().jumpTo(CarField.SALES_PRICE);
    }

    @Override
    public void leaveAsSent() {
        BooleanSupplier isSameCar = model.form().isSameCar();
        boolean isDiscarded = model.correctionWorkflow().changedFields().isEmpty()
                || dialogs.ask("leave.title", "leave.text", "leave.yes", "leave.no");
        if (isDiscarded && isSameCar.getAsBoolean()) {
            model.correctionWorkflow().cancel();
        } else {
            layout.get().deferredPanes().navigator().returnToForm();
        }
    }

    @Override
    public void sendAgain() {
        layout.get().deferredPanes().sendController().sendAgain();
    }

    @Override
    public void writeSupportFile() {
        supportFile.run();
    }

    @Override
    public void showTakeOff() {
        layout.get().deferredPanes().stock().showTakeOff();
    }

    @Override
    public void showHistory() {
        history.show(Optional.empty());
    }

    CarHistoryOpener history() {
        return history;
    }

    /** Returns whether a sheet is open, so that nothing may act on the car behind it. */
    boolean isCovered() {
        return Sheet.openOn(layout.get().form().getScene().getRoot()).isPresent();
    }

    @Override
    public void chooseFiles() {
        run(WindowShortcut.CHOOSE_PHOTOS);
    }

    @Override
    public void setUpWebSpace() {
        showSettings(SettingsTopic.PHOTOS);
    }

    @Override
    public void enlarge(EnlargedPhoto photo) {
        texts.showWide("photo.enlarged", photo, photo::leaveCovering);
    }

    @Override
    public void reveal(Node node) {
        layout.get().form().reveal(node);
    }

    @Override
    public void openDashboard(Profile profile) {
        dashboard.accept(profile);
    }
}
