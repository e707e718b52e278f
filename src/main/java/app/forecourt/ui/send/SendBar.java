package app.forecourt.ui.send;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.model.AppModel;
import app.forecourt.model.send.SendDelay;
import app.forecourt.model.store.Autosave;
import app.forecourt.settings.Profile;
import app.forecourt.stock.SendingStatus;
import app.forecourt.ui.form.AdvertGapLink;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.ListenerScope;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.keys.ConfirmationFilter;
import app.forecourt.ui.keys.LocalShortcut;
import app.forecourt.ui.keys.WindowShortcut;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Bar below the form with the number of problems and the send button, which names the target profile. */
public final class SendBar extends HBox {
    /** Period after a countdown in which a click is still meant for the undo button. */
    private static final Duration LATE_CLICK = Duration.ofSeconds(2);

    private final AppModel model;
    private final Messages messages;
    private final Runnable pause;
    private final Button send = new Button();
    private final Button stop = new Button();
    /** Button that undoes the sending of a car during its countdown while the form shows another car. */
    private final Button undoElsewhere = new Button();

    private final ProgressIndicator wait = new ProgressIndicator();
    private final Label saved = new Label();
    private final KeyHintLinks keys;
    private final AdvertGapLink gaps;
    /** Names what production will ask about a car that was sent to another profile. */
    private final Label productionAsks = new Label("", Icons.ofProblem(false));
    /** Whether the countdown of the car in the form runs, so that its sending can be undone. */
    private boolean undoable;
    /** Whether the countdown ended just now. A late click on undo must not stop the sending. */
    private boolean justLeft;

    /**
     * Creates the bar.
     *
     * @param pause action that pauses confirmations; runs when a countdown begins or ends
     * @param run action that runs the action of a key
     * @param toProblem action that moves the focus to an error for true, or to a warning for false
     * @param toField action that moves the focus to a field
     */
    public SendBar(
            AppModel model,
            Messages messages,
            Runnable pause,
            Consumer<WindowShortcut> run,
            Consumer<Boolean> toProblem,
            Consumer<CarField> toField) {
        this.model = model;
        this.messages = messages;
        this.pause = pause;
        getStyleClass().add("send-bar");
        keys = new KeyHintLinks(model, messages, run);
        gaps = new AdvertGapLink(model.form(), messages, toField);
        StackPane advice = new StackPane(gaps, productionAsks);
        advice.setAlignment(Pos.CENTER_LEFT);
        advice.setMinWidth(0);
        HBox.setHgrow(advice, Priority.ALWAYS);
        productionAsks.setId("productionAsks");
        productionAsks.getStyleClass().add("note");
        productionAsks.pseudoClassStateChanged(Styles.STATE_WARNING, true);
        productionAsks.setMaxSize(Double.MAX_VALUE, USE_PREF_SIZE);
        wait.getStyleClass().add("small-wait");
        stop.setId("stop");
        stop.setOnAction(_ -> {
            if (model.sendWorkflow().photos().awaited().get()) {
                model.sendWorkflow().photos().stop();
            } else {
                model.sendWorkflow().stop();
            }
        });
        ConfirmationFilter.markConfirming(stop);
        undoElsewhere.setId("undoLeaving");
        undoElsewhere.setOnAction(_ -> model.sendWorkflow().delay().outOfSight().ifPresent(model.sendWorkflow()::undo));
        undoElsewhere.setMinWidth(USE_PREF_SIZE);
        ConfirmationFilter.markConfirming(send);
        send.setId("send");
        send.getStyleClass().add("send-button");
        send.setMinWidth(Region.USE_PREF_SIZE);
        send.setOnAction(_ -> run.accept(WindowShortcut.SEND));
        saved.setId("saved");
        saved.getStyleClass().add("hint");
        getChildren()
                .addAll(
                        new ProblemCountLinks(model, messages, toProblem),
                        advice,
                        saved,
                        keys,
                        undoElsewhere,
                        wait,
                        stop,
                        send,
                        new LiveRegion());

        ListenerScope listening = messages.listenerScope();
        listening.listen(model.profile(), _ -> refresh());
        listening.listen(model.cars().current().status(), _ -> refresh());
        listening.listen(model.cars().current().car(), _ -> refresh());
        listening.listen(model.sendWorkflow().delay().steps(), _ -> refresh());
        listening.listen(model.sendWorkflow().photos().awaited(), _ -> refresh());
        listening.listen(model.photos().photos(), _ -> showSendText());
        listening.listen(model.form().photos().addresses(), _ -> showSendText());
        listening.listen(model.cars().autosave().state(), this::showSaved);
        listening.listen(model.cars().autosave().state(), _ -> showSendText());
        listening.listen(model.cars().autosave().state(), this::announceChange);
        listening.listen(model.form().problems().visible(), _ -> requestLayout());
    }

    /** Adds the tooltip. The first frame does not wait for it, because a tooltip is a window of its own. */
    public void addTooltip() {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(saved.textProperty());
        saved.setTooltip(whole);
    }

    /** Lays out the bar. Hides key hints if space is scarce, because all other parts are more important. */
    @Override
    protected void layoutChildren() {
        double others = prefWidth(-1) - (keys.isManaged() ? getSpacing() + snapSizeX(keys.prefWidth(-1)) : 0);
        keys.fit(isSent() ? 0 : getWidth() - others - getSpacing());
        super.layoutChildren();
    }

