package app.forecourt.ui.send;

import app.forecourt.model.AppModel;
import app.forecourt.model.send.SendDelay;
import app.forecourt.model.stock.Autosave;
import app.forecourt.settings.Profile;
import app.forecourt.stock.ListingStatus;
import app.forecourt.ui.form.CompletenessBar;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.keys.ControlKey;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The line below the form: what is left to fix, and the button that says where the car will go. */
public final class SendBar extends HBox {
    /** Longest time in which a click is meant for the undo that was there before. */
    private static final Duration LATE = Duration.ofSeconds(2);
    /** Time that leaves everybody enough to read a short notice. */
    private static final Duration NOTICED = Duration.ofSeconds(8);

    private final AppModel desk;
    private final Messages words;
    private final Runnable pause;
    private final Button send = new Button();
    private final Button stop = new Button();
    /** Takes back a car that leaves soon though another one is shown. */
    private final Button undoElsewhere = new Button();
    private final Label undone = new Label();
    private final ProgressIndicator wait = new ProgressIndicator();
    private final Hyperlink left = new Hyperlink();
    private final Label saved = new Label();
    private final Label keys;
    /** Whether the car in the form has not left yet and can be taken back. */
    private boolean undoable;
    /** Whether the countdown has just ended, so that a late click on undo must not stop the sending. */
    private boolean justLeft;
    /** Counts how often a car was taken back, so that only the last notice of it goes. */
    private int undos;

    /** @param pause is run when a countdown begins or is undone */
    public SendBar(AppModel desk, Messages words, Runnable pause, Runnable send, Runnable nextProblem) {
        this.desk = desk;
        this.words = words;
        this.pause = pause;
        getStyleClass().add("send-bar");
        left.setId("nextProblem");
        LiveRegion.follow(left);
        left.setOnAction(event -> nextProblem.run());
        keys = new Label(words.get("keys.hint", WindowShortcut.KEYS.brief(words),
                WindowShortcut.NEXT_PROBLEM.brief(words)));
        keys.getStyleClass().add("hint");
        left.setMinWidth(Region.USE_PREF_SIZE);
        CompletenessBar completeness = new CompletenessBar(desk.form(), words);
        HBox.setHgrow(completeness, Priority.ALWAYS);
        wait.getStyleClass().add("small-wait");
        stop.setId("stop");
        stop.setOnAction(event -> desk.sending().stop());
        ConfirmationFilter.confirms(stop);
        undoElsewhere.setId("undoLeaving");
        undoElsewhere.setOnAction(
                event -> desk.sending().leavingOutOfSight().ifPresent(desk.sending()::undo));
        undoElsewhere.setMinWidth(USE_PREF_SIZE);
        undone.setId("undone");
        undone.setText(words.get("send.undone"));
        undone.setMinWidth(USE_PREF_SIZE);
        LiveRegion.follow(undone);
        NodeVisibility.when(undone, false);
        ConfirmationFilter.confirms(this.send);
        this.send.setId("send");
        this.send.getStyleClass().add("send-button");
        this.send.setMinWidth(Region.USE_PREF_SIZE);
        this.send.setOnAction(event -> send.run());
        saved.setId("saved");
        saved.getStyleClass().add("hint");
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(saved.textProperty());
        saved.setTooltip(whole);
        getChildren().addAll(left, completeness, undone, saved, keys, undoElsewhere, wait, stop,
                this.send, new LiveRegion());

        ListenerScope listening = words.listenerScope();
        listening.to(desk.profile(), any -> refresh());
        listening.to(desk.cars().current().status(), any -> refresh());
        listening.to(desk.cars().current().car(), any -> refresh());
        listening.to(desk.sending().delay().steps(), any -> refresh());
        listening.to(desk.sending().undone(), (before, now) -> showUndone());
        listening.to(desk.cars().saving().state(), this::saved);
        listening.to(desk.cars().saving().state(), this::turned);
        listening.to(desk.form().shown(), change -> count());
        count();
    }

