package app.forecourt.ui;

import app.forecourt.car.Equipment;
import app.forecourt.car.Option;
import app.forecourt.journal.Standing;
import app.forecourt.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The profile's option list with a search box. Typing finds, Enter chooses the one that is marked, Down goes into the
 * list, Space chooses there.
 */
final class OptionsPane extends VBox {
    /** Its style class, by which it has its width. */
    static final String STYLE = "options-pane";
    /** Characters. */
    private static final int LONGEST_SEARCH = 100;

    private final CarForm form;
    private final Words words;
    private final OptionNames names;
    private final ObservableValue<Profile> profile;
    private final ObservableValue<Boolean> locked;
    private final ObservableList<Option> all = FXCollections.observableArrayList();
    private final FilteredList<Option> found = new FilteredList<>(all);
    private final ListView<Option> list = new ListView<>(found);
    private final TextField search = new TextField();
    private final Label count = new Label();
    private final Label said = new Label();
    private final Set<String> chosen = new HashSet<>();
    private Set<String> strangers = Set.of();

    OptionsPane(Desk desk, Words words, Runnable openSettings) {
        this.form = desk.form();
        this.names = desk.options().names();
        this.profile = desk.profile();
        this.words = words;
        this.locked = desk.cars().inForm().standing().map(standing -> standing != Standing.DRAFT);
        getStyleClass().add(STYLE);

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
        list.setCellFactory(view -> new OptionCell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
        VBox.setVgrow(list, Priority.ALWAYS);

        // What is said has its line also when it is empty, so that the list stays where it is; right above it the line
        // is no gap.
        getChildren().addAll(head, search, new OptionNotes(form, words, locked, list),
                new OptionsTrouble(desk, words, all, openSettings), said, list, new OptionsFoot(desk, words));

        words.listening().to(form.options(), change -> chosenChanged());
        words.listening().to(form.known(), any -> listed());
        words.listening().to(desk.cars().inForm().current(), any -> search.clear());
        words.listening().to(desk.cars().inForm().last(), any -> search.clear());
        chosenChanged();
    }

    /** Puts the caret into the search box. */
    void search() {
        search.requestFocus();
        search.selectAll();
    }

    /** What is typed into the search box. */
    String sought() {
        return search.getText();
    }

    /** Searches for what was typed before. */
    void seek(String sought) {
        search.setText(sought);
    }

    /** A chosen option that this profile's list lacks stays visible, so that it can be let go. */
    private void listed() {
        List<Option> options = new ArrayList<>(known());
        strangers = strangers();
        strangers.forEach(name -> options.add(new Option(name, names.of(profile.getValue(), name))));
        options.sort(Comparator.comparing(Option::prettyName, String.CASE_INSENSITIVE_ORDER));
        all.setAll(options);
    }

    private List<Option> known() {
        return form.known().get().map(Equipment::options).orElse(List.of());
    }

    private Set<String> strangers() {
        Set<String> names = new HashSet<>(form.options());
        known().forEach(option -> names.remove(option.name()));
        return names;
    }

    private void chosenChanged() {
        chosen.clear();
        chosen.addAll(form.options());
        if (!strangers().equals(strangers)) {
            listed();
        }
        count.setText(words.get("options.chosen", form.options().size()));
        list.refresh();
    }

    private void find(String text) {
        List<String> parts = Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(part -> !part.isEmpty()).toList();
        found.setPredicate(option -> {
            String both = (option.prettyName() + " " + option.name()).toLowerCase(Locale.ROOT);
            return parts.stream().allMatch(both::contains);
        });
        if (parts.isEmpty() || found.isEmpty()) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(best(text.strip()));
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
        }
        said.setText(found.isEmpty() && !parts.isEmpty() ? words.get("options.none", text.strip()) : "");
    }

    /** The one whose name is the text, else one that begins with it, else the first. */
    private Option best(String text) {
        return found.stream()
                .filter(option -> option.prettyName().equalsIgnoreCase(text) || option.name().equals(text))
                .findFirst()
                .or(() -> found.stream()
                        .filter(option -> option.prettyName().regionMatches(true, 0, text, 0, text.length()))
                        .findFirst())
                .orElseGet(found::getFirst);
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
        boolean chooses = key.getCode() == KeyCode.SPACE
                || (key.getCode() == KeyCode.ENTER && !key.isShortcutDown());
        if (chooses) {
            toggleMarked();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            search.clear();
            search();
            key.consume();
        } else if (key.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() <= 0) {
            search();
            key.consume();
        }
    }

    private void toggleMarked() {
        Option marked = list.getSelectionModel().getSelectedItem();
        if (marked != null && !locked.getValue()) {
            form.toggle(marked.name());
            said.setText(words.get(chosen.contains(marked.name()) ? "options.taken" : "options.dropped",
                    marked.prettyName()));
        }
    }

    private final class OptionCell extends ListCell<Option> {
        private final CheckBox box = new CheckBox();

        OptionCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            box.setFocusTraversable(false);
            // Long names end in dots; the tooltip has them whole.
            setPrefWidth(0);
            box.setMinWidth(0);
            box.maxWidthProperty().bind(list.widthProperty().subtract(28));
            box.disableProperty().bind(locked);
            box.setOnAction(event -> {
                form.toggle(getItem().name());
                list.getSelectionModel().select(getItem());
            });
        }

        @Override
        protected void updateItem(Option option, boolean empty) {
            super.updateItem(option, empty);
            if (empty || option == null) {
                setGraphic(null);
                box.setId(null);
                return;
            }
            box.setId("option-" + option.name());
            box.setText(option.prettyName());
            box.setTooltip(new Tooltip(option.prettyName()));
            box.setSelected(chosen.contains(option.name()));
            setGraphic(box);
        }
    }
}