    private boolean isSent() {
        return model.cars().current().status().get() == SendingStatus.SENT;
    }

    private void refresh() {
        SendingStatus status = model.cars().current().status().get();
        boolean sending = status == SendingStatus.SENDING || status == SendingStatus.WAITING;
        boolean hasCountdown = model.sendWorkflow().delay().shown().isPresent();
        if (hasCountdown != undoable) {
            undoable = hasCountdown;
            pause.run();
            justLeft = !undoable && status == SendingStatus.SENDING;
            model.taskRunner().runLater(LATE_CLICK, () -> {
                justLeft = false;
                refresh();
            });
        }
        boolean awaitingPhotos = model.sendWorkflow().photos().awaited().get();
        NodeVisibility.set(wait, (sending && !undoable) || awaitingPhotos);
        NodeVisibility.set(stop, (sending && !justLeft) || awaitingPhotos);
        refreshUndoElsewhere();
        stop.setText(
                undoable
                        ? String.join("   ", messages.get("send.undo"), LocalShortcut.UNDO_SENDING.keyText(messages))
                        : messages.get(status == SendingStatus.WAITING || awaitingPhotos ? "send.dont" : "send.stop"));
        send.setDisable(status != SendingStatus.DRAFT || awaitingPhotos);
        send.setGraphic(Icons.of(status == SendingStatus.SENT ? Feather.CHECK : Feather.SEND));
        // Hidden only, so that the parts of the bar stay in their places.
        gaps.setVisible(!isSent());
        showProductionAsks();
        requestLayout();
        showSendText();
    }

    private void showProductionAsks() {
        List<Problem> missing = isSent() && model.profile().get() != Profile.PRODUCTION
                ? model.sendWorkflow().missingContent()
                : List.of();
        NodeVisibility.set(productionAsks, !missing.isEmpty());
        productionAsks.setText(messages.get(
                "send.production_asks",
                messages.upperCaseName(Profile.PRODUCTION),
                missing.stream()
                        .map(Problem::field)
                        .map(field -> field == CarField.IMAGES ? messages.get("section.photos") : messages.name(field))
                        .collect(Collectors.joining(", "))));
    }

    private void showSendText() {
        String target = messages.upperCaseName(model.profile().get());
        send.setText(
                switch (model.cars().current().status().get()) {
                    case DRAFT -> draftText(target);
                    case WAITING -> messages.get("send.waiting", target);
                    case SENDING ->
                        model.sendWorkflow()
                                .delay()
                                .shown()
                                .map(car -> messages.get("send.soon", target, car.secondsLeft()))
                                .orElseGet(() -> messages.get("send.sending", target));
                    case UNKNOWN -> messages.get("send.unknown");
                    case SENT -> messages.get("send.sent", target);
                });
    }

    private String draftText(String target) {
        int missing = model.sendWorkflow().photos().withoutAddress().size();
        if (model.sendWorkflow().photos().awaited().get()) {
            return messages.get("send.when_public", target, missing);
        }
        if (model.cars().autosave().state().get() instanceof Autosave.State.Failing(var reason)) {
            return messages.get("send.not." + Messages.key(reason), target);
        }
        String text = messages.get(model.correctionWorkflow().isCorrecting() ? "send.correction" : "send.to", target);
        return WindowShortcut.SEND.appendTo(
                missing == 0
                        ? text
                        // In Practice no photo goes to the web.
                        : messages.getFor(
                                model.profile().get(),
                                "send.photos.missing",
                                "send.photos.missing.practice",
                                text,
                                missing),
                messages);
    }

    private void refreshUndoElsewhere() {
        Optional<SendDelay.PendingCar> leaving = model.sendWorkflow().delay().outOfSight();
        NodeVisibility.set(undoElsewhere, leaving.isPresent());
        leaving.ifPresent(car -> undoElsewhere.setText(String.join(
                "   ",
                messages.get("send.elsewhere", car.name(), messages.upperCaseName(car.to()), car.secondsLeft()),
                messages.get("send.undo"),
                LocalShortcut.UNDO_SENDING.keyText(messages))));
    }

    private void showSaved(Autosave.State state) {
        boolean failing = state instanceof Autosave.State.Failing;
        saved.setText(
                switch (state) {
                    case Autosave.State.Nothing nothing -> "";
                    case Autosave.State.Saved(var at) -> messages.get("saved", messages.timeOfDay(at));
                    case Autosave.State.Pending pending -> messages.get("saved.pending");
                    case Autosave.State.Failing(var reason) ->
                        messages.get("saved.not", messages.get("disk." + Messages.key(reason)));
                });
        saved.setMinWidth(failing ? 0 : USE_PREF_SIZE);
        saved.pseudoClassStateChanged(Styles.STATE_DANGER, failing);
    }

    /**
     * Announces the state to screen readers only when its kind changes, and not that the disk is slow. An announcement
     * each second would disturb typing.
     */
    private void announceChange(Autosave.State oldState, Autosave.State newState) {
        boolean isSlow = oldState instanceof Autosave.State.Pending || newState instanceof Autosave.State.Pending;
        if (oldState.getClass() != newState.getClass() && (!isSlow || newState instanceof Autosave.State.Failing)) {
            LiveRegion.announce(saved);
        }
    }
}
