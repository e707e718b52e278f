package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.DraftJson;
import app.forecourt.journal.database.OptionTable;
import app.forecourt.option.BoundedOptionListBuilder;
import app.forecourt.option.CarOption;
import app.forecourt.proof.GeneratedInputs;
import app.forecourt.settings.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that generated drafts and option lists are read from the journal as they were saved. */
@Tag("stress")
class GeneratedDraftsTest {
    private static final List<String> TEXTS = List.of("A nice car", "15.944,63", "XF-100-F", "caf\u00e9 \ud83d\ude97");
    private static final int MOST_FIELDS = 5;

    @Test
    void generatedRowsAreReadBack() throws IOException, SQLException {
        var generated = new GeneratedInputs();
        generated.check("draft or template kept and read back", 1, GeneratedDraftsTest::draft, draft -> {
            // As the file stores the text.
            String kept = new String(DraftJson.of(draft).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            assertEquals(draft, DraftJson.draft(kept));
        });
        try (Database database = Database.openInMemory()) {
            generated.check(
                    "option list kept and read back",
                    1,
                    GeneratedDraftsTest::options,
                    options -> assertEquals(bounded(options), savedAndRead(database, options)));
        }
    }

    private static List<CarOption> savedAndRead(Database database, List<CarOption> options) {
        try {
            OptionTable.save(database, Profile.STAGING, "https://a.nl", options, true, Instant.EPOCH);
            return OptionTable.find(database, Profile.STAGING, "https://a.nl")
                    .orElseThrow()
                    .options();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<CarOption> bounded(List<CarOption> options) {
        var list = new BoundedOptionListBuilder();
        options.forEach(list::add);
        return list.options();
    }

    private static CarDraft draft(RandomGenerator random) {
        Map<CarField, String> texts = new EnumMap<>(CarField.class);
        for (int number = random.nextInt(MOST_FIELDS); number >= 0; number--) {
            CarField field = CarField.values()[random.nextInt(CarField.values().length)];
            if (field.type() != FieldType.OPTIONS) {
                texts.put(field, GeneratedInputs.mutated(TEXTS, random));
            }
        }
        List<String> options = new ArrayList<>();
        for (int number = random.nextInt(MOST_FIELDS); number > 0; number--) {
            options.add(GeneratedInputs.mutated(TEXTS, random));
        }
        return new CarDraft(texts, options);
    }

    private static List<CarOption> options(RandomGenerator random) {
        List<CarOption> options = new ArrayList<>();
        for (int number = random.nextInt(MOST_FIELDS); number > 0; number--) {
            options.add(new CarOption(GeneratedInputs.mutated(TEXTS, random), GeneratedInputs.mutated(TEXTS, random)));
        }
        return options;
    }
}
