package app.forecourt.ui.options;

import app.forecourt.model.AppModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.option.AvailableOptions;
import app.forecourt.option.CarOption;
import app.forecourt.option.OptionGroup;
import app.forecourt.ui.options.OptionRows.Row;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/**
 * The option list: groups that fold, or the result of a search. The order is fixed when the list is built, so that an
 * option selected later keeps its place.
 */
final class OptionListView extends ListView<Row> {
    private final CarFormModel form;
    private final Set<OptionGroup> folded;
    private final ReadOnlyObjectWrapper<Set<String>> chosen = new ReadOnlyObjectWrapper<>(Set.of());
    private final BooleanProperty onlyChosen = new SimpleBooleanProperty();
    private OptionRows rows = OptionRows.EMPTY;
    private Set<String> strangers = Set.of();
    private Set<String> first = Set.of();
    private String searchText = "";

    OptionListView(AppModel model) {
        this.form = model.form();
        this.folded = model.options().foldedGroups();
        onlyChosen.subscribe((_, _) -> onOnlyChosen());
    }

    /** Returns the names of the selected options. */
    ReadOnlyObjectProperty<Set<String>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Returns whether the list shows only the selected options. A search ends it, because it goes through all. */
    BooleanProperty onlyChosen() {
        return onlyChosen;
    }

    OptionRows rows() {
        return rows;
    }

    void setRows(OptionRows newRows) {
        rows = newRows;
        strangers = strangers();
        rebuild();
    }

    /** Shows the options that match a text; the groups for a blank text. */
    void find(String text) {
        searchText = text;
        if (isSearch()) {
            onlyChosen.set(false);
        }
        rebuild();
    }

    boolean isSearch() {
        return !searchText.isBlank();
    }

    /** Adopts the options of the form. */
    void onChosenChanged() {
        chosen.set(Set.copyOf(form.options()));
        Set<String> newStrangers = strangers();
        if (newStrangers.equals(strangers)) {
            int highlighted = getSelectionModel().getSelectedIndex();
            rows.updateCounts(getItems(), strangerOptions(), chosen.get());
            if (getSelectionModel().getSelectedIndex() != highlighted) {
                getSelectionModel().select(highlighted);
            }
        } else {
            strangers = newStrangers;
            rebuild();
        }
    }

    /** Adopts new names of options missing in the list. */
    void onNamesChanged() {
        if (!strangers.isEmpty()) {
            rebuild();
        }
    }

    private Set<String> strangers() {
        Optional<AvailableOptions> known = form.knownOptions().get();
        return form.options().stream()
                .filter(name -> known.filter(list -> list.contains(name)).isEmpty())
                .collect(Collectors.toSet());
    }

    private List<CarOption> strangerOptions() {
        Optional<AvailableOptions> known = form.knownOptions().get();
        return strangers.stream()
                .map(name -> known.map(list -> list.option(name)).orElseGet(() -> CarOption.unlisted(name)))
                .toList();
    }

    /** Builds the rows with the selected options first, and scrolls to the top. */
    void rebuild() {
        first = chosen.get();
        showRows();
        if (isSearch() && !getItems().isEmpty()) {
            getSelectionModel().selectFirst();
        }
        // Scrolling costs a layout at once and another with the next pulse.
        boolean atTop = lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getPosition() == 0;
        if (!atTop) {
            scrollTo(0);
        }
    }

    private void onOnlyChosen() {
        Optional<CarOption> option = highlighted();
        rebuild();
        option.ifPresent(kept -> highlight(List.of(kept.name())));
    }

    private void showRows() {
        List<CarOption> missing = strangerOptions();
        List<Row> found = isSearch()
                ? rows.matchingRows(missing, searchText)
                : rows.groupedRows(missing, new OptionRows.Shape(chosen.get(), first, onlyChosen.get(), folded));
        // Clear the selection first. Otherwise the list view would search the new items for the selected one.
        getSelectionModel().clearSelection();
        // Replace the list instead of its elements. Changing elements would restyle each row at each key.
        if (!found.equals(getItems())) {
            setItems(FXCollections.observableArrayList(found));
        }
    }

    /** Returns the highlighted option; empty for a heading. */
    Optional<CarOption> highlighted() {
        return getSelectionModel().getSelectedItem() instanceof Row.Choice choice
                ? Optional.of(choice.option())
                : Optional.empty();
    }

    /** Highlights the first of some options in the order of the list, and scrolls there. Unfolds its group. */
    void reveal(Collection<String> options) {
        form.knownOptions().get().stream()
                .flatMap(list -> list.options().stream())
                .filter(option -> options.contains(option.name()))
                .map(rows::group)
                .sorted()
                .findFirst()
                .ifPresent(folded::remove);
        rebuild();
        highlight(options);
    }

    private void highlight(Collection<String> options) {
        List<Row> items = getItems();
        IntStream.range(0, items.size())
                .filter(index -> items.get(index) instanceof Row.Choice choice
                        && options.contains(choice.option().name()))
                .findFirst()
                .ifPresent(index -> {
                    getSelectionModel().select(index);
                    scrollTo(Math.max(0, index - 1));
                });
    }

    /** Folds or unfolds a group. The heading is highlighted. */
    void toggleFold(OptionGroup group) {
        if (!folded.remove(group)) {
            folded.add(group);
        }
        showRows();
        IntStream.range(0, getItems().size())
                .filter(index -> getItems().get(index) instanceof Row.Heading heading && heading.group() == group)
                .findFirst()
                .ifPresent(getSelectionModel()::select);
    }

    /** Returns the group of the highlighted heading; empty for an option, and while only a part is shown. */
    Optional<OptionGroup> highlightedGroup() {
        return getSelectionModel().getSelectedItem() instanceof Row.Heading heading && !onlyChosen.get()
                ? Optional.of(heading.group())
                : Optional.empty();
    }
}
