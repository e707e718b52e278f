package app.forecourt.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Passes generated inputs to a parser, one after the other. No input may throw, take long, or use memory out of
 * proportion. {@code -Dproof.inputs} and {@code -Dproof.seed} set number and seed. Each target and number has its own
 * seed; a failure names the seed.
 */
public final class GeneratedInputs {
    /** The default limit of memory, in bytes per character. */
    public static final long USUAL = 4_000;

    public static final long SEED = Long.getLong("forecourt.proof.seed", 20261125);
    private static final int INPUTS = Integer.getInteger("forecourt.proof.inputs", 1_000);
    /** Runs of the yardstick that an input may cost. They took one to two seconds where the number was chosen. */
    private static final int MOST_YARDSTICKS = 100;

    private static final String YARDSTICK = "A text of some words, 42 of them. ".repeat(20_000);
    /** Bytes that any parser may allocate, besides the limit per character. */
    private static final long MOST_BYTES = 16L << 20;

    private static final int MOST_TOLD = 10;
    private static final int LONGEST_SHOWN = 500;
    private static final int UNUSUAL_NANOS = 20_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private long bytesACharacter = USUAL;

    /** A check of one input. */
    @FunctionalInterface
    public interface Check<T> {
        void run(T input) throws Exception;
    }

    /** Sets the memory limit in bytes per character, for inputs that stand for long texts. */
    public GeneratedInputs withBytesPerCharacter(long bytes) {
        bytesACharacter = bytes;
        return this;
    }

    /** Passes mutated texts to a parser. */
    public void checkTexts(String target, List<String> examples, Check<String> reader) {
        check(target, 1, random -> MutatedText.of(examples, random), reader);
    }

    /** Passes mutated texts to a slower parser: one for every {@code share} inputs. */
    public void checkTexts(String target, int share, List<String> examples, Check<String> reader) {
        check(target, share, random -> MutatedText.of(examples, random), reader);
    }

    /** Returns a mutated text, as {@link #checkTexts} creates them. */
    public static String mutated(List<String> examples, RandomGenerator random) {
        return MutatedText.of(examples, random);
    }

    /**
     * Passes generated objects to a check.
     *
     * @param share the divisor of the number of inputs, for slow targets
     * @param make returns equal objects for equal random numbers
     */
    public <T> void check(String target, int share, Function<RandomGenerator, T> make, Check<T> check) {
        int count = Math.max(1, INPUTS / share);
        List<String> wrong = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            long seed = SEED * 1_000_003 + target.hashCode() * 31L + number;
            T input = make.apply(new SplittableRandom(seed));
            Cost cost = new Cost(0, 0);
            try {
                cost = Cost.of(input, check);
                if (cost.nanos > UNUSUAL_NANOS || cost.bytes > MOST_BYTES) {
                    // Repeats the measurement, because other programs and class loading may have distorted it.
                    cost = cost.minimum(Cost.of(input, check)).minimum(Cost.of(input, check));
                }
            } catch (Exception | Error failure) {
                wrong.add(number + ": " + failure + " at " + at(failure) + " for " + shown(input));
            }
            if (cost.bytes > MOST_BYTES + bytesACharacter * input.toString().length()) {
                wrong.add(number + ": " + cost.bytes + " bytes for " + shown(input));
            }
            if (cost.nanos > UNUSUAL_NANOS && cost.nanos > MOST_YARDSTICKS * yardstick()) {
                wrong.add(number + ": " + cost.nanos / 1_000_000 + " ms for " + shown(input));
            }
        }
        assertEquals(
                List.of(),
                wrong.stream().limit(MOST_TOLD).toList(),
                () -> target + ", seed " + SEED + ": " + wrong.size() + " of " + count);
    }

    /** Returns the JSON object of a text, or an empty object for any other text. */
    public static ObjectNode object(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode object ? object : JSON.createObjectNode();
        } catch (JacksonException invalid) {
            return JSON.createObjectNode();
        }
    }

    /** Returns the processor time of a simple pass through a text on this machine, now. */
    private static long yardstick() {
        long most = 0;
        for (int run = 0; run < 3; run++) {
            long from = THREADS.getCurrentThreadCpuTime();
            YARDSTICK
                    .chars()
                    .filter(Character::isLetter)
                    .map(Character::toUpperCase)
                    .sum();
            most = Math.max(most, THREADS.getCurrentThreadCpuTime() - from);
        }
        return most;
    }

    /** Processor time, which excludes waiting for the processor, and allocated memory. */
    private record Cost(long nanos, long bytes) {
        static <T> Cost of(T input, Check<T> check) throws Exception {
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            long from = THREADS.getCurrentThreadCpuTime();
            check.run(input);
            return new Cost(THREADS.getCurrentThreadCpuTime() - from, THREADS.getCurrentThreadAllocatedBytes() - bytes);
        }

        Cost minimum(Cost second) {
            return new Cost(Math.min(nanos, second.nanos), Math.min(bytes, second.bytes));
        }
    }

    private static String at(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::toString)
                .filter(line -> line.contains("app.forecourt"))
                .findFirst()
                .orElse("");
    }

    private static String shown(Object input) {
        String text = input.toString();
        return TextNode.valueOf(text.substring(0, Math.min(text.length(), LONGEST_SHOWN))) + " of " + text.length();
    }
}
