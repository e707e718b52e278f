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

/** What is done at each key, button and menu of the window. */
final class WindowActions implements MainLayout.Actions {
    private final AppModel desk;
    private final Messages words;
    private final Dialogs dialogs;
    private final TextDialogs texts;
    private final SubmissionDialogs submissions;
    private final TemplateDialogs templates;
    private final PhotoPreviews photos;
    private final Consumer<Profile> dashboard;
    private final Runnable supportFile;
    private final Supplier<MainLayout> parts;

    /**
     * The commands of a window.
     *
     * @param dashboard opens an environment's dashboard in the browser
     * @param supportFile has a support file written
     * @param parts those that the window has now
     */
    WindowActions(AppModel desk, Messages words, Dialogs dialogs, PhotoPreviews photos,
            Consumer<Profile> dashboard,
            Runnable supportFile, Supplier<MainLayout> parts) {
        this.desk = desk;
        this.words = words;
        this.dialogs = dialogs;
        this.texts = new TextDialogs(dialogs, words);
        this.submissions = new SubmissionDialogs(dialogs, texts, words);
        this.templates = new TemplateDialogs(desk.cars(), dialogs, words);
        this.photos = photos;
        this.dashboard = dashboard;
        this.supportFile = supportFile;
        this.parts = parts;
    }

    /** A key was pressed. */
    void press(WindowShortcut key) {
        switch (key) {
            case NEW_CAR -> newCar();
            case DUPLICATE -> duplicate();
            case FROM_TEMPLATE -> fromTemplate();
            case SAVE_TEMPLATE -> saveTemplate();
            case FIND -> parts.get().sidePanes().stock().find();
            case SENDINGS -> sendings();
            case MENU -> parts.get().sidePanes().stock().openMenu();
            case PLATE -> parts.get().focusFirstField();
            case DESCRIBE -> describe();
            case PREVIEW -> preview();
            case SEND -> send();
            case PUBLISH -> publish();
            case NEXT_PROBLEM -> toNextProblem();
            case PREVIOUS_PROBLEM -> parts.get().sidePanes().caret().toPreviousProblem();
            case OPTIONS -> parts.get().sidePanes().options().search();
            case PASTE_LIST -> parts.get().sidePanes().options().pasteList();
            case SETTINGS -> openSettings();
            case KEYS -> showKeys();
        }
    }

    @Override
    public void toNextProblem() {
        parts.get().sidePanes().caret().toNextProblem();
    }

    @Override
    public void newCar() {
        desk.cars().newCar();
        parts.get().focusFirstField();
    }

    @Override
    public void duplicate() {
        desk.cars().duplicate();
        parts.get().focusFirstField();
    }

    @Override
    public void fromTemplate() {
        if (templates.begin()) {
            parts.get().focusFirstField();
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
        desk.correction().begin();
        parts.get().form().jumpTo(CarField.SALES_PRICE);
    }

    @Override
    public void leaveAsSent() {
        BooleanSupplier still = desk.form().isSameCar();
        if (desk.correction().changes().isEmpty() || (dialogs.confirmLeaving() && still.getAsBoolean())) {
            desk.correction().leaveAsSent();
        }
    }

    @Override
    public void send() {
        parts.get().sidePanes().sendKey().send();
    }

    @Override
    public void publish() {
        // By the parts that are there when it goes, which may speak another language by then.
        desk.publishing().publish(this::send);
    }

    @Override
    public void sendAgain() {
        parts.get().sidePanes().sendKey().sendAgain();
    }

    @Override
    public void showAnswer(Answer answer) {
        submissions.showAnswer(answer);
    }

    @Override
    public void sendings() {
        submissions.showHistory(new SendHistoryMessages(words, desk.called(),
                desk.cars().current().car().get().attempts()));
    }

    @Override
    public void describe() {
        if (desk.cars().current().status().get() == ListingStatus.DRAFT) {
            parts.get().adverts().describe();
        }
    }

    @Override
    public void preview() {
        parts.get().adverts().preview();
    }

    @Override
    public void openSettings() {
        if (dialogs.settings()) {
            desk.settingsChanged();
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
