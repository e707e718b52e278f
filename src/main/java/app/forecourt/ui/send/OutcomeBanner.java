package app.forecourt.ui.send;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.model.AppModel;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.OutcomeMessages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What came of the last sending of this car to this profile, or before there is any that staging has it. */
public final class OutcomeBanner extends HBox {
    private final AppModel desk;
    private final Messages words;
    private final OutcomeMessages telling;
    private final OutcomeButtons ways;
    private final Runnable pause;
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final Label changed = new Label();
    private final FlowPane buttons = new FlowPane();
    private final VBox text = new VBox(title, sentence, changed, buttons);
    /** Whether the focus went with what was said before, and belongs to what is said next. */
    private boolean hadFocus;
    /** What was asked before. */
    private Asked asked = new Asked(Optional.empty(), List.of());

    /** A car, and the ids of the buttons that the banner offers for it. */
    private record Asked(Optional<UUID> car, List<String> buttons) {}

    /** @param pause is run when the banner asks something new */
    public OutcomeBanner(AppModel desk, Messages words, Runnable pause, OutcomeButtons.Actions actions) {
        this.desk = desk;
        this.words = words;
        this.pause = pause;
        this.telling = new OutcomeMessages(words);
        this.ways = new OutcomeButtons(desk, words, actions);
        setId("outcome");
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("banner");
        title.getStyleClass().add("banner-title");
        title.setId("outcomeTitle");
        for (Label told : List.of(title, sentence, changed)) {
            TextWrap.enable(told);
            LiveRegion.follow(told);
        }
        title.setMinHeight(USE_PREF_SIZE);
        sentence.setMinHeight(USE_PREF_SIZE);
        changed.setMinHeight(USE_PREF_SIZE);
        sentence.setId("outcomeSentence");
        changed.setId("outcomeChanges");
        buttons.getStyleClass().add("banner-buttons");
        text.getStyleClass().add("banner-text");
        // Else room is kept for the rows that they would take on a width of its own choice.
        buttons.prefWrapLengthProperty().bind(text.widthProperty());
        HBox.setHgrow(text, Priority.ALWAYS);
        ListenerScope listening = words.listenerScope();
        listening.to(desk.cars().current().last(), any -> refresh());
        listening.to(desk.cars().current().status(), any -> refresh());
        listening.to(desk.sending().barred(), any -> refresh());
        listening.to(desk.profile(), any -> refresh());
        listening.to(desk.firstInLine(), any -> refresh());
        listening.to(desk.form().draft(), any -> refreshChanges());
        listening.to(desk.form().shown(), change -> refreshChanges());
    }

    private void refresh() {
        hadFocus |= isFocusWithin();
        Optional<Submission> shown = desk.cars().current().last().get()
                .filter(attempt -> desk.cars().current().status().get() != ListingStatus.SENDING);
        Optional<SendOutcome> outcome = shown.flatMap(this::outcome);
        boolean barred = desk.sending().barred().get();
        NodeVisibility.when(this, barred || outcome.isPresent());
        if (barred) {
            showMissingCredentials(desk.profile().get());
        } else {
            outcome.ifPresent(came -> {
                if (shown.get().profile() == desk.profile().get()) {
                    showOutcome(shown.get(), came);
                } else {
                    showRehearsal(shown.get(), came);
                }
            });
        }
        refreshChanges();
        pauseIfAskedAnew();
        if (hadFocus && isVisible()) {
            hadFocus = false;
            focus();
        }
    }

    /** What is told of an attempt: of one that waits behind another, what that one waits for. */
    private Optional<SendOutcome> outcome(Submission attempt) {
        return attempt.outcome().or(() -> attempt.state() == SubmissionState.WAITING
                ? desk.firstInLine().get().flatMap(Submission::outcome)
                : Optional.empty());
    }

    private void pauseIfAskedAnew() {
        Asked now = isVisible() ? new Asked(Optional.of(desk.cars().current().car().get().id()),
                buttons.getChildren().stream().map(Node::getId).toList())
                : new Asked(Optional.empty(), List.of());
        if (!now.equals(asked) && isVisible()) {
            pause.run();
        }
        asked = now;
    }

    private void showMissingCredentials(Profile profile) {
        var failure = new SignInFailure(SignInFailure.Kind.NOT_SET_UP, Optional.empty());
        title.setText(telling.title(new SendOutcome.SignInRefused(failure), profile));
        sentence.setText(telling.sentence(failure, profile));
        buttons.getChildren().setAll(ways.settings());
        dress(OutcomeMessages.Tone.DOUBTFUL, Feather.ALERT_CIRCLE);
    }

