package app.forecourt.ui.options;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.AppModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.options.OptionNameIndex;
import app.forecourt.option.CarOption;
import app.forecourt.option.KnownOptions;
import app.forecourt.option.paste.OptionCatalogue;
import app.forecourt.settings.Profile;
import app.forecourt.text.Language;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.PasteLimit;
import app.forecourt.ui.fx.SearchField;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.OptionTranslator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The option list of the profile in groups, with a search field. Typing filters the list and Enter adds the
 * highlighted option. Down moves the focus into the list. There Space adds or removes an option. An equipment list
 * pasted into the search field is read as a list.
 */
public final class OptionsPane extends VBox {
    /** The style class that sets the width of the pane. */
    public static final String STYLE = "options-pane";
    /** Characters of the search text; no option has a longer name. */
    private static final int LONGEST_SEARCH = 100;

    private final CarFormModel form;
    private final Messages messages;
    private final TaskRunner taskRunner;
    private final OptionNameIndex names;
    private final ObservableValue<Profile> profile;
    private final ObservableValue<Boolean> locked;
    private final PasteOptionsDialog pasteDialog;
    private final ListView<OptionRows.Row> list = new ListView<>();
    private final SearchField search = new SearchField() {
        @Override
        public void paste() {
            if (!pasteList(ClipboardText.text())) {
                super.paste();
            }
        }
    };
    private final Label count = new Label();
    private final Label feedback = LiveRegion.label("optionSaid", "note");
    private final ReadOnlyObjectWrapper<Set<String>> chosen = new ReadOnlyObjectWrapper<>(Set.of());
    private Set<String> strangers = Set.of();
    private OptionRows rows = OptionRows.EMPTY;

    /** An option list prepared for display and search. */
    private record Ready(OptionRows rows, OptionTranslator naming) {
        static Ready of(List<CarOption> options, OptionTranslator translator) {
            return new Ready(new OptionRows(Optional.of(new OptionCatalogue(options)), translator),
                    translator);
        }
    }

    /**
     * Creates the pane.
     *
     * @param locked true while the car is read-only
     */
    public OptionsPane(AppModel model, Messages messages, Dialogs dialogs, ObservableValue<Boolean> locked,
            Runnable openSettings) {
        this.form = model.form();
        this.taskRunner = model.taskRunner();
        this.names = model.options().names();
        this.profile = model.profile();
        this.messages = messages;
        this.locked = locked;
        this.pasteDialog = new PasteOptionsDialog(dialogs, messages, taskRunner, form);
        getStyleClass().add(STYLE);

        Label title = new Label(messages.get("section.equipment"));
        title.getStyleClass().add("card-title");
        count.getStyleClass().add("chip");
        count.setId("optionCount");
        LiveRegion.announceChanges(count);
        HBox head = new HBox(title, count);
        head.getStyleClass().add("pane-head");

        search.setId("optionSearch");
        search.setPromptText(messages.get("options.search"));
        AccessibleName.set(search, messages.get("options.search"));
        // Limited, because JavaFX would lay out a pasted page as a whole.
        PasteLimit.install(search, LONGEST_SEARCH, search::getText,
                length -> feedback.setText(messages.get("problem.too_much_pasted", length, LONGEST_SEARCH)));
        search.textProperty().subscribe(this::find);

        list.setId("options");
        list.setAccessibleText(messages.get("section.equipment"));
        list.setCellFactory(view -> new OptionCell(view, messages, chosen, locked, row -> {
            form.toggleOption(row.option().name());
            list.getSelectionModel().select(row);
        }));
        new OptionKeys(search, list, this::addHighlighted, this::toggleHighlighted);
        VBox.setVgrow(list, Priority.ALWAYS);

        // The feedback line above the list keeps its space when it is empty, so that the list does not move. Directly
        // above the list the empty line does not look like a gap.
        getChildren().addAll(head, search, new OptionProblemsPane(form, messages, locked, list),
                new OptionListErrorPane(model, messages, openSettings), feedback, list,
                new OptionListFooter(model, messages, locked, this::pasteList));

        messages.listenerScope().listen(form.options(), _ -> chosenChanged());
        // Observes only the options, so that new names from another profile do not rebuild the list.
        messages.listenerScope().listen(form.knownOptions().map(OptionsPane::listed), this::loadRows);
        messages.listenerScope().listen(names.byApiName(), (_, _) -> {
            if (!strangers.isEmpty()) {
                refreshRows();
            }
        });
        messages.listenerScope().listen(model.cars().current().car(), _ -> reset());
        messages.listenerScope().listen(model.cars().current().shownSubmission(), _ -> search.clear());
        chosenChanged();
    }

