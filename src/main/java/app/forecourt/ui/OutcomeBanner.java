package app.forecourt.ui;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.profile.Profile;
import app.forecourt.ui.StockEntry.Standing;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What came of the last sending of this car to this profile, and what can be done about it. */
final class OutcomeBanner extends HBox {
    private final Desk desk;
    private final Words words;
    private final OutcomeWords telling;
    private final Actions actions;
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final FlowPane buttons = new FlowPane();
    private final VBox text = new VBox(title, sentence, buttons);

    /** What the banner's buttons ask of the window. */
    interface Actions {
        void showAnswer(Answer answer);

        void openSettings();

        void openDashboard(Profile profile);

        void send();

        void sendAgain();

        void newCar();
    }

    OutcomeBanner(Desk desk, Words words, Actions actions) {
        this.desk = desk;
        this.words = words;
        this.telling = new OutcomeWords(words);
        this.actions = actions;
        setId("outcome");
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("banner");
        title.getStyleClass().add("banner-title");
        title.setId("outcomeTitle");
        Wrap.on(title);
        Wrap.on(sentence);
        title.setMinHeight(USE_PREF_SIZE);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setId("outcomeSentence");
        buttons.getStyleClass().add("banner-buttons");
        text.getStyleClass().add("banner-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        desk.last().subscribe(any -> tell());
        desk.standing().subscribe(any -> tell());
    }

    private void tell() {
        Optional<Attempt> shown = desk.last().get()
                .filter(attempt -> desk.standing().get() != Standing.SENDING);
        setVisible(shown.isPresent());
        setManaged(shown.isPresent());
        shown.ifPresent(this::tellOf);
    }

    private void tellOf(Attempt attempt) {
        SendOutcome outcome = attempt.outcome();
        boolean settled = attempt.accepted() && !(outcome instanceof SendOutcome.Accepted);
        OutcomeWords.Tone tone = settled ? OutcomeWords.Tone.GOOD : telling.tone(outcome);
        getStyleClass().setAll("banner", tone.style);
        title.setText(settled
                ? words.get("outcome.settled", words.loud(attempt.profile()))
                : telling.title(outcome, attempt.profile()) + " · " + words.moment(attempt.at()));
        sentence.setText(settled
                ? words.get("outcome.settled.what")
                : later(attempt) + telling.sentence(outcome, attempt.profile()));
        buttons.getChildren().setAll(buttons(attempt, settled));
        getChildren().setAll(Icons.of(switch (tone) {
            case GOOD -> Feather.CHECK_CIRCLE;
            case DOUBTFUL -> Feather.HELP_CIRCLE;
            case BAD -> Feather.ALERT_CIRCLE;
        }, "banner-icon"), text);
    }

    /** What came of sending it again, if that came to nothing and this one is told of still. */
    private String later(Attempt attempt) {
        return desk.current().get().on(attempt.profile()).findFirst()
                .filter(newest -> !newest.equals(attempt))
                .map(newest -> telling.title(newest.outcome(), newest.profile()) + ". ").orElse("");
    }

    private List<Button> buttons(Attempt attempt, boolean settled) {
        Button dashboard = button("dashboard", "outcome.dashboard",
                () -> actions.openDashboard(attempt.profile()));
        return switch (attempt.outcome()) {
            case SendOutcome.Accepted(var answer, var id) -> List.of(
                    accented(button("nextCar", "stock.new", actions::newCar)), answer(answer));
            case SendOutcome.Rejected(var answer, var problems, var messages) -> List.of(answer(answer));
            case SendOutcome.SignInRefused refused -> List.of(
                    button("openSettings", "settings.open", actions::openSettings));
            case SendOutcome.NotSent notSent -> List.of(button("again", "outcome.again", actions::send),
                    button("openSettings", "settings.open", actions::openSettings));
            case SendOutcome.Limited limited -> List.of(button("again", "outcome.again", actions::send));
            case SendOutcome.Unknown unknown when settled -> List.of(
                    accented(button("nextCar", "stock.new", actions::newCar)));
            case SendOutcome.Unknown(var cause, var answer) -> {
                var all = new java.util.ArrayList<Button>();
                if (attempt.profile() != Profile.PRACTICE) {
                    all.add(dashboard);
                }
                all.add(button("itIsThere", "outcome.there", desk::itIsThere));
                all.add(button("sendAgain", "outcome.sendagain", actions::sendAgain));
                answer.map(this::answer).ifPresent(all::add);
                yield all;
            }
        };
    }

    private Button answer(Answer answer) {
        return button("showAnswer", "outcome.answer", () -> actions.showAnswer(answer));
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(words.get(key));
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Button accented(Button button) {
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /** Puts the focus on the first thing to do. */
    void focus() {
        buttons.getChildren().stream().findFirst().ifPresent(javafx.scene.Node::requestFocus);
    }
}
