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
import app.forecourt.ui.fx.TextWrap;
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
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The profile's option list in groups, with a search box. Typing finds, Enter chooses the one that is marked, Down goes
 * into the list, Space chooses there. A list that is pasted into the search box is read as one.
 */
public final class OptionsPane extends VBox {
    /** Its style class, by which it has its width. */
    public static final String STYLE = "options-pane";
    /** Characters. */
    private static final int LONGEST_SEARCH = 100;

    private final CarFormModel form;
    private final Messages words;
    private final TaskRunner background;
    private final OptionNameIndex names;
    private final ObservableValue<Profile> profile;
    private final ObservableValue<Boolean> locked;
    private final PasteOptionsDialog pasted;
    private final ListView<OptionRow> list = new ListView<>();
    private final TextField search = new TextField() {
        @Override
        public void paste() {
            if (!pasteList(ClipboardText.text())) {
                super.paste();
            }
        }
    };
    private final Label count = new Label();
    private final Label said = new Label();
    private final ReadOnlyObjectWrapper<Set<String>> chosen = new ReadOnlyObjectWrapper<>(Set.of());
    private Set<String> strangers = Set.of();
    private OptionRows rows = OptionRows.NONE;

    /** A list, ready to be looked through. */
    private record Ready(OptionRows rows, OptionTranslator naming) {
        static Ready of(List<CarOption> options, OptionTranslator naming) {
            return new Ready(new OptionRows(Optional.of(new OptionCatalogue(options)), naming), naming);
        }
    }

    /** @param locked whether the car can't be changed now */
    public OptionsPane(AppModel desk, Messages words, Dialogs dialogs, ObservableValue<Boolean> locked,
            Runnable openSettings) {
        this.form = desk.form();
        this.background = desk.background();
        this.names = desk.options().names();
        this.profile = desk.profile();
        this.words = words;
        this.locked = locked;
        this.pasted = new PasteOptionsDialog(dialogs, words, background, form);
        getStyleClass().add(STYLE);

        Label title = new Label(words.get("section.equipment"));
        title.getStyleClass().add("card-title");
        count.getStyleClass().add("chip");
        count.setId("optionCount");
        LiveRegion.follow(count);
        HBox head = new HBox(title, count);
        head.getStyleClass().add("pane-head");

        search.setId("optionSearch");
        search.setPromptText(words.get("options.search"));
        AccessibleName.of(search, words.get("options.search"));
        // No option's name is longer, and a pasted page would be laid out whole.
        PasteLimit.install(search, LONGEST_SEARCH, search::getText,
                length -> said.setText(words.get("problem.too_much_pasted", length, LONGEST_SEARCH)));
        search.textProperty().subscribe(this::find);

        said.getStyleClass().add("note");
        said.setId("optionSaid");
        TextWrap.enable(said);
        LiveRegion.follow(said);

        list.setId("options");
        list.setAccessibleText(words.get("section.equipment"));
        list.setCellFactory(view -> new OptionCell(view, words, chosen, locked, row -> {
            form.toggle(row.option().name());
            list.getSelectionModel().select(row);
        }));
        new OptionKeys(search, list, this::chooseMarked, this::toggleMarked);
        VBox.setVgrow(list, Priority.ALWAYS);

        // What is said has its line also when it is empty, so that the list stays where it is; right above it the line
        // is no gap.
        getChildren().addAll(head, search, new OptionProblemsPane(form, words, locked, list),
                new OptionListErrorPane(desk, words, openSettings), said, list,
                new OptionListFooter(desk, words, locked, this::pasteList));

        words.listenerScope().to(form.options(), change -> chosenChanged());
        // A list that is only called otherwise elsewhere is the same.
        words.listenerScope().to(form.knownOptions().map(OptionsPane::listed), this::know);
        words.listenerScope().to(names.all(), (before, now) -> {
            if (!strangers.isEmpty()) {
                fill();
            }
        });
        words.listenerScope().to(desk.cars().current().car(), any -> begin());
        words.listenerScope().to(desk.cars().current().last(), any -> search.clear());
        chosenChanged();
    }

