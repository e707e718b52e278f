package app.forecourt.ui.words;

import app.forecourt.car.CarField;
import app.forecourt.car.Price;
import app.forecourt.car.Problem;
import app.forecourt.option.AvailableOptions;
import app.forecourt.settings.Profile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The messages of a car's problems: whole sentences, and a few words for a narrow place. */
public record ProblemMessages(Messages words) {
    /** Characters shown of an argument. A note has space for a sentence, but a server may send a page. */
    private static final int LONGEST_ARG = 200;
    /** Problems with the dealership and the profile in their message. */
    private static final Set<Problem.Code> WITH_DEALERSHIP_AND_PROFILE = EnumSet.of(
            Problem.Code.DEALERSHIP_FROM_ELSEWHERE, Problem.Code.DEALERSHIP_NOT_HERE, Problem.Code.DEALERSHIP_LACKS_ID);

    /** Returns the message of a problem. A field may have a message of its own for a rule. */
    public String text(Problem problem) {
        String key = problem.code().messageKey();
        List<Object> args = problem.args();
        if (problem.code() == Problem.Code.SENT_BEFORE) {
            return sentBefore(problem);
        }
        if (problem.code() == Problem.Code.HELD_BY_DESK) {
            return words.get(key, profileName(args.getFirst()), moment(args.get(1)), brief(args.get(2)), args.get(3));
        }
        if (problem.code().isAboutSending()) {
            return words.get(key, profileName(args.getFirst()));
        }
        return words.find(key + "." + problem.field().apiName(), args(problem))
                .orElseGet(() -> words.get(key, args(problem)));
    }

    /** Returns the message of a problem with the option names of a list. */
    public String text(Problem problem, Optional<AvailableOptions> list) {
        return text(
                problem.field() == CarField.OPTIONS
                        ? new Problem(
                                problem.field(),
                                problem.code(),
                                problem.args().stream()
                                        .map(arg -> arg instanceof String name
                                                ? (Object) words.optionName(name, list)
                                                : arg)
                                        .toList(),
                                problem.corrections())
                        : problem);
    }

    /** Returns the few words of a problem for a narrow place, else its message. */
    public String briefText(Problem problem) {
        String key = "brief." + problem.code().messageKey();
        return Stream.of(key + "." + problem.field().apiName(), key)
                .flatMap(found -> words.find(found, args(problem)).stream())
                .findFirst()
                .orElseGet(() -> text(problem));
    }

    private Object[] args(Problem problem) {
        return WITH_DEALERSHIP_AND_PROFILE.contains(problem.code())
                ? new Object[] {
                    brief(problem.args().getFirst()), profileName(problem.args().getLast())
                }
                : problem.args().stream().map(ProblemMessages::brief).toArray();
    }

    private String sentBefore(Problem problem) {
        List<Object> args = problem.args();
        Stream<String> price = args.size() > 3 && args.get(3) instanceof BigDecimal amount
                ? Stream.of(words.price(new Price(amount, args.get(4).toString())))
                : Stream.of();
        return words.get(
                problem.code().messageKey(),
                profileName(args.getFirst()),
                moment(args.get(1)),
                Stream.concat(Stream.of(brief(args.get(2)).toString()), price).collect(Collectors.joining(", ")));
    }

    private String moment(Object time) {
        return words.moment(Instant.parse(time.toString()));
    }

    private String profileName(Object key) {
        return words.upperCaseName(Profile.ofKey(key.toString()).orElseThrow());
    }

    private static Object brief(Object arg) {
        return arg instanceof String text && text.length() > LONGEST_ARG ? text.substring(0, LONGEST_ARG) + "…" : arg;
    }
}
