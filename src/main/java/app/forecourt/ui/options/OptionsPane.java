package app.forecourt.ui.options;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.AppModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.option.AvailableOptions;
import app.forecourt.option.CarOption;
import app.forecourt.option.paste.OptionCatalogue;
import app.forecourt.text.Language;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.fx.FrameByFrameListPane;
import app.forecourt.ui.fx.SearchField;
import app.forecourt.ui.fx.TextLengthLimit;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.OptionTranslator;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The options of the car: the chosen ones as chips, and the option list of the profile with a search field. Typing
 * filters the list and Enter adds the highlighted option. Down moves the focus into the list. There Space adds or
 * removes an option. An equipment list pasted into the search field is read as a list.
 */
public final class OptionsPane extends VBox {
    /** The style class that sets the width of the pane. */
    public static final String STYLE = "options-pane";
    /** Characters of the search text; no option has a longer name. */
    private static final int LONGEST_SEARCH = 100;

    private final CarFormModel form;
    private final Messages messages;
    private final TaskRunner taskRunner;
    private final ObservableValue<Boolean> locked;
    private final PasteOptionsDialog pasteDialog;
    private final OptionListView list;
    /** Place of the list below the search. */
    private final StackPane listArea = new StackPane();

    private final SearchField search = new SearchField() {
        @Override
        public void paste() {
            if (!pasteList(ClipboardText.text())) {
                super.paste();
            }
        }
    };
    private final ChosenChipsPane chips;
    private final OptionFeedbackLine feedback;