    /** In a small window, or beside a long word about the disk, all else is worth more than the keys. */
    @Override
    protected void layoutChildren() {
        double all = prefWidth(-1) + (keys.isManaged() ? 0 : getSpacing() + snapSizeX(keys.prefWidth(-1)));
        NodeVisibility.when(keys, all <= getWidth());
        super.layoutChildren();
    }

    private void refresh() {
        Profile profile = desk.profile().get();
        ListingStatus standing = desk.cars().current().status().get();
        String where = words.upperCaseName(profile);
        boolean sending = standing == ListingStatus.SENDING || standing == ListingStatus.WAITING;
        OptionalInt left = desk.sending().secondsLeft();
        if (left.isPresent() != undoable) {
            undoable = left.isPresent();
            pause.run();
            justLeft = !undoable && standing == ListingStatus.SENDING;
            desk.background().later(LATE, () -> {
                justLeft = false;
                refresh();
            });
        }
        NodeVisibility.when(wait, sending && !undoable);
        NodeVisibility.when(stop, sending && !justLeft);
        tellOfElsewhere();
        stop.setText(undoable
                ? String.join("   ", words.get("send.undo"), ControlKey.UNDO_SENDING.press(words))
                : words.get(standing == ListingStatus.WAITING ? "send.dont" : "send.stop"));
        send.setDisable(standing != ListingStatus.DRAFT);
        send.setGraphic(Icons.of(standing == ListingStatus.SENT ? Feather.CHECK : Feather.SEND));
        send.setText(switch (standing) {
            case DRAFT -> WindowShortcut.SEND.behind(words.get("send.to", where), words);
            case WAITING -> words.get("send.waiting", where);
            case SENDING -> left.isPresent() ? words.get("send.soon", where, left.getAsInt())
                    : words.get("send.sending", where);
            case UNKNOWN -> words.get("send.unknown");
            case SENT -> words.get("send.sent", where);
        });
        count();
    }

    private void tellOfElsewhere() {
        Optional<SendDelay.Leaving> leaving = desk.sending().leavingOutOfSight();
        NodeVisibility.when(undoElsewhere, leaving.isPresent());
        leaving.ifPresent(car -> undoElsewhere.setText(String.join("   ",
                words.get("send.elsewhere", car.name(), words.upperCaseName(car.to()), car.left()),
                words.get("send.undo"),
                ControlKey.UNDO_SENDING.press(words))));
    }

    /** Says for a while that a car was taken back. */
    private void showUndone() {
        int mine = ++undos;
        NodeVisibility.when(undone, true);
        desk.background().later(NOTICED, () -> {
            if (mine == undos) {
                NodeVisibility.when(undone, false);
            }
        });
    }

    private void saved(Autosave.State state) {
        boolean failing = state instanceof Autosave.State.Failing;
        saved.setText(switch (state) {
            case Autosave.State.Nothing nothing -> "";
            case Autosave.State.Saved(var at) -> words.get("saved", words.second(at));
            case Autosave.State.Failing(var reason) ->
                words.get("saved.not", words.get("disk." + Messages.key(reason)));
        });
        saved.setMinWidth(failing ? 0 : USE_PREF_SIZE);
        saved.pseudoClassStateChanged(Styles.STATE_DANGER, failing);
    }

    /** Told once: with each second anew it would talk over the typing. */
    private void turned(Autosave.State before, Autosave.State now) {
        if (before.getClass() != now.getClass()) {
            LiveRegion.announce(saved);
        }
    }

    private void count() {
        long errors = desk.form().shown().stream().filter(problem -> problem.rule().blocks()).count();
        long warnings = desk.form().shown().size() - errors;
        NodeVisibility.when(left,
                errors + warnings > 0 && desk.cars().current().status().get() == ListingStatus.DRAFT);
        left.setText(Stream.of(count("problems.count.fix", errors), count("problems.count.look", warnings))
                .flatMap(Optional::stream).collect(Collectors.joining(" · ")));
        left.pseudoClassStateChanged(Styles.STATE_DANGER, errors > 0);
    }

    private Optional<String> count(String key, long count) {
        return count == 0 ? Optional.empty() : Optional.of(words.get(key, count));
    }
}
