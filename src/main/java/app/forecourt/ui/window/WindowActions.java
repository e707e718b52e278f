package app.forecourt.ui.window;

import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.car.CarField;
import app.forecourt.model.AppModel;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.dialog.TextDialogs;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.photos.PhotoPreviews;
import app.forecourt.ui.send.SendHistoryMessages;
import app.forecourt.ui.send.SubmissionDialogs;
import app.forecourt.ui.stock.TemplateDialogs;
import app.forecourt.ui.words.Messages;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Actions of the window's accelerators, buttons and menus. */
final class WindowActions implements MainLayout.Actions {
    private final AppModel model;
    private final Messages words;
    private final Dialogs dialogs;
    private final TextDialogs texts;
    private final SubmissionDialogs submissions;
    private final TemplateDialogs templates;
    private final PhotoPreviews photos;
    private final Consumer<Profile> dashboard;
    private final Runnable supportFile;
    private final Supplier<MainLayout> layout;

    /**
     * Creates the actions of a window.
     *
     * @param dashboard action that opens a profile's dashboard in the browser
     * @param supportFile action that writes a support file
     * @param layout supplier of the current layout of the window
     */
    WindowActions(AppModel model, Messages words, Dialogs dialogs, PhotoPreviews photos,
            Consumer<Profile> dashboard,
            Runnable supportFile, Supplier<MainLayout> layout) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        this.texts = new TextDialogs(dialogs, words);
        this.submissions = new SubmissionDialogs(dialogs, texts, words);
        this.templates = new TemplateDialogs(model.cars(), dialogs, words);
        this.photos = photos;
        this.dashboard = dashboard;
        this.supportFile = supportFile;
        this.layout = layout;
    }

    /** Runs the action of an accelerator. */
    void press(WindowShortcut key) {
        switch (key) {
            case NEW_CAR -> newCar();
            case DUPLICATE -> duplicate();
            case FROM_TEMPLATE -> fromTemplate();
            case SAVE_TEMPLATE -> saveTemplate();
            case FIND -> layout.get().sidePanes().stock().find();
            case SENDINGS -> sendings();
            case MENU -> layout.get().sidePanes().stock().openMenu();
            case PLATE -> layout.get().focusFirstField();
            case DESCRIBE -> describe();
            case PREVIEW -> preview();
            case SEND -> send();
            case PUBLISH -> publish();
            case NEXT_PROBLEM -> toNextProblem();
            case PREVIOUS_PROBLEM -> layout.get().sidePanes().caret().toPreviousProblem();
            case OPTIONS -> layout.get().sidePanes().options().search();
            case PASTE_LIST -> layout.get().sidePanes().options().pasteList();
            case SETTINGS -> openSettings();
            case KEYS -> showKeys();
        }
    }

    @Override
    public void toNextProblem() {
        layout.get().sidePanes().caret().toNextProblem();
    }

    @Override
    public void newCar() {
        model.cars().newCar();
        layout.get().focusFirstField();
    }

    @Override
    public void duplicate() {
        model.cars().duplicate();
        layout.get().focusFirstField();
    }

    @Override
    public void fromTemplate() {
        if (templates.begin()) {
            layout.get().focusFirstField();
        }
    }

    @Override
    public void saveTemplate() {
        templates.save();
    }

    @Override
    public void showKeys() {
        texts.showKeys();
    }

    @Override
    public void correct() {
        model.correction().begin();
        layout.get().form().jumpTo(CarField.SALES_PRICE);
    }

    @Override
    public void leaveAsSent() {
        BooleanSupplier isSameCar = model.form().isSameCar();
        if (model.correction().changes().isEmpty()
                || (dialogs.confirmLeaving() && isSameCar.getAsBoolean())) {
            model.correction().leaveAsSent();
        }
    }

    @Override
    public void send() {
        layout.get().sidePanes().sendKey().send();
    }

    @Override
    public void publish() {
        // Looks up the layout at the time of sending, because the language may change until then.
        model.publishing().publish(this::send);
    }

    @Override
    public void sendAgain() {
        layout.get().sidePanes().sendKey().sendAgain();
    }

    @Override
    public void showAnswer(Answer answer) {
        submissions.showAnswer(answer);
    }

    @Override
    public void sendings() {
        submissions.showHistory(new SendHistoryMessages(words, model.called(),
                model.cars().current().car().get().attempts()));
    }

    @Override
    public void describe() {
        if (model.cars().current().status().get() == ListingStatus.DRAFT) {
            layout.get().adverts().describe();
        }
    }

    @Override
    public void preview() {
        layout.get().adverts().preview();
    }

    @Override
    public void openSettings() {
        if (dialogs.settings()) {
            model.settingsChanged();
            photos.fetchVisible();
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
