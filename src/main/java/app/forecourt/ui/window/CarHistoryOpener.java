package app.forecourt.ui.window;

import app.forecourt.car.CarField;
import app.forecourt.model.AppModel;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.settings.Profile;
import app.forecourt.sharing.ReplacedText;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import app.forecourt.ui.dialog.ContentSheets;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.stock.CarHistoryMessages;
import app.forecourt.ui.stock.CarHistoryPane;
import app.forecourt.ui.stock.SubmissionHistoryMessages;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Actions that show the history of a car, and the notice of texts that gave way to those of another desk. */
final class CarHistoryOpener {
    private final AppModel model;
    private final Messages messages;
    private final WindowDialogs dialogs;
    private final BooleanSupplier isCovered;

    /** @param isCovered returns whether a sheet is open */
    CarHistoryOpener(WindowContext context, BooleanSupplier isCovered) {
        this.model = context.model();
        this.messages = context.messages();
        this.dialogs = context.dialogs();
        this.isCovered = isCovered;
    }

    /** Shows the history with the newest submission selected, if there is one. */
    void showSubmissions() {
        if (model.cars().current().car().get().submissions().isEmpty()) {
            dialogs.toasts().show("sendings.none");
        } else {
            show(Optional.of(model.profile().get()));
        }
    }

    /** @param sentTo profile whose newest submission is selected */
    void show(Optional<Profile> sentTo) {
        CarInMemory car = model.cars().current().car().get();
        List<Submission> sent = car.submissions().all();
        List<UUID> ids = sent.stream().map(Submission::id).toList();
        model.cars()
                .findHistory(
                        model.photos().addresses()::byReference,
                        history -> model.sharedStock().findSenders(ids, senders -> {
                            if (!isCovered.getAsBoolean()
                                    && model.cars().current().car().get().id().equals(car.id())) {
                                history.map(steps -> new CarHistoryPane(
                                                steps.withSenders(senders),
                                                new CarHistoryMessages(
                                                        new SubmissionHistoryMessages(
                                                                messages,
                                                                model.profileModel()
                                                                        .displayNames(),
                                                                sent,
                                                                senders),
                                                        model.form().validator(),
                                                        model.photos()::name,
                                                        model.profile().get()),
                                                sentTo))
                                        .ifPresentOrElse(
                                                pane -> new ContentSheets(dialogs, messages)
                                                        .showTitled(
                                                                messages.get("history.title.of", name(car.row())),
                                                                pane,
                                                                pane.list()),
                                                () -> dialogs.toasts().show("history.unreadable"));
                            }
                        }));
    }

    /** Says which texts gave way to others, because two desks typed into the same fields, and offers the history. */
    void showReplaced(List<ReplacedText> replaced) {
        ReplacedText last = replaced.getLast();
        if (replaced.stream().map(ReplacedText::car).distinct().count() > 1) {
            dialogs.toasts().show("replaced.many");
            return;
        }
        String fields = replaced.stream()
                .filter(text -> text.isOwn() == last.isOwn())
                .map(text -> CarField.ofApiName(text.field()).orElseThrow())
                .map(messages::name)
                .distinct()
                .collect(Collectors.joining(", "));
        String text = messages.get(
                last.isOwn() ? "replaced.own" : "replaced.other",
                model.cars().stock().row(last.car()).map(this::name).orElse(messages.get("stock.untitled")),
                fields,
                last.desk().isEmpty() ? messages.get("desks.unknown") : last.desk());
        dialogs.toasts().show(text, "replaced.show", () -> {
            model.cars().open(last.car());
            model.cars().chosen().focusWhenOpened(() -> show(Optional.empty()));
        });
    }

    private String name(StockRow row) {
        return model.cars().names().name(row, messages.get("stock.untitled"));
    }
}