    /** Focuses the search field and selects its text. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Returns the search text. */
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
        rows.catalogue().ifPresentOrElse(catalogue -> {
            int added = pasteDialog.show(catalogue, text);
            if (added > 0) {
                refreshRows();
                feedback.setText(messages.get("options.pasted", added));
            }
        }, () -> feedback.setText(messages.get("options.paste.nolist")));
    }

    private static Optional<List<CarOption>> listed(Optional<KnownOptions> known) {
        return known.map(KnownOptions::options);
    }

    /** Prepares a new list in the background, because this reads files and sorts up to 2,000 names. */
    private void loadRows(Optional<List<CarOption>> listed) {
        listed.ifPresentOrElse(options -> taskRunner.run(() -> Ready.of(options,
                OptionTranslator.of(Language.of(messages.locale()))), ready -> {
                    if (listed(form.knownOptions().get()).equals(listed)) {
                        messages.setOptionTranslator(ready.naming());
                        setRows(ready.rows());
                    }
                }), () -> setRows(OptionRows.EMPTY));
    }

    private void setRows(OptionRows newRows) {
        rows = newRows;
        strangers = strangers();
        refreshRows();
    }

    /** Clears the search for another car in the form. */
    private void reset() {
        search.clear();
        refreshRows();
    }

    private void refreshRows() {
        find(search.getText());
    }

    private Set<String> strangers() {
        Optional<KnownOptions> known = form.knownOptions().get();
        return form.options().stream().filter(name -> known.filter(list -> list.contains(name)).isEmpty())
                .collect(Collectors.toSet());
    }

    private void chosenChanged() {
        chosen.set(Set.copyOf(form.options()));
        count.setText(messages.get("options.chosen", form.options().size()));
        Set<String> newStrangers = strangers();
        if (newStrangers.equals(strangers)) {
            OptionRows.updateCounts(list.getItems(), chosen.get());
        } else {
            strangers = newStrangers;
            refreshRows();
        }
    }

    private void find(String text) {
        List<CarOption> missing = strangers.stream()
                .map(name -> new CarOption(name, names.displayName(profile.getValue(), name))).toList();
        boolean typed = !text.isBlank();
        List<OptionRows.Row> found = typed ? rows.matchingRows(missing, text)
                : rows.groupedRows(missing, chosen.get());
        // Clear the selection first. Otherwise the list view would search the new items for the selected one.
        list.getSelectionModel().clearSelection();
        // Replace the list instead of its elements. Changing elements would restyle each row at each key.
        if (!found.equals(list.getItems())) {
            list.setItems(FXCollections.observableArrayList(found));
        }
        if (typed && !found.isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        scrollToTop();
        feedback.setText(
                typed && found.isEmpty() && rows.catalogue().isPresent()
                        ? messages.get("options.none", text.strip())
                        : "");
    }

    /**
     * Scrolls to the top unless the list is there. Scrolling costs a layout at once and another with the next pulse.
     */
    private void scrollToTop() {
        boolean atTop = list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getPosition() == 0;
        if (!atTop) {
            list.scrollTo(0);
        }
    }

    /** Adds the highlighted option. An option that the car already has is not removed by this key. */
    private void addHighlighted() {
        highlighted().ifPresent(option -> {
            if (chosen.get().contains(option.name())) {
                showFeedback("options.already", option);
            } else {
                toggle(option);
            }
        });
    }

    private void toggleHighlighted() {
        highlighted().ifPresent(this::toggle);
    }

    private void toggle(CarOption option) {
        form.toggleOption(option.name());
        showFeedback(chosen.get().contains(option.name()) ? "options.taken" : "options.dropped", option);
    }

    private void showFeedback(String key, CarOption option) {
        feedback.setText(messages.get(key, messages.name(option)));
    }

    /** Returns the highlighted option; empty for a heading or a read-only car. */
    private Optional<CarOption> highlighted() {
        return list.getSelectionModel()
                .getSelectedItem() instanceof OptionRows.Row.Choice(var option, var called)
                && !locked.getValue() ? Optional.of(option) : Optional.empty();
    }
}
