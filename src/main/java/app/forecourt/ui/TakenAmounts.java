package app.forecourt.ui;

import app.forecourt.car.CarField;
import app.forecourt.car.Proposal;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The amounts that stand in the form because they were taken as proposed. Nobody typed them, so they follow what they
 * come from, until they are typed over.
 */
final class TakenAmounts {
    private final Map<CarField, Taken> taken = new EnumMap<>(CarField.class);

    private record Taken(String text, Function<BigDecimal, String> writing) {}

    /**
     * Takes an amount.
     *
     * @param writing how amounts are written in the form
     * @return the text for its field
     */
    String take(Proposal proposal, Function<BigDecimal, String> writing) {
        String text = writing.apply(proposal.amount());
        taken.put(proposal.field(), new Taken(text, writing));
        return text;
    }

    /** A field holds that text now. */
    void changed(CarField field, String text) {
        taken.computeIfPresent(field, (same, before) -> before.text.equals(text) ? before : null);
    }

    /**
     * Puts the amounts that were taken as they would be taken now; where none can be reckoned any more, nothing stands.
     */
    void follow(List<Proposal> proposals, BiConsumer<CarField, String> put) {
        Map.copyOf(taken).forEach((field, before) -> {
            String now = proposals.stream().filter(proposal -> proposal.field() == field).findFirst()
                    .map(proposal -> before.writing.apply(proposal.amount())).orElse("");
            if (!now.equals(before.text)) {
                taken.put(field, new Taken(now, before.writing));
                put.accept(field, now);
            }
        });
    }
}
