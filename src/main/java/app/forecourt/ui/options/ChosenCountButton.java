package app.forecourt.ui.options;

import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.words.Messages;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

/** The number of chosen options. While the button is pressed, the list shows only these. */
final class ChosenCountButton extends ToggleButton {
    ChosenCountButton(OptionListView list, Messages messages) {
        setId("optionCount");
        getStyleClass().setAll("toggle-button", "count-pill");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleHelp(messages.get("options.chosen.filter"));
        setTooltip(new Tooltip(messages.get("options.chosen.filter")));
        selectedProperty().bindBidirectional(list.onlyChosen());
        LiveRegion.announceChanges(this);
        list.chosen().subscribe(chosen -> {
            setText(messages.get("options.chosen", chosen.size()));
            setDisable(chosen.isEmpty());
        });
    }
}
