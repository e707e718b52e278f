package app.forecourt.ui.send;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.model.AppModel;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;

/** What can be done about what came of a sending: the buttons below what is told of it, the likeliest first. */
public final class OutcomeButtons {
    private final AppModel desk;
    private final Messages words;
    private final Actions actions;

    /** What the buttons ask of the window. */
    public interface Actions {
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

    OutcomeButtons(AppModel desk, Messages words, Actions actions) {
        this.desk = desk;
        this.words = words;
        this.actions = actions;
    }

    List<Button> ofCorrection(Submission attempt) {
        List<Button> all = new ArrayList<>();
        all.add(button("leaveAsSent", "outcome.leave", actions::leaveAsSent));
        dashboard(attempt).ifPresent(all::add);
        return all;
    }

    List<Button> ofWaiting() {
        return List.of(button("hurry", "outcome.hurry", desk.sending()::retryNow),
                button("dont", "send.dont", desk.sending()::stop));
    }

    /** Nothing, while what staging has is being corrected. */
    List<Button> ofRehearsal() {
        return publish().stream().toList();
    }

    /** @param settled whether she has said that it is there, nobody knowing */
    List<Button> of(Submission attempt, SendOutcome outcome, boolean settled) {
        List<Button> all = new ArrayList<>();
        switch (outcome) {
            case SendOutcome.Accepted(var answer, var id) -> {
                all.addAll(sent(attempt));
                all.add(answer(answer));
            }
            case SendOutcome.Rejected(var answer, var problems, var messages) -> all.add(answer(answer));
            case SendOutcome.SignInRefused refused -> all.add(settings());
            case SendOutcome.NotSent notSent -> {
                all.add(again());
                all.add(settings());
            }
            case SendOutcome.Limited limited -> all.add(again());
            case SendOutcome.Unknown unknown when settled -> all.addAll(sent(attempt));
            case SendOutcome.Unknown(var cause, var answer) -> {
                dashboard(attempt).ifPresent(all::add);
                all.add(confirming("itIsThere", "outcome.there", desk.sending()::itIsThere));
                if (desk.cars().saving().lasts()) {
                    all.add(confirming("sendAgain", "outcome.sendagain", actions::sendAgain));
                }
                answer.map(this::answer).ifPresent(all::add);
            }
        }
        return all;
    }

    private List<Button> sent(Submission attempt) {
        List<Button> all = new ArrayList<>();
        Button next = button("nextCar", "stock.new", actions::newCar);
        next.getStyleClass().add(Styles.ACCENT);
        all.add(next);
        publish().filter(any -> attempt.profile() == Profile.STAGING).ifPresent(all::add);
        all.add(confirming("correct", "outcome.correct", actions::correct));
        return all;
    }

    private Optional<Button> publish() {
        if (!desk.publishing().isOver()) {
            return Optional.empty();
        }
        Button publish = confirming("publish", "outcome.publish", actions::publish);
        publish.setText(WindowShortcut.PUBLISH.behind(publish.getText(), words));
        publish.getStyleClass().addAll("publish", "profile-" + Profile.PRODUCTION.key());
        return Optional.of(publish);
    }

    /** Practice has no dashboard. */
    private Optional<Button> dashboard(Submission attempt) {
        return attempt.profile() == Profile.PRACTICE ? Optional.empty()
                : Optional.of(button("dashboard", "outcome.dashboard",
                        () -> actions.openDashboard(attempt.profile())));
    }

    Button settings() {
        return button("openSettings", "settings.open", actions::openSettings);
    }

    private Button again() {
        return confirming("again", "outcome.again", actions::send);
    }

    private Button answer(Answer answer) {
        return button("showAnswer", "outcome.answer", () -> actions.showAnswer(answer));
    }

    /** The way to the earlier ones, on whatever profile. */
    Optional<Hyperlink> sendings() {
        int count = desk.cars().current().car().get().attempts().size();
        if (count < 2) {
            return Optional.empty();
        }
        Hyperlink all = new Hyperlink(words.get("outcome.sendings", count));
        all.setId("sendings");
        all.setOnAction(event -> actions.sendings());
        return Optional.of(all);
    }

    /** Makes a button that sends, or says what becomes of the car. */
    private Button confirming(String id, String key, Runnable action) {
        Button button = button(id, key, action);
        ConfirmationFilter.confirms(button);
        return button;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(words.get(key));
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }
}
