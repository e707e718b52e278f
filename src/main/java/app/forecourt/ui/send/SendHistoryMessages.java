package app.forecourt.ui.send;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.model.options.DisplayNames;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.UserVerdict;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.OutcomeMessages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of each sending of a car, for who looks back at it: in past tense, so nothing of what could be done about
 * it then.
 *
 * @param all the car's sendings, oldest first
 */
public record SendHistoryMessages(Messages words, DisplayNames called, List<Submission> all) {
    public SendHistoryMessages {
        all = List.copyOf(all);
    }

    /** The newest first, as they are looked for. */
    List<Submission> newestFirst() {
        return all.reversed();
    }

    /** What came of it, in a line. */
    String title(Submission attempt) {
        String where = words.upperCaseName(attempt.profile());
        return attempt.state() == SubmissionState.WAITING ? words.get("outcome.waiting", where)
                : attempt.outcome().map(came -> telling().title(came, attempt.profile()))
                        .orElseGet(() -> words.get("send.sending", where));
    }

    /** Which one it corrects. */
    Optional<String> corrects(Submission attempt) {
        return followed(attempt).map(before -> before.profile() == attempt.profile()
                ? words.get("sending.corrects", words.exact(before.begun()))
                : words.get("sending.rehearsed", words.upperCaseName(before.profile()),
                        words.exact(before.begun())));
    }

    private Optional<Submission> followed(Submission attempt) {
        return attempt.follows()
                .flatMap(before -> all.stream().filter(one -> one.id().equals(before)).findFirst());
    }

    /** What makes it stand out among the others: which one it corrects, what she decided. */
    String note(Submission attempt) {
        return Stream.of(corrects(attempt), decision(attempt.decision())).flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    /** All there is to say of it, a line each; the answer as it came is the last. */
    String text(Submission attempt) {
        List<String> lines = new ArrayList<>();
        lines.add(words.upperCaseName(attempt.profile()) + " · " + words.exact(attempt.begun()));
        lines.add(title(attempt));
        attempt.outcome().map(came -> why(came, attempt)).ifPresent(lines::addAll);
        if (attempt.tries() > 1) {
            lines.add(words.get("sending.tries", attempt.tries()));
        }
        decision(attempt.decision()).ifPresent(lines::add);
        lines.add("");
        attempt.price().map(price -> words.get("sending.price", words.price(price))).ifPresent(lines::add);
        attempt.dealership().map(id -> words.get("sending.dealership", called
                .dealership(attempt.profile(), id).map(name -> name + " · " + id).orElse(id)))
                .ifPresent(lines::add);
        attempt.options().ifPresent(options -> lines.addAll(options(attempt, options)));
        corrects(attempt).ifPresent(lines::add);
        all.stream().filter(one -> one.follows().filter(attempt.id()::equals).isPresent())
                .map(one -> one.profile() == attempt.profile()
                        ? words.get("sending.corrected", words.exact(one.begun()))
                        : words.get("sending.published", words.upperCaseName(one.profile()),
                                words.exact(one.begun())))
                .forEach(lines::add);
        attempt.outcome().flatMap(SendHistoryMessages::answer)
                .ifPresent(answer -> Collections.addAll(lines, "",
                        words.get("sending.answer", String.valueOf(answer.status()), answer.contentType()),
                        words.answer(answer)));
        return String.join("\n", lines);
    }

    private List<String> options(Submission attempt, List<String> options) {
        Optional<Submission> before = followed(attempt).filter(one -> one.options().isPresent());
        List<String> earlier = before.flatMap(Submission::options).orElse(options);
        Profile here = attempt.profile();
        Profile there = before.map(Submission::profile).orElse(here);
        return Stream.of(Optional.of(words.get("sending.options", options.size())),
                without(options, here, earlier, there)
                        .map(names -> words.get("sending.options.added", names)),
                without(earlier, there, options, here)
                        .map(names -> words.get("sending.options.gone", names)))
                .flatMap(Optional::stream).toList();
    }

    /** Two profiles may have one option under two API names: there, what people read tells which is the same. */
    private Optional<String> without(List<String> some, Profile here, List<String> others, Profile there) {
        Set<String> read = here == there ? Set.of()
                : others.stream().map(name -> called.option(there, name)).collect(Collectors.toSet());
        return Optional.of(some.stream().filter(name -> !others.contains(name))
                .map(name -> called.option(here, name)).filter(name -> !read.contains(name))
                .collect(Collectors.joining(", "))).filter(names -> !names.isEmpty());
    }

    private List<String> why(SendOutcome outcome, Submission attempt) {
        return switch (outcome) {
            case SendOutcome.Rejected(var answer, var problems, var messages) -> Stream
                    .concat(problems.stream()
                            .map(one -> words.get("problems.of", words.name(one.field()),
                                    words.problem(one))),
                            problems.isEmpty() || !messages.isEmpty()
                                    ? Stream.of(telling().why(outcome, attempt.profile()))
                                    : Stream.of())
                    .toList();
            // Its title says so; until when is long past.
            case SendOutcome.Limited limited -> List.of();
            default -> List.of(telling().why(outcome, attempt.profile()));
        };
    }

    private Optional<String> decision(UserVerdict decision) {
        return switch (decision) {
            case NONE -> Optional.empty();
            case IT_IS_THERE -> Optional.of(words.get("sending.there"));
            case SENT_AGAIN -> Optional.of(words.get("sending.again"));
        };
    }

    private static Optional<Answer> answer(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted(var answer, var number) -> Optional.of(answer);
            case SendOutcome.Rejected(var answer, var problems, var messages) -> Optional.of(answer);
            case SendOutcome.Unknown(var cause, var answer) -> answer;
            case SendOutcome.SignInRefused refused -> Optional.empty();
            case SendOutcome.Limited limited -> Optional.empty();
            case SendOutcome.NotSent notSent -> Optional.empty();
        };
    }

    private OutcomeMessages telling() {
        return new OutcomeMessages(words);
    }
}
