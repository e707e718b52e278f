package app.forecourt.car.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of counting the spellings of a word. */
class SpellingCounterTest {
    private final SpellingCounter counter = new SpellingCounter();

    private void add(String text, int hour) {
        counter.add(text, Instant.EPOCH.plusSeconds(3600L * hour));
    }

    @Test
    void lastSpellingIsShown() {
        add("Golf plus", 2);
        add("GOLF PLUS", 1);
        assertEquals(List.of("Golf plus"), counter.find(""));
        add(" golf-plus", 3);
        assertEquals(List.of("golf-plus"), counter.find("GOLF"));
    }

    @Test
    void earlierTextIsCountedToo() {
        add("corsa", 2);
        add("corsa", 1);
        add("astra", 3);
        assertEquals(List.of("corsa", "astra"), counter.find(""));
    }

    @Test
    void removedTextIsCountedOnceLess() {
        add("corsa", 1);
        add("corsa", 2);
        add("astra", 3);
        counter.remove("Corsa");
        assertEquals(List.of("astra", "corsa"), counter.find(""), "each once, the newer first");
        counter.remove("corsa");
        counter.remove("corsa");
        counter.remove("mokka");
        assertEquals(List.of("astra"), counter.find(""));
    }

    @Test
    void tiesAreInAlphabeticalOrder() {
        add("mokka", 1);
        add("astra", 1);
        assertEquals(List.of("astra", "mokka"), counter.find(""));
    }

    @Test
    void prefixesComeBeforeManyInnerParts() {
        for (int number = 10; number < 30; number++) {
            add("e-golf " + number, number);
        }
        add("golf", 1);
        List<String> found = counter.find("golf");
        assertEquals(12, found.size());
        assertEquals(List.of("golf", "e-golf 29"), found.subList(0, 2));
    }
}
