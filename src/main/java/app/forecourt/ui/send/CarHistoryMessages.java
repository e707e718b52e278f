package app.forecourt.ui.send;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.history.FieldChange;
import app.forecourt.history.HistoryStep;
import app.forecourt.model.options.DisplayNames;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.text.TextSanitizer;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Messages about the steps of a car's history.
 *
 * @param displayNames names of options and dealerships
 * @param profile profile with the names of options that were typed and not sent
 */
public record CarHistoryMessages(Messages words, DisplayNames displayNames, Profile profile) {
    /** Most changed fields that a line of the list names. */
    private static final int MOST_NAMES = 4;

    /** Returns what happened in a step. */
    String title(HistoryStep step) {
        return step.submission()
                .map(sent -> new SendHistoryMessages(words, displayNames, List.of()).title(sent))
                .orElseGet(() -> words.get("history." + Messages.key(step.kind())));
    }

    /** Returns the price change of a step, else the names of its changed fields; empty if nothing changed. */
    String summary(HistoryStep step) {
        List<String> names = step.changes().stream().filter(change -> !change.isPriceChange())
                .map(change -> words.name(change.field())).toList();
        Stream<String> price = step.priceChange().map(change -> line(change, step)).stream();
        Stream<String> shown = names.stream().limit(MOST_NAMES);
        Stream<String> more = names.size() > MOST_NAMES
                ? Stream.of(words.get("history.more", names.size() - MOST_NAMES))
                : Stream.of();
        return Stream.of(price, shown, more).flatMap(texts -> texts).collect(Collectors.joining(" · "));
    }

    /** Returns the changed fields of a step, one per line, after its time and what happened. */
    String changes(HistoryStep step) {
        List<String> lines = new ArrayList<>(List.of(words.exactMoment(step.at()), title(step), ""));
        step.changes().forEach(change -> lines.add(line(change, step)));
        if (step.changes().isEmpty()) {
            lines.add(words.get("history.nothing"));
        }
        return String.join("\n", lines);
    }

    /** Returns all fields of the car as it was after a step, one per line. */
    String whole(HistoryStep step) {
        List<String> lines = new ArrayList<>(
                List.of(words.get("history.then.title", words.exactMoment(step.at()))));
        for (CarField.Section section : CarField.Section.values()) {
            List<String> fields = Stream.of(CarField.values()).filter(field -> field.section() == section)
                    .map(field -> whole(field, step)).filter(line -> !line.isEmpty()).toList();
            if (!fields.isEmpty()) {
                lines.addAll(List.of("",
                        words.get("section." + Messages.key(section)).toUpperCase(words.locale())));
                lines.addAll(fields);
            }
        }
        return String.join("\n", lines);
    }

    private String whole(CarField field, HistoryStep step) {
        CarDraft draft = step.draft();
        if (field.type() == FieldType.OPTIONS) {
            return draft.options().stream().map(name -> optionName(name, step))
                    .collect(Collectors.joining("\n"));
        }
        String text = draft.text(field).strip();
        return text.isEmpty() ? "" : words.get("history.set", words.label(field), text);
    }

    private String line(FieldChange change, HistoryStep step) {
        String name = words.name(change.field());
        if (change.isReordered()) {
            return words.get("history.reordered", name);
        }
        return switch (change.field().type()) {
            case OPTIONS -> lines(options("sending.options.added", change.added(), step),
                    options("sending.options.gone", change.removed(), step));
            case LINKS -> lines(count("history.added", name, change.added()),
                    count("history.removed", name, change.removed()));
            default -> change.before().isEmpty() ? words.get("history.set", name, excerpt(change.after()))
                    : words.get("history.change", name, excerpt(change.before()),
                            change.after().isEmpty() ? words.get("history.empty")
                                    : excerpt(change.after()));
        };
    }

    private Stream<String> options(String key, List<String> names, HistoryStep step) {
        return names.isEmpty() ? Stream.of()
                : Stream.of(words.get(key, names.stream().map(name -> optionName(name, step))
                        .collect(Collectors.joining(", "))));
    }

    private String optionName(String name, HistoryStep step) {
        return displayNames.option(step.submission().map(Submission::profile).orElse(profile), name);
    }

    private Stream<String> count(String key, String name, List<String> entries) {
        return entries.isEmpty() ? Stream.of() : Stream.of(words.get(key, name, entries.size()));
    }

    private static String lines(Stream<String> first, Stream<String> second) {
        return Stream.concat(first, second).collect(Collectors.joining("\n"));
    }

    private static String excerpt(String text) {
        return TextSanitizer.excerpt(text.replace('\n', ' '));
    }
}
