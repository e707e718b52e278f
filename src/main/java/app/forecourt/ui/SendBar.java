package app.forecourt.ui;

import app.forecourt.car.Problem;
import app.forecourt.listing.SendCar;
import app.forecourt.profile.Profile;
import app.forecourt.ui.StockEntry.Standing;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The line below the form: what is left to fix, and the button that says where the car will go. */
final class SendBar extends HBox {
    /** Pixels from which on all of it fits. */
    private static final double ROOMY = 1_250;

    private final Desk desk;
    private final Words words;
    private final Button send = new Button();
    private final Button stop = new Button();
    private final ProgressIndicator wait = new ProgressIndicator();
    private final Hyperlink left = new Hyperlink();

    SendBar(Desk desk, Words words, Runnable send, Runnable nextProblem) {
        this.desk = desk;
        this.words = words;
        getStyleClass().add("send-bar");
        left.setId("nextProblem");
        left.setOnAction(event -> nextProblem.run());
        Label keys = new Label(words.get("keys.hint"));
        keys.getStyleClass().add("hint");
        // On a small window what is left to fix is worth more than the keys to it.
        keys.visibleProperty().bind(widthProperty().greaterThan(ROOMY));
        keys.managedProperty().bind(keys.visibleProperty());
        left.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        CompletenessBar completeness = new CompletenessBar(desk.form(), words);
        HBox.setHgrow(space, Priority.ALWAYS);
        wait.getStyleClass().add("small-wait");
        stop.setId("stop");
        stop.setText(words.get("send.stop"));
        stop.setOnAction(event -> desk.stop());
        this.send.setId("send");
        this.send.getStyleClass().add("send-button");
        this.send.setMinWidth(Region.USE_PREF_SIZE);
        this.send.setOnAction(event -> send.run());
        getChildren().addAll(left, completeness, space, keys, wait, stop, this.send);

        desk.profile().subscribe(any -> tell());
        desk.standing().subscribe(any -> tell());
        desk.form().shown().addListener((ListChangeListener<Problem>) change -> count());
        count();
    }

    private void tell() {
        Profile profile = desk.profile().get();
        Standing standing = desk.standing().get();
        String where = words.loud(profile);
        boolean sending = standing == Standing.SENDING;
        wait.setVisible(sending);
        wait.setManaged(sending);
        stop.setVisible(sending);
        stop.setManaged(sending);
        send.setDisable(standing != Standing.DRAFT);
        send.setGraphic(Icons.of(standing == Standing.SENT ? Feather.CHECK : Feather.SEND));
        send.setText(switch (standing) {
            case DRAFT -> words.get("send.to", where) + "   " + words.get("key.send");
            // The one it was sent to, whichever is looked at now.
            case SENDING -> words.get("send.sending", desk.current().get().sending().get()
                    .map(SendCar::profile).map(words::loud).orElse(where));
            case UNKNOWN -> words.get("send.unknown");
            case SENT -> words.get("send.sent", where);
        });
        count();
    }

    private void count() {
        long errors = desk.form().shown().stream().filter(problem -> problem.rule().blocks()).count();
        long warnings = desk.form().shown().size() - errors;
        left.setVisible(errors + warnings > 0 && desk.standing().get() == Standing.DRAFT);
        left.setManaged(left.isVisible());
        left.setText(Stream.of(said("problems.count.fix", errors), said("problems.count.look", warnings))
                .flatMap(Optional::stream).collect(Collectors.joining(" · ")));
        left.pseudoClassStateChanged(Styles.STATE_DANGER, errors > 0);
    }

    private Optional<String> said(String key, long count) {
        return count == 0 ? Optional.empty() : Optional.of(words.get(key, count));
    }
}
