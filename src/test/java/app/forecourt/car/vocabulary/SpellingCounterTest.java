package app.forecourt.car.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingCounterTest {
    private final SpellingCounter tally = new SpellingCounter();

    private void add(String text, int hour) {
        tally.add(text, Instant.EPOCH.plusSeconds(3600L * hour));
    }

    @Test
    void isShownAsItWasTypedLast() {
        add("Golf plus", 2);
        add("GOLF PLUS", 1);
        assertEquals(List.of("Golf plus"), tally.find(""));
        add(" golf-plus", 3);
        assertEquals(List.of("golf-plus"), tally.find("GOLF"));
    }

    @Test
    void countsWhatWasTypedEarlierToo() {
        add("corsa", 2);
        add("corsa", 1);
        add("astra", 3);
        assertEquals(List.of("corsa", "astra"), tally.find(""));
    }

    @Test
    void whatIsTypedOnceLessIsCountedOnceLess() {
        add("corsa", 1);
        add("corsa", 2);
        add("astra", 3);
        tally.remove("Corsa");
        assertEquals(List.of("astra", "corsa"), tally.find(""), "each once, the newer first");
        tally.remove("corsa");
        tally.remove("corsa");
        tally.remove("mokka");
        assertEquals(List.of("astra"), tally.find(""));
    }

    @Test
    void ofAsManyAtTheSameTimeTheOrderIsThatOfTheAlphabet() {
        add("mokka", 1);
        add("astra", 1);
        assertEquals(List.of("astra", "mokka"), tally.find(""));
    }

    @Test
    void beginningsComeFirstHoweverManyHaveItInside() {
        for (int number = 10; number < 30; number++) {
            add("e-golf " + number, number);
        }
        add("golf", 1);
        List<String> found = tally.find("golf");
        assertEquals(12, found.size());
        assertEquals(List.of("golf", "e-golf 29"), found.subList(0, 2));
    }
}
