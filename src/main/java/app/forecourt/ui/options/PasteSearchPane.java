package app.forecourt.ui.options;

import app.forecourt.option.CarOption;
import app.forecourt.option.OptionSearch.Match;
import app.forecourt.option.paste.OptionCatalogue;
import app.forecourt.text.Language;
import app.forecourt.text.TextSanitizer;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.fx.SearchField;
import app.forecourt.ui.fx.TextLengthLimit;
import app.forecourt.ui.words.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The search of an option for a text left over from a pasted list, beside the list. */
final class PasteSearchPane extends VBox {
    /** Letters of a word that is searched alone. Shorter words are mostly prepositions. */
    private static final int LEAST_WORD = 4;

    private static final int MOST_HITS = 100;
    /** Characters of a search. A longer text names no single option. */
    private static final int LONGEST = 100;

    private final Messages messages;
    private final Label title = new Label();
    private final SearchField search = new SearchField();
    private final ListView<CarOption> hits = new ListView<>();
    private final Label none = LiveRegion.label("pasteNone", "hint");
    private @Nullable OptionCatalogue catalogue;

    /** Creates the pane without a text; it is hidden. */
    PasteSearchPane(Messages messages, Consumer<CarOption> pick) {
        this.messages = messages;
        getStyleClass().add("pasted-search");
        title.getStyleClass().add("card-title");
        SafeTextWrap.enable(title);
        title.setMinHeight(USE_PREF_SIZE);
        search.setId("pasteSearch");
        search.setPromptText(messages.get("options.search"));
        AccessibleName.set(search, messages.get("options.search"));
        TextLengthLimit.install(search, LONGEST, () -> "", _ -> {});
        search.textProperty().subscribe(this::find);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        hits.setId("pasteHits");
        hits.setAccessibleText(messages.get("section.equipment"));
        // The focus stays in the search, because its arrow keys move the highlight.
        hits.setFocusTraversable(false);
        hits.setCellFactory(_ -> new HitCell(pick));
        VBox.setVgrow(hits, Priority.ALWAYS);
        Label keys = new Label(messages.get("options.paste.search.keys"));
        keys.getStyleClass().add("hint");
        SafeTextWrap.enable(keys);
        keys.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, search, none, hits, keys);
        NodeVisibility.set(this, false);
    }

    /** Shows the options that are nearest to a text. */
    void open(OptionCatalogue options, String leftover) {
        catalogue = options;
        String text = TextSanitizer.excerpt(leftover, LONGEST - 1);
        title.setText(messages.get("options.paste.search.for", text));
        search.setText(text);
        find(text);
        // The user has looked for nothing yet, and a text may say that the car lacks an option.
        hits.getSelectionModel().clearSelection();
        NodeVisibility.set(this, true);
        search.requestFocus();
        search.selectAll();
    }

    Optional<CarOption> highlighted() {
        return Optional.ofNullable(hits.getSelectionModel().getSelectedItem());
    }

    private void find(String text) {
        List<CarOption> found = catalogue == null || text.isBlank() ? List.of() : matches(catalogue, text);
        hits.getItems().setAll(found);
        hits.getSelectionModel().selectFirst();
        none.setText(found.isEmpty() && !text.isBlank() ? messages.get("options.none", text.strip()) : "");
        NodeVisibility.set(none, !none.getText().isEmpty());
    }

    /** Returns the options with the text in their name; without any, those with one of its words. */
    private List<CarOption> matches(OptionCatalogue options, String text) {
        Language language = Language.of(messages.locale());
        List<Match> whole = options.find(text, language);
        Stream<Match> found = whole.isEmpty()
                ? Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> word.length() >= LEAST_WORD)
                        .flatMap(word -> options.find(word, language).stream())
                : whole.stream();
        return found.map(Match::option).distinct().limit(MOST_HITS).toList();
    }

    private void onKey(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> hits.getSelectionModel().selectNext();
            case UP -> hits.getSelectionModel().selectPrevious();
            default -> {
                return;
            }
        }
        hits.scrollTo(Math.max(0, hits.getSelectionModel().getSelectedIndex() - 1));
        key.consume();
    }

    private final class HitCell extends ListCell<CarOption> {
        HitCell(Consumer<CarOption> pick) {
            setPrefWidth(0);
            setTooltip(new Tooltip());
            setOnMouseClicked(click -> {
                if (getItem() != null && click.getButton() == MouseButton.PRIMARY) {
                    pick.accept(getItem());
                }
            });
        }

        @Override
        protected void updateItem(CarOption option, boolean empty) {
            super.updateItem(option, empty);
            setText(
                    empty || option == null
                            ? null
                            : messages.optionTranslator().get().distinctName(option));
            getTooltip().setText(getText());
        }
    }
}
