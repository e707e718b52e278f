package app.forecourt.card;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Arabic letters in the form of their place in the word. PDFBox draws each letter by its own glyph, so the letters
 * would stand apart. Unicode has each form as a character, and the card's fonts have these characters.
 */
final class ArabicLetterShaper {
    /** First character of the Arabic block. */
    private static final int FIRST = 0x600;

    private static final String LAM = "\u0644";
    private static final int ISOLATED = 0;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;

    /** The forms of each letter, and of lam with an alef: isolated, final and, if it joins the next one, two more. */
    private static final Map<String, List<Integer>> FORMS = forms();

    private ArabicLetterShaper() {}

    /** Reads the forms from Unicode, which lists them in this order. Arabic comes first, then Persian and others. */
    private static Map<String, List<Integer>> forms() {
        var forms = new HashMap<String, List<Integer>>();
        IntStream.concat(
                        IntStream.rangeClosed(0xFE80, 0xFEFC),
                        IntStream.concat(IntStream.rangeClosed(0xFB50, 0xFBB1), IntStream.rangeClosed(0xFBFC, 0xFBFF)))
                .forEach(form -> forms.computeIfAbsent(
                                Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC),
                                _ -> new ArrayList<>())
                        .add(form));
        return forms;
    }

    /** Returns a text in which each Arabic letter has the form of its place. The order stays the order of reading. */
    static String join(String text) {
        if (text.codePoints().noneMatch(c -> c >= FIRST && FORMS.containsKey(Character.toString(c)))) {
            return text;
        }
        List<String> letters = letters(text);
        var joined = new StringBuilder();
        boolean isJoined = false;
        for (int index = 0; index < letters.size(); index++) {
            String letter = letters.get(index);
            if (isMark(letter)) {
                joined.append(letter);
                continue;
            }
            List<Integer> forms = FORMS.getOrDefault(letter, List.of());
            boolean joinsNext = forms.size() > MEDIAL && isLetter(next(letters, index));
            int form = isJoined ? joinsNext ? MEDIAL : FINAL : joinsNext ? INITIAL : ISOLATED;
            joined.append(forms.size() > form ? Character.toString(forms.get(form)) : letter);
            isJoined = joinsNext;
        }
        return joined.toString();
    }

    /** Splits a text into characters. Lam with an alef is one. */
    private static List<String> letters(String text) {
        List<String> letters = new ArrayList<>();
        text.codePoints().mapToObj(Character::toString).forEach(letter -> {
            if (!letters.isEmpty() && letters.getLast().equals(LAM) && FORMS.containsKey(LAM + letter)) {
                letters.set(letters.size() - 1, LAM + letter);
            } else {
                letters.add(letter);
            }
        });
        return letters;
    }

    /** Returns the next letter, without vowel signs; a space after the last one. */
    private static String next(List<String> letters, int index) {
        int next = index + 1;
        while (next < letters.size() && isMark(letters.get(next))) {
            next++;
        }
        return next < letters.size() ? letters.get(next) : " ";
    }

    /** Returns whether a letter can join the one before: all but the hamza, which has one form. */
    private static boolean isLetter(String letter) {
        return FORMS.getOrDefault(letter, List.of()).size() > FINAL;
    }

    private static boolean isMark(String letter) {
        return Character.getType(letter.codePointAt(0)) == Character.NON_SPACING_MARK;
    }
}
