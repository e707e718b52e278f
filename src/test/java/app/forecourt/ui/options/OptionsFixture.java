package app.forecourt.ui.options;

import app.forecourt.journey.OptionLines;
import app.forecourt.model.AppModel;
import app.forecourt.option.CarOption;
import app.forecourt.option.KnownOptions;
import app.forecourt.option.SampleOptionList;
import app.forecourt.ui.PaneTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/** The base class of tests of the option list by its keys. */
abstract class OptionsFixture extends PaneTest {
    final List<CarOption> options = SampleOptionList.practiceOptions("PRODUCTION_LIKE");

    final OptionsPane showPane(AppModel model) {
        return show(400, 600, () -> {
            var pane = new OptionsPane(model, messages, dialogs(), new SimpleBooleanProperty(false),
                    () -> {});
            pane.addList();
            return pane;
        });
    }

    /** Shows the pane with the options of Practice. */
    final OptionsPane showPane() {
        OptionsPane pane = showPane(createModel(form()));
        setOptions(options);
        return pane;
    }

    final void setOptions(List<CarOption> list) {
        onFxThread(() -> form().knownOptions()
                .set(Optional.of(new KnownOptions(list, Map.of(), true))));
        layOut();
        // The list grows frame by frame.
        until("the whole list", () -> onFxThread(() -> list("options").getHeight() == Objects
                .requireNonNull((Region) list("options").getParent()).getHeight()));
    }

    /** Moves the focus to the search field, as its shortcut does. */
    void focusSearch(OptionsPane pane) {
        onFxThread(pane::focusSearch);
        layOut();
    }

    /** Chooses the option that a search finds first. */
    void choose(OptionsPane pane, String search) {
        focusSearch(pane);
        write(search);
        press(KeyCode.ENTER);
    }

    ListView<?> list(String id) {
        return (ListView<?>) node(id);
    }

    List<String> headings() {
        return onFxThread(() -> OptionLines.headings(list("options")));
    }

    int highlightedIndex() {
        return onFxThread(() -> list("options").getSelectionModel().getSelectedIndex());
    }
}