    /** Puts the caret into the search box. */
    public void search() {
        search.requestFocus();
        search.selectAll();
    }

    /** What is typed into the search box. */
    public String sought() {
        return search.getText();
    }

    /** Searches for what was typed before. */
    public void seek(String sought) {
        search.setText(sought);
    }

    /** Reads what was copied as a list of equipment, and has it looked at. */
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
        rows.catalogue().ifPresentOrElse(all -> {
            int taken = pasted.show(all, text);
            if (taken > 0) {
                fill();
                said.setText(words.get("options.pasted", taken));
            }
        }, () -> said.setText(words.get("options.paste.nolist")));
    }

    private static Optional<List<CarOption>> listed(Optional<KnownOptions> known) {
        return known.map(KnownOptions::options);
    }

    /** Files are read for a new list, and 2,000 names looked through: not on this thread. */
    private void know(Optional<List<CarOption>> now) {
        now.ifPresentOrElse(options -> background.run(() -> Ready.of(options,
                OptionTranslator.of(Language.of(words.locale()))), ready -> {
                    if (listed(form.knownOptions().get()).equals(now)) {
                        words.call(ready.naming());
                        put(ready.rows());
                    }
                }), () -> put(OptionRows.NONE));
    }

    private void put(OptionRows now) {
        rows = now;
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
        Optional<KnownOptions> known = form.knownOptions().get();
        return form.options().stream().filter(name -> known.filter(list -> list.has(name)).isEmpty())
                .collect(Collectors.toSet());
    }

    private void chosenChanged() {
        chosen.set(Set.copyOf(form.options()));
        count.setText(words.get("options.chosen", form.options().size()));
        Set<String> now = strangers();
        if (now.equals(strangers)) {
            OptionRows.recount(list.getItems(), chosen.get());
        } else {
            strangers = now;
            fill();
        }
    }

    private void find(String text) {
        List<CarOption> lacking = strangers.stream()
                .map(name -> new CarOption(name, names.of(profile.getValue(), name))).toList();
        boolean typed = !text.isBlank();
        List<OptionRow> now = typed ? rows.matching(lacking, text) : rows.all(lacking, chosen.get());
        // Before the list is another: what was marked would be looked for in it.
        list.getSelectionModel().clearSelection();
        // Not changed where it stands: that has the style of each line put together anew, at each key.
        if (!now.equals(list.getItems())) {
            list.setItems(FXCollections.observableArrayList(now));
        }
        if (typed && !now.isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        toTop();
        said.setText(
                typed && now.isEmpty() && rows.catalogue().isPresent()
                        ? words.get("options.none", text.strip())
                        : "");
    }

    /** Not where it is there already: to scroll has it laid out at once, and once more with the frame. */
    private void toTop() {
        boolean there = list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getPosition() == 0;
        if (!there) {
            list.scrollTo(0);
        }
    }

    /** What was found once more may be chosen long since; the key that chooses takes nothing away. */
    private void chooseMarked() {
        marked().ifPresent(option -> {
            if (chosen.get().contains(option.name())) {
                say("options.already", option);
            } else {
                toggle(option);
            }
        });
    }

    private void toggleMarked() {
        marked().ifPresent(this::toggle);
    }

    private void toggle(CarOption option) {
        form.toggle(option.name());
        say(chosen.get().contains(option.name()) ? "options.taken" : "options.dropped", option);
    }

    private void say(String key, CarOption option) {
        said.setText(words.get(key, words.name(option)));
    }

    /** The option that a key is for. */
    private Optional<CarOption> marked() {
        return list.getSelectionModel().getSelectedItem() instanceof OptionRow.Choice(var option, var called)
                && !locked.getValue() ? Optional.of(option) : Optional.empty();
    }
}
