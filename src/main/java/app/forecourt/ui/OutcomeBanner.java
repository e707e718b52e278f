package app.forecourt.ui;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.journal.Attempt;
import app.forecourt.journal.Standing;
import app.forecourt.journal.State;
import app.forecourt.profile.Profile;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
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
    /** Whether the focus went with what was said before, and belongs to what is said next. */
    private boolean hadFocus;

    /** What the banner's buttons ask of the window. */
    interface Actions {
        void showAnswer(Answer answer);

        void openSettings();

        void openDashboard(Profile profile);

        void send();

        void sendAgain();

        void newCar();

        void correct();

        void leaveAsSent();

        void sendings();

        void publish();
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
        // Else room is kept for the rows that they would take on a width of its own choice.
        buttons.prefWrapLengthProperty().bind(text.widthProperty());
        HBox.setHgrow(text, Priority.ALWAYS);
        desk.cars().inForm().last().subscribe(any -> tell());
        desk.cars().inForm().standing().subscribe(any -> tell());
        desk.dispatch().barred().subscribe(any -> tell());
    }

    private void tell() {
        hadFocus |= isFocusWithin();
        Optional<Attempt> shown = desk.cars().inForm().last().get()
                .filter(attempt -> desk.cars().inForm().standing().get() != Standing.SENDING);
        Optional<SendOutcome> outcome = shown.flatMap(Attempt::outcome);
        boolean barred = desk.dispatch().barred().get();
        Visible.when(this, barred || outcome.isPresent());
        if (barred) {
            tellOfNothingToSignInWith(desk.profile().get());
        } else {
            outcome.ifPresent(came -> tellOf(shown.get(), came));
        }
        if (hadFocus && isVisible()) {
            hadFocus = false;
            focus();
        }
    }

    private void tellOfNothingToSignInWith(Profile profile) {
        var failure = new SignInFailure(SignInFailure.Kind.NOT_SET_UP, Optional.empty());
        title.setText(telling.title(new SendOutcome.SignInRefused(failure), profile));
        sentence.setText(telling.sentence(failure, profile));
        buttons.getChildren().setAll(button("openSettings", "settings.open", actions::openSettings));
        dress(OutcomeWords.Tone.DOUBTFUL, Feather.ALERT_CIRCLE);
    }

    private void dress(OutcomeWords.Tone tone, Feather icon) {
        getStyleClass().setAll("banner", tone.style);
        getChildren().setAll(Icons.of(icon, "banner-icon"), text);
    }

    private void tellOf(Attempt attempt, SendOutcome outcome) {
        boolean settled = attempt.accepted() && attempt.state() != State.ACCEPTED;
        boolean correcting = attempt.accepted() && desk.cars().inForm().standing().get() == Standing.DRAFT;
        boolean waiting = attempt.state() == State.WAITING;
        String where = words.loud(attempt.profile());
        OutcomeWords.Tone tone = correcting || waiting ? OutcomeWords.Tone.DOUBTFUL
                : settled ? OutcomeWords.Tone.GOOD : telling.tone(outcome);
        if (correcting) {
            title.setText(words.get("outcome.correcting", where));
            sentence.setText(words.get("outcome.correcting.what", words.moment(attempt.changed())));
        } else if (waiting) {
            title.setText(words.get("outcome.waiting", where));
            sentence.setText(telling.why(outcome, attempt.profile()) + " "
                    + words.get("outcome.waiting.what", words.second(attempt.due().orElse(attempt.changed())),
                            attempt.tries()));
        } else if (settled) {
            title.setText(words.get("outcome.settled", where));
            sentence.setText(words.get("outcome.settled.what"));
        } else {
            title.setText(
                    telling.title(outcome, attempt.profile()) + " · " + words.moment(attempt.changed()));
            sentence.setText(later(attempt) + telling.sentence(outcome, attempt.profile()));
        }
        buttons.getChildren().setAll(correcting ? correcting(attempt)
                : waiting ? waiting() : buttons(attempt, outcome, settled));
        sendings().ifPresent(buttons.getChildren()::add);
        dress(tone, waiting ? Feather.CLOCK : switch (tone) {
            case GOOD -> Feather.CHECK_CIRCLE;
            case DOUBTFUL -> Feather.HELP_CIRCLE;
            case BAD -> Feather.ALERT_CIRCLE;
        });
    }

    /** What came of sending it again, if that came to nothing and this one is told of still. */
    private String later(Attempt attempt) {
        return desk.cars().inForm().current().get().on(attempt.profile()).findFirst()
                .filter(newest -> !newest.id().equals(attempt.id()))
                .flatMap(newest -> newest.outcome().map(came -> telling.title(came, newest.profile()) + ". "))
                .orElse("");
    }

    private List<Button> correcting(Attempt attempt) {
        List<Button> all = new ArrayList<>();
        all.add(button("leaveAsSent", "outcome.leave", actions::leaveAsSent));
        dashboard(attempt).ifPresent(all::add);
        return all;
    }

    private List<Button> waiting() {
        return List.of(button("hurry", "outcome.hurry", desk.dispatch()::hurry),
                button("dont", "send.dont", desk.dispatch()::stop));
    }

    private List<Button> buttons(Attempt attempt, SendOutcome outcome, boolean settled) {
        List<Button> all = new ArrayList<>();
        switch (outcome) {
            case SendOutcome.Accepted(var answer, var id) -> {
                all.addAll(sent(attempt));
                all.add(answer(answer));
            }
            case SendOutcome.Rejected(var answer, var problems, var messages) -> all.add(answer(answer));
            case SendOutcome.SignInRefused refused -> all.add(
                    button("openSettings", "settings.open", actions::openSettings));
            case SendOutcome.NotSent notSent -> {
                all.add(button("again", "outcome.again", actions::send));
                all.add(button("openSettings", "settings.open", actions::openSettings));
            }
            case SendOutcome.Limited limited -> all.add(button("again", "outcome.again", actions::send));
            case SendOutcome.Unknown unknown when settled -> all.addAll(sent(attempt));
            case SendOutcome.Unknown(var cause, var answer) -> {
                dashboard(attempt).ifPresent(all::add);
                all.add(button("itIsThere", "outcome.there", desk.dispatch()::itIsThere));
                if (desk.cars().saving().lasts()) {
                    all.add(button("sendAgain", "outcome.sendagain", actions::sendAgain));
                }
                answer.map(this::answer).ifPresent(all::add);
            }
        }
        return all;
    }

    private List<Button> sent(Attempt attempt) {
        List<Button> all = new ArrayList<>(
                List.of(accented(button("nextCar", "stock.new", actions::newCar))));
        if (attempt.profile() == Profile.STAGING && desk.rehearsal().isOver()) {
            Button publish = button("publish", "outcome.publish", actions::publish);
            publish.getStyleClass().addAll("publish", "profile-" + Profile.PRODUCTION.key());
            all.add(publish);
        }
        all.add(button("correct", "outcome.correct", actions::correct));
        return all;
    }

    /** Practice has no dashboard. */
    private Optional<Button> dashboard(Attempt attempt) {
        return attempt.profile() == Profile.PRACTICE ? Optional.empty()
                : Optional.of(button("dashboard", "outcome.dashboard",
                        () -> actions.openDashboard(attempt.profile())));
    }

    private Button answer(Answer answer) {
        return button("showAnswer", "outcome.answer", () -> actions.showAnswer(answer));
    }

    /** The way to the earlier ones, on whatever profile. */
    private Optional<Hyperlink> sendings() {
        int count = desk.cars().inForm().current().get().attempts().size();
        if (count < 2) {
            return Optional.empty();
        }
        Hyperlink all = new Hyperlink(words.get("outcome.sendings", count));
        all.setId("sendings");
        all.setOnAction(event -> actions.sendings());
        return Optional.of(all);
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
