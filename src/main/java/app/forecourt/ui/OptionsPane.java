package app.forecourt.ui;

import app.forecourt.car.Equipment;
import app.forecourt.car.Option;
import app.forecourt.car.OptionCatalogue;
import app.forecourt.journal.Standing;
import app.forecourt.profile.Profile;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The profile's option list in groups, with a search box. Typing finds, Enter chooses the one that is marked, Down goes
 * into the list, Space chooses there. A list that is pasted into the search box is read as one.
 */
final class OptionsPane extends VBox {
    /** Characters. */
    private static final int LONGEST_SEARCH = 100;

    private final CarForm form;
    private final Words words;
    private final Background background;
    private final OptionNames names;
    private final ObservableValue<Profile> profile;
    private final ObservableValue<Boolean> locked;
    private final PastedOptions pasted;
    private final ObservableList<OptionRow> rows = FXCollections.observableArrayList();
    private final ListView<OptionRow> list = new ListView<>(rows);
    private final TextField search = new TextField() {
        @Override
        public void paste() {
            if (!pasteList(clipboard())) {
                super.paste();
            }
        }
    };
    private final Label count = new Label();
    private final Label said = new Label();
    private final ReadOnlyObjectWrapper<Set<String>> chosen = new ReadOnlyObjectWrapper<>(Set.of());
    private Set<String> strangers = Set.of();
    private Optional<OptionCatalogue> catalogue = Optional.empty();

    OptionsPane(Desk desk, Words words, Dialogs dialogs, Runnable openSettings) {
        this.form = desk.form();
        this.background = desk.background();
        this.names = desk.options().names();
        this.profile = desk.profile();
        this.words = words;
        this.locked = desk.cars().inForm().standing().map(standing -> standing != Standing.DRAFT);
        this.pasted = new PastedOptions(dialogs, words, background, form);
        getStyleClass().add("options-pane");

        Label title = new Label(words.get("section.equipment"));
        title.getStyleClass().add("card-title");
        count.getStyleClass().add("chip");
        count.setId("optionCount");
        HBox head = new HBox(title, count);
        head.getStyleClass().add("pane-head");

        search.setId("optionSearch");
        search.setPromptText(words.get("options.search"));
        search.setAccessibleText(words.get("options.search"));
        // No option's name is longer, and a pasted page would be laid out whole.
        PasteLimit.on(search, LONGEST_SEARCH, search::getText,
                length -> said.setText(words.get("problem.too_much_pasted", length, LONGEST_SEARCH)));
        search.textProperty().subscribe(this::find);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);

        said.getStyleClass().add("note");
        said.setId("optionSaid");
        Wrap.on(said);

