package app.forecourt.ui.stock;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.check.ParsedDraft;
import app.forecourt.history.FieldChange;
import app.forecourt.history.HistoryStep;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.ui.dialog.FieldComparisonTable;
import app.forecourt.ui.words.FieldValueText;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Messages about the steps of a car's history.
 *
 * @param submissions messages about the car's submissions
 * @param photoNames returns the name of the file for a photo that has no address yet
 * @param profile profile with the names of options that were typed and not sent
 */
public record CarHistoryMessages(
        SubmissionHistoryMessages submissions,
        CarValidator validator,
        Function<String, Optional<String>> photoNames,
        Profile profile) {
    /** Most changed fields that a line of the list names. */
    private static final int MOST_NAMES = 4;

    Messages words() {
        return submissions.words();
    }

    /** Returns what happened in a step. */
    String title(HistoryStep step) {
        return step.submission()
                .map(submission -> switch (step.kind()) {
                    case TAKEN_OFF, STILL_THERE ->
                        words().getFor(
                                        submission.profile(),
                                        "history." + Messages.key(step.kind()),
                                        "history." + Messages.key(step.kind()) + ".practice",
                                        words().upperCaseName(submission.profile()));
                    default -> sent(submission);
                })
                .orElseGet(() -> switch (step.kind()) {
                    case TAKEN_OFF -> words().get("takeoff.done");
                    case STILL_THERE -> words().get("takeoff.left");
                    default -> words().get("history." + Messages.key(step.kind()));
                });
    }

    private String sent(Submission submission) {
        return submission.state() == SubmissionState.ACCEPTED
                ? words().get("send.sent", words().upperCaseName(submission.profile()))
                : submissions.title(submission);
    }

    /** Returns the time of a step, with the desk at which it was done if that is another one. */
    String time(HistoryStep step) {
        return by(step, words().moment(step.at()));
    }

    private String by(HistoryStep step, String moment) {
        return step.author()
                .map(desk -> words().get("history.by", moment, desk))
                .orElse(moment);
    }

    /** Returns AutoChat's number of an advert that was ticked or lost its tick; empty for any other step. */
    private Stream<String> tick(HistoryStep step) {
        boolean isUndo = step.kind() == HistoryStep.Kind.STILL_THERE;
        return isUndo || step.kind() == HistoryStep.Kind.TAKEN_OFF
                ? Stream.concat(
                        isUndo ? Stream.of(words().get("history.untick")) : Stream.of(),
                        step
                                .submission()
                                .flatMap(Submission::number)
                                .map(number -> words().get("takeoff.number", number))
                                .stream())
                : Stream.of();
    }

    /**
     * Returns the heading above a step's changes, with its exact time.
     *
     * @param isWhole whether the whole car is below it
     */
    String heading(HistoryStep step, boolean isWhole) {
        String time = by(step, words().exactMoment(step.at()));
        return isWhole ? words().get("history.then.title", time) : title(step) + " · " + time;
    }

    /** Returns the price change of a step and the names of its other changed fields, or the number of its advert. */
    String summary(HistoryStep step) {
        Stream<String> price = step.priceChange().map(change -> price(change, step)).stream();
        return Stream.of(tick(step), price, names(step).limit(MOST_NAMES))
                .flatMap(texts -> texts)
                .collect(Collectors.joining(" · "));
    }

    /** Returns the number of changed fields that the summary does not name; {@code ""} if it names all. */
    String more(HistoryStep step) {
        long more = names(step).count() - MOST_NAMES;
        return more > 0 ? words().get("history.more", more) : "";
    }

    private Stream<String> names(HistoryStep step) {
        return step.changes().stream()
                .filter(change -> !change.isPriceChange())
                .map(change -> words().name(change.field()));
    }

    /** Returns a price change with its currency only once, and so short that the list never cuts it. */
    private String price(FieldChange change, HistoryStep step) {
        ParsedDraft before = validator.parse(CarDraft.EMPTY.with(change.field(), change.before()));
        FieldValueText values = values(step);
        return values.text(change.field(), before) + " → " + values.text(change.field(), validator.parse(step.draft()));
    }

    List<FieldComparisonTable.Row> changes(HistoryStep step) {
        ParsedDraft before = validator.parse(before(step));
        ParsedDraft after = validator.parse(step.draft());
        FieldValueText values = values(step);
        return step.changes().stream()
                .map(change -> row(
                        change,
                        value(change.field(), change.before(), change.removed(), before, values),
                        change.isReordered()
                                ? words().get("history.reordered")
                                : value(change.field(), change.after(), change.added(), after, values)))
                .toList();
    }

    private static CarDraft before(HistoryStep step) {
        CarDraft draft = step.draft();
        for (FieldChange change : step.changes()) {
            draft = change.field() == CarField.OPTIONS ? draft : draft.with(change.field(), change.before());
        }
        return draft;
    }

    /**
     * Returns the value of a field before or after a change. A list shows only the entries that the other one lacks.
     */
    private static String value(
            CarField field, String text, List<String> entries, ParsedDraft car, FieldValueText values) {
        return switch (field.type()) {
            case OPTIONS -> values.options(entries);
            case LINKS -> values.photos(entries);
            default -> text.isEmpty() ? "" : values.text(field, car);
        };
    }

    private FieldComparisonTable.Row row(FieldChange change, String before, String after) {
        // Another spelling of a value is shown as it was typed. Two files may have the same name.
        boolean isSpelling = before.equals(after) && change.field().type() != FieldType.LINKS;
        String first = isSpelling ? change.before() : before;
        String second = isSpelling ? change.after() : after;
        String name = words().name(change.field());
        String empty = words().get("history.empty");
        return new FieldComparisonTable.Row(
                change.field(),
                name,
                first,
                second,
                words().get(
                                "history.change",
                                name,
                                first.isEmpty() ? empty : first,
                                second.isEmpty() ? empty : second));
    }

    /** Returns all fields of the car as it was after a step, one per line. */
    String whole(HistoryStep step) {
        ParsedDraft car = validator.parse(step.draft());
        FieldValueText values = values(step);
        List<String> sections = new ArrayList<>();
        for (CarField.Section section : CarField.Section.values()) {
            String fields = CarField.ofSection(section).stream()
                    .map(field -> line(field, car, values))
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n"));
            if (!fields.isEmpty()) {
                sections.add(
                        words().get("section." + Messages.key(section)).toUpperCase(words().locale()) + "\n" + fields);
            }
        }
        return String.join("\n\n", sections);
    }

    private String line(CarField field, ParsedDraft car, FieldValueText values) {
        String text = values.text(field, car);
        return text.isEmpty() || field == CarField.OPTIONS
                ? text
                : words().get("history.set", words().name(field), text);
    }

    private FieldValueText values(HistoryStep step) {
        return new FieldValueText(
                words(),
                validator.vocabulary(),
                name -> submissions
                        .displayNames()
                        .option(
                                step.submission()
                                        .filter(_ -> step.kind() == HistoryStep.Kind.SENT)
                                        .map(Submission::profile)
                                        .orElse(profile),
                                name),
                photoNames);
    }
}
