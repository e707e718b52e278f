package app.forecourt.ui.options;

import static app.forecourt.ui.InputEvents.keyPressed;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static javafx.scene.input.KeyCode.ENTER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journey.OptionLines;
import app.forecourt.model.AppModel;
import app.forecourt.option.AvailableOptions;
import app.forecourt.option.CarOption;
import app.forecourt.option.SampleOptionList;
import app.forecourt.ui.PaneTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/** The base class of tests of the option list by its keys. */
abstract class OptionsFixture extends PaneTest {
    final List<CarOption> options = SampleOptionList.practiceOptions("PRODUCTION_LIKE");
    final SimpleBooleanProperty locked = new SimpleBooleanProperty(false);

    final OptionsPane showPane(AppModel model) {
        return show(400, 600, () -> {
            var pane = new OptionsPane(model, messages, dialogs(), locked, () -> {});
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
        setOptions(list, Map.of());
    }

    /** @param elsewhere the names of options of other profiles */
    final void setOptions(List<CarOption> list, Map<String, String> elsewhere) {
        onFxThread(() -> form().knownOptions().set(Optional.of(new AvailableOptions(list, elsewhere, true))));
        layOut();
        // The list grows frame by frame.
        until(
                "the whole list",
                () -> onFxThread(() -> list("options").getHeight()
                        == Objects.requireNonNull((Region) list("options").getParent())
                                .getHeight()));
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
        press(ENTER);
    }

    /** Asserts after a key that the rows of a list are painted with their styles. */
    static void assertStyled(Node list, KeyCode key) {
        Event.fireEvent(list, keyPressed(key));
        Parent window = list.getScene().getRoot();
        window.applyCss();
        window.layout();
        Map<Labeled, String> painted = looks(list);
        window.applyCss();
        Map<Labeled, String> styled = looks(list);
        styled.entrySet().removeAll(painted.entrySet());
        painted.keySet().retainAll(styled.keySet());
        assertEquals(styled, painted, key.toString());
    }

    private static Map<Labeled, String> looks(Node list) {
        return list.lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(Node::isVisible)
                .collect(toMap(
                        label -> label,
                        label -> Stream.of(
                                        label.getText(),
                                        label.getFont(),
                                        label.getTextFill(),
                                        label.getBackground(),
                                        label.getPadding(),
                                        label.getChildrenUnmodifiable().size())
                                .map(String::valueOf)
                                .collect(joining(" "))));
    }

    ListView<?> list(String id) {
        return (ListView<?>) node(id);
    }

    List<String> headings() {
        return onFxThread(() -> OptionLines.headings(list("options")));
    }

    List<CarOption> listed() {
        return onFxThread(() -> OptionLines.options(list("options")));
    }

    String highlighted() {
        return onFxThread(() -> OptionLines.highlighted(list("options")));
    }

    int highlightedIndex() {
        return onFxThread(() -> list("options").getSelectionModel().getSelectedIndex());
    }
}