        list.setId("options");
        list.setAccessibleText(words.get("section.equipment"));
        list.setCellFactory(view -> new OptionCell(view, words, chosen, locked, row -> {
            form.toggle(row.option().name());
            list.getSelectionModel().select(row);
        }));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
        list.getSelectionModel().selectedItemProperty().subscribe(marked -> {
            if (marked instanceof OptionRow.Heading) {
                // Once the list is done with the key.
                Platform.runLater(this::leaveHeading);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);

        // What is said has its line also when it is empty, so that the list stays where it is; right above it the line
        // is no gap.
        getChildren().addAll(head, search, new OptionNotes(form, words, locked, list),
                new OptionsTrouble(desk, words, rows, openSettings), said, list,
                new OptionsFoot(desk, words, locked, this::pasteList));

        form.options().addListener((ListChangeListener<String>) change -> chosenChanged());
        form.known().subscribe(this::know);
        desk.cars().inForm().current().subscribe(any -> begin());
        desk.cars().inForm().last().subscribe(any -> search.clear());
        chosenChanged();
    }

    /** Puts the caret into the search box. */
    void search() {
        search.requestFocus();
        search.selectAll();
    }

    /** Reads what was copied as a list of equipment, and has it looked at. */
    void pasteList() {
        if (!locked.getValue()) {
            open(clipboard());
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
        catalogue.ifPresentOrElse(all -> {
            int taken = pasted.show(all, text);
            if (taken > 0) {
                fill();
                said.setText(words.get("options.pasted", taken));
            }
        }, () -> said.setText(words.get("options.paste.nolist")));
    }

    static String clipboard() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? "" : text;
    }

    /** Files are read for a new list, and 2,000 names looked through: not on this thread. */
    private void know(Optional<Equipment> now) {
        if (now.isEmpty()) {
            put(Optional.empty());
            return;
        }
        background.run(() -> new OptionCatalogue(now.get().options()), ready -> {
            if (form.known().get().equals(now)) {
                put(Optional.of(ready));
            }
        });
    }

    private void put(Optional<OptionCatalogue> now) {
        catalogue = now;
        strangers = strangers();
        fill();
    }

    /** Another car is in the form. */
    private void begin() {
        search.clear();
        fill();
    }

    private void fill() {
        find(search.getText());
    }

    private Set<String> strangers() {
        Set<String> names = new HashSet<>(form.options());
        form.known().get().map(Equipment::options).orElse(List.of())
                .forEach(option -> names.remove(option.name()));
        return names;
    }

    private void chosenChanged() {
        chosen.set(Set.copyOf(form.options()));
        count.setText(words.get("options.chosen", form.options().size()));
        Set<String> now = strangers();
        if (now.equals(strangers)) {
            OptionRows.recount(rows, chosen.get());
        } else {
            strangers = now;
            fill();
        }
    }

    private void find(String text) {
        var all = new OptionRows(catalogue, strangers.stream()
                .map(name -> new Option(name, names.of(profile.getValue(), name))).toList());
        boolean typed = !text.isBlank();
        List<OptionRow> now = typed ? all.matching(text) : all.all(chosen.get());
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
        list.getSelectionModel().clearSelection();
        if (typed && !rows.isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        list.scrollTo(0);
        said.setText(
                typed && rows.isEmpty() && catalogue.isPresent() ? words.get("options.none", text.strip())
                        : "");
    }

    private void searchKey(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> {
                if (!key.isShortcutDown()) {
                    toggleMarked();
                    search.selectAll();
                    key.consume();
                }
            }
            case DOWN -> {
                list.requestFocus();
                if (list.getSelectionModel().isEmpty()) {
                    list.getSelectionModel().selectFirst();
                }
                key.consume();
            }
            case ESCAPE -> {
                search.clear();
                key.consume();
            }
            default -> {
            }
        }
    }

    private void listKey(KeyEvent key) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (key.getCode()) {
            case SPACE -> toggleMarked();
            case ENTER -> {
                if (key.isShortcutDown()) {
                    return;
                }
                toggleMarked();
            }
            case ESCAPE -> {
                search.clear();
                search();
            }
            case UP -> {
                if (at > 1 || (at == 1 && rows.get(0) instanceof OptionRow.Choice)) {
                    over(at - 1);
                    return;
                }
                search();
            }
            case DOWN -> {
                over(at + 1);
                return;
            }
            case LEFT -> toGroup(-1, at - 1);
            case RIGHT -> toGroup(1, at);
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** The list goes on from the heading by itself, and scrolls no farther than it must. */
    private void over(int next) {
        if (next < rows.size() && rows.get(next) instanceof OptionRow.Heading) {
            list.getSelectionModel().select(next);
        }
    }

    /** Nothing can be done with a heading; where a key went to one, the option below it is marked. */
    private void leaveHeading() {
        if (list.getSelectionModel().getSelectedItem() instanceof OptionRow.Heading) {
            list.getSelectionModel().select(list.getSelectionModel().getSelectedIndex() + 1);
        }
    }

    /** Marks the first option of the next group, or of this one, or of the one before. */
    private void toGroup(int step, int from) {
        int at = from + step;
        while (at >= 0 && at < rows.size() && !(rows.get(at) instanceof OptionRow.Heading)) {
            at += step;
        }
        if (at >= 0 && at < rows.size()) {
            list.getSelectionModel().select(at + 1);
            list.scrollTo(at);
        }
    }

    private void toggleMarked() {
        if (list.getSelectionModel().getSelectedItem() instanceof OptionRow.Choice(var marked, var called)
                && !locked.getValue()) {
            form.toggle(marked.name());
            said.setText(words.get(chosen.get().contains(marked.name()) ? "options.taken" : "options.dropped",
                    marked.prettyName()));
        }
    }
}