    /**
     * Creates the pane.
     *
     * @param locked true while the car is read-only
     */
    public OptionsPane(
            AppModel model,
            Messages messages,
            WindowDialogs dialogs,
            ObservableValue<Boolean> locked,
            Runnable openSettings) {
        this.form = model.form();
        this.taskRunner = model.taskRunner();
        this.messages = messages;
        this.locked = locked;
        this.pasteDialog = new PasteOptionsDialog(dialogs, messages, taskRunner, form);
        this.list = new OptionListView(model);
        this.feedback = new OptionFeedbackLine(model, messages);
        this.chips = new ChosenChipsPane(form, messages, locked, search, list, this::toggle);
        getStyleClass().add(STYLE);

        search.setId("optionSearch");
        search.setPromptText(messages.get("options.search"));
        AccessibleName.set(search, messages.get("options.search"));
        // Limited, because JavaFX would lay out a pasted page as a whole.
        TextLengthLimit.install(
                search,
                LONGEST_SEARCH,
                search::getText,
                length -> feedback.show(messages.get("problem.too_much_pasted", length, LONGEST_SEARCH)));
        search.textProperty().subscribe(this::find);

        list.setId("options");
        list.setAccessibleText(messages.get("section.equipment"));
        list.setCellFactory(_ -> new OptionCell(list, messages, locked, this::click));
        Label none = new Label(messages.get("options.none.chosen"));
        none.visibleProperty().bind(list.onlyChosen());
        list.setPlaceholder(none);
        search.receiveLettersFrom(list);
        new OptionKeys(
                search, list, this::addHighlighted, () -> list.highlighted().ifPresent(this::toggle));
        VBox.setVgrow(listArea, Priority.ALWAYS);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> chips.hold(true));
        list.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> chips.hold(false));
        addEventFilter(KeyEvent.KEY_PRESSED, _ -> chips.hold(false));

        // Directly above the list the empty line of the feedback does not look like a gap. The problems are above the
        // chips, because Tab from the search goes to a correction first.
        getChildren()
                .addAll(
                        head(),
                        search,
                        new OptionProblemsPane(form, messages, locked, list),
                        chips,
                        new OptionListErrorPane(model, messages, openSettings),
                        feedback,
                        listArea,
                        new OptionListFooter(model, messages, locked, this::pasteList));

        messages.listenerScope().listen(form.options(), _ -> {
            list.onChosenChanged();
            showOnlyChosenOfLocked();
            // The line may name an option that is no longer chosen.
            showResult();
        });
        // Observes only the options, so that new names from another profile do not rebuild the list.
        messages.listenerScope().listen(form.knownOptions().map(OptionsPane::listed), this::loadRows);
        messages.listenerScope().listen(form.knownOptions(), (_, _) -> list.onNamesChanged());
        list.onChosenChanged();
        messages.listenerScope().listen(locked, _ -> showOnlyChosenOfLocked());
        messages.listenerScope().listen(model.cars().current().car(), _ -> reset());
        messages.listenerScope().listen(model.cars().current().shownSubmission(), _ -> search.clear());
    }

    /** Adds the list. A step of its own, because pane and list together take longer than a frame may last. */
    public void addList() {
        listArea.getChildren().setAll(new FrameByFrameListPane(list));
    }

    /** Returns the title and the number of chosen options, which filters the list. */
    private HBox head() {
        Label title = new Label(messages.get("section.equipment"));
        title.getStyleClass().add("card-title");
        HBox head = new HBox(title, new ChosenCountButton(list, messages));
        head.getStyleClass().add("pane-head");
        return head;
    }

    /** Focuses the search field and selects its text. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    public String searchText() {
        return search.getText();
    }

    /** Restores an earlier search text. */
    public void setSearchText(String sought) {
        search.setText(sought);
    }

    /** Reads the clipboard as an equipment list and opens the dialog with the result. */
    public void pasteList() {
        if (!locked.getValue()) {
            open(ClipboardText.text());
        }
    }

    private boolean pasteList(String text) {
        boolean isList = OptionCatalogue.isList(text) && !locked.getValue();
        if (isList) {
            open(text);
        }
        return isList;
    }

    private void open(String text) {
        list.rows()
                .catalogue()
                .ifPresentOrElse(
                        catalogue -> {
                            List<String> added = pasteDialog.show(catalogue, text);
                            if (!added.isEmpty()) {
                                search.clear();
                                list.reveal(added);
                                feedback.show(messages.get("options.pasted", added.size()));
                            }
                        },
                        () -> feedback.show(messages.get("options.paste.nolist")));
    }

    private static Optional<List<CarOption>> listed(Optional<AvailableOptions> known) {
        return known.map(AvailableOptions::options);
    }

    /** Prepares a new list in the background, because this reads files and sorts up to 2,000 names. */
    private void loadRows(Optional<List<CarOption>> listed) {
        listed.ifPresentOrElse(
                options -> taskRunner.run(
                        () -> new OptionRows(
                                Optional.of(new OptionCatalogue(options)),
                                OptionTranslator.of(Language.of(messages.locale()), options)),
                        rows -> {
                            if (listed(form.knownOptions().get()).equals(listed)) {
                                messages.setOptionTranslator(rows.translator());
                                list.setRows(rows);
                                showResult();
                            }
                        }),
                () -> list.setRows(OptionRows.EMPTY));
    }

    /** Shows the whole list for another car in the form. */
    private void reset() {
        search.clear();
        showOnlyChosenOfLocked();
        list.rebuild();
        feedback.show("");
    }

    /** Shows only the chosen options of a read-only car, because nothing else can be done with the others. */
    private void showOnlyChosenOfLocked() {
        list.onlyChosen().set(locked.getValue());
    }

    private void find(String text) {
        list.find(text);
        showResult();
    }

    private void showResult() {
        feedback.show(
                list.isSearch()
                                && list.getItems().isEmpty()
                                && list.rows().catalogue().isPresent()
                        ? messages.get("options.none", search.getText().strip())
                        : "");
    }

    /**
     * Adds the highlighted option. For an option that the car already has, the feedback says so. The next press then
     * removes it, so that a second Enter by mistake removes nothing.
     */
    private void addHighlighted() {
        if (locked.getValue() && feedback.acceptCorrection()) {
            return;
        }
        list.highlighted().ifPresent(option -> {
            String already = messages.get("options.already", messages.name(option));
            if (!locked.getValue()
                    && list.chosen().get().contains(option.name())
                    && !feedback.text().equals(already)) {
                feedback.show(already);
            } else {
                toggle(option);
            }
        });
    }

    private void click(CarOption option) {
        if (locked.getValue()) {
            feedback.showLocked();
        } else {
            form.toggleOption(option.name());
        }
    }

    private void toggle(CarOption option) {
        if (locked.getValue()) {
            feedback.showLocked();
            return;
        }
        form.toggleOption(option.name());
        feedback.show(messages.get(
                list.chosen().get().contains(option.name()) ? "options.taken" : "options.dropped",
                messages.name(option)));
    }
}
