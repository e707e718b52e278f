package app.forecourt.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sentences of the guide are short, and every paragraph ends with one. */
class SentencesTest {
    private static final int MOST_WORDS = 25;
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");
    /** A paragraph may end with a colon before a list or an example. */
    private static final Pattern END = Pattern.compile("(?s).*[.!?:][\"”)*]*");

    private static long words(String sentence) {
        return WORD.matcher(sentence).results().count();
    }

    @Test
    void guideHasNoLongSentence() {
        List<String> sentences = ManualPage.guide().stream()
                .flatMap(page -> page.sentences().stream())
                .toList();
        assertTrue(sentences.size() > 200, () -> "only " + sentences.size() + " sentences");
        List<String> tooLong = sentences.stream()
                .filter(sentence -> words(sentence) > MOST_WORDS)
                .toList();
        assertEquals("", String.join("\n", tooLong));
    }

    @Test
    void everyParagraphEndsWithSentence() {
        assertEquals(
                "",
                String.join(
                        "\n",
                        ManualPage.all().stream()
                                .flatMap(page -> page.paragraphs().stream()
                                        .filter(paragraph ->
                                                !END.matcher(paragraph).matches())
                                        .map(paragraph -> page + ": " + paragraph))
                                .toList()));
    }
}
