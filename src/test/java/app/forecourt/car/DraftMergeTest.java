package app.forecourt.car;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.SALES_PRICE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Tests of the three-way merge of drafts. */
class DraftMergeTest {
    private static final List<CarField> FIELDS = List.of(BRAND, SALES_PRICE, DESCRIPTION);

    private static final List<String> NAMES = List.of("abs", "airco", "navi");

    @Provide
    Arbitrary<CarDraft> drafts() {
        return Arbitraries.of("", "1", "2")
                .list()
                .ofSize(FIELDS.size())
                .flatMap(texts -> Arbitraries.of(NAMES).set().ofMaxSize(3).map(options -> draft(texts, options)));
    }

    private static CarDraft draft(List<String> texts, Set<String> options) {
        Map<CarField, String> typed = new EnumMap<>(CarField.class);
        for (int index = 0; index < FIELDS.size(); index++) {
            typed.put(FIELDS.get(index), texts.get(index));
        }
        return new CarDraft(typed, new ArrayList<>(options));
    }

    @Property(seed = "20261201")
    void eachTextIsThatOfTheSideThatChangedIt(
            @ForAll("drafts") CarDraft base, @ForAll("drafts") CarDraft local, @ForAll("drafts") CarDraft other) {
        DraftMerge merge = new DraftMerge(base, local, other);
        CarDraft merged = merge.run();
        for (CarField field : FIELDS) {
            boolean isTypedHere = !local.text(field).equals(base.text(field));
            assertEquals((isTypedHere ? local : other).text(field), merged.text(field), field.apiName());
            assertEquals(
                    isTypedHere
                            && !other.text(field).equals(base.text(field))
                            && !other.text(field).isEmpty()
                            && !other.text(field).equals(local.text(field)),
                    merge.conflicts().contains(field),
                    field.apiName());
        }
    }

    @Property(seed = "20261201")
    void optionsMergeByEntry(
            @ForAll("drafts") CarDraft base, @ForAll("drafts") CarDraft local, @ForAll("drafts") CarDraft other) {
        Set<String> expected = new HashSet<>();
        for (String option : NAMES) {
            boolean wasThere = base.options().contains(option);
            boolean isHere = local.options().contains(option);
            boolean isThere = other.options().contains(option);
            if (wasThere ? isHere && isThere : isHere || isThere) {
                expected.add(option);
            }
        }
        assertEquals(
                expected, Set.copyOf(new DraftMerge(base, local, other).run().options()));
    }

    @Property(seed = "20261201")
    void mergeWithoutOtherChangeIsTheLocalDraft(@ForAll("drafts") CarDraft base, @ForAll("drafts") CarDraft local) {
        assertEquals(local, new DraftMerge(base, local, base).run());
        assertEquals(local, new DraftMerge(base, base, local).run());
    }

    @Property(seed = "20261201")
    void changeOfUserOutlivesLaterVersions(
            @ForAll("drafts") CarDraft base,
            @ForAll("drafts") CarDraft local,
            @ForAll("drafts") CarDraft other,
            @ForAll("drafts") CarDraft later) {
        DraftMerge first = new DraftMerge(base, local, other);
        CarDraft merged = new DraftMerge(first.nextBase(), first.run(), later).run();
        for (CarField field : FIELDS) {
            boolean isTypedHere = !local.text(field).equals(base.text(field));
            assertEquals((isTypedHere ? local : later).text(field), merged.text(field), field.apiName());
        }
        for (String option : NAMES) {
            boolean isHere = local.options().contains(option);
            boolean isChangedHere = isHere != base.options().contains(option);
            assertEquals(
                    (isChangedHere ? local : later).options().contains(option),
                    merged.options().contains(option),
                    option);
        }
    }

    @Property(seed = "20261201")
    void nextMergeOfTheSameVersionChangesNothing(
            @ForAll("drafts") CarDraft base, @ForAll("drafts") CarDraft local, @ForAll("drafts") CarDraft other) {
        DraftMerge first = new DraftMerge(base, local, other);
        DraftMerge second = new DraftMerge(first.nextBase(), first.run(), other);
        assertEquals(first.run(), second.run());
        assertEquals(Set.of(), second.conflicts(), "no text is reported twice");
    }

    @Property(seed = "20261201")
    void nextBaseOfAnUnchangedDraftIsTheOther(@ForAll("drafts") CarDraft base, @ForAll("drafts") CarDraft other) {
        CarDraft photos = other.with(IMAGES, "https://a/1\n");
        assertEquals(photos, new DraftMerge(base, base, photos).nextBase());
    }

    @Test
    void photoTakenOutByBothStaysTakenOut() {
        CarDraft base = CarDraft.EMPTY.with(IMAGES, "https://a/1\nhttps://a/2");
        CarDraft local = base.with(IMAGES, "https://a/2\nhttps://a/3");
        CarDraft other = base.with(IMAGES, "https://a/2");
        DraftMerge first = new DraftMerge(base, local, other);
        assertEquals(
                "https://a/2\nhttps://a/3",
                new DraftMerge(first.nextBase(), first.run(), base).run().text(IMAGES));
    }

    @Test
    void photosMergeByLine() {
        CarDraft base = CarDraft.EMPTY.with(IMAGES, "https://a/1\nhttps://a/2");
        CarDraft local = base.with(IMAGES, "https://a/2\nhttps://a/1\nhttps://a/3");
        CarDraft other = base.with(IMAGES, "https://a/2\nhttps://a/4");
        assertEquals(
                "https://a/2\nhttps://a/3\nhttps://a/4",
                new DraftMerge(base, local, other).run().text(IMAGES));
    }
}