    /** The car is where it was rehearsed, and not where she looks. */
    private void showRehearsal(Submission attempt, SendOutcome outcome) {
        title.setText(words.get("outcome.rehearsed", words.upperCaseName(attempt.profile()),
                words.upperCaseName(desk.profile().get())));
        String number = attempt.state() == SubmissionState.ACCEPTED
                ? telling.sentence(outcome, attempt.profile())
                : words.get("sending.there");
        sentence.setText(words.get("outcome.rehearsed.what", words.moment(attempt.changed()), number));
        showButtons(ways.ofRehearsal());
        dress(OutcomeMessages.Tone.DOUBTFUL, Feather.INFO);
    }

    /** What was typed for another profile is to be seen before it goes to this one. */
    private void refreshChanges() {
        boolean before = desk.cars().current().last().get()
                .filter(last -> isCorrected(last) || last.profile() != desk.profile().get()).isPresent();
        String fields = desk.correction().changes().stream().map(words::name)
                .collect(Collectors.joining(", "));
        Optional<Problem> unchanged = unchanged();
        NodeVisibility.when(changed, unchanged.isPresent() || (before && !fields.isEmpty()));
        changed.setText(unchanged.map(words::problem)
                .orElseGet(() -> words.get("outcome.correcting.changes", fields)));
    }

    private Optional<Problem> unchanged() {
        return desk.form().shown().stream().filter(problem -> problem.rule() == ProblemCode.SENT_UNCHANGED)
                .findFirst();
    }

    private boolean isCorrected(Submission attempt) {
        return attempt.accepted() && attempt.profile() == desk.profile().get()
                && desk.cars().current().status().get() == ListingStatus.DRAFT;
    }

    private void showButtons(List<Button> all) {
        buttons.getChildren().setAll(all);
        ways.sendings().ifPresent(buttons.getChildren()::add);
    }

    private void dress(OutcomeMessages.Tone tone, Feather icon) {
        getStyleClass().setAll("banner", tone.style);
        getChildren().setAll(Icons.of(icon, "banner-icon"), text);
    }

    private void showOutcome(Submission attempt, SendOutcome outcome) {
        boolean settled = attempt.accepted() && attempt.state() != SubmissionState.ACCEPTED;
        boolean correcting = isCorrected(attempt);
        boolean waiting = attempt.state() == SubmissionState.WAITING;
        String where = words.upperCaseName(attempt.profile());
        OutcomeMessages.Tone tone = correcting || waiting ? OutcomeMessages.Tone.DOUBTFUL
                : settled ? OutcomeMessages.Tone.GOOD : telling.tone(outcome);
        if (correcting) {
            title.setText(words.get("outcome.correcting", where));
            sentence.setText(words.get("outcome.correcting.what", words.moment(attempt.changed())));
        } else if (waiting) {
            title.setText(words.get("outcome.waiting", where));
            sentence.setText(telling.why(outcome, attempt.profile()) + " " + waitsFor(attempt));
        } else if (settled) {
            title.setText(words.get("outcome.settled", where));
            sentence.setText(words.get("outcome.settled.what"));
        } else {
            title.setText(
                    telling.title(outcome, attempt.profile()) + " · " + words.moment(attempt.changed()));
            sentence.setText(later(attempt) + telling.sentence(outcome, attempt.profile()));
        }
        showButtons(correcting ? ways.ofCorrection(attempt)
                : waiting ? ways.ofWaiting() : ways.of(attempt, outcome, settled));
        dress(tone, waiting ? Feather.CLOCK : switch (tone) {
            case GOOD -> Feather.CHECK_CIRCLE;
            case DOUBTFUL -> Feather.HELP_CIRCLE;
            case BAD -> Feather.ALERT_CIRCLE;
        });
    }

    private String waitsFor(Submission attempt) {
        boolean tried = attempt.outcome().isPresent();
        Submission first = tried ? attempt : desk.firstInLine().get().orElse(attempt);
        String due = words.second(first.due().orElse(first.changed()));
        return tried ? words.get("outcome.waiting.what", due, attempt.tries())
                : words.get("outcome.waiting.behind", due);
    }

    /** What came of sending it again, if that came to nothing and this one is told of still. */
    private String later(Submission attempt) {
        return desk.cars().current().car().get().submissionsTo(attempt.profile()).findFirst()
                .filter(newest -> !newest.id().equals(attempt.id()))
                .flatMap(newest -> newest.outcome().map(came -> telling.title(came, newest.profile()) + ". "))
                .orElse("");
    }

    /** Asks for a decision about what is told. */
    void ask() {
        pause.run();
        focus();
    }

    /** Puts the focus on the first thing to do. */
    void focus() {
        buttons.getChildren().stream().findFirst().ifPresent(Node::requestFocus);
    }
}
