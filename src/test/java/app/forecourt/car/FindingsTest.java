package app.forecourt.car;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

    /** What blocks is read first, whenever it was found; of equal weight, what was found first. */
    @Test
    void comeInFormOrderAndThoseOfOneFieldByWeight() {
        var found = new Findings();
        found.add(CarField.OPTIONS, Rule.SAME_OPTION);
        found.add(CarField.VIN, Rule.VIN_MODEL_YEAR);
        found.add(CarField.VIN, Rule.VIN_MAKER);
        found.add(CarField.OPTIONS, Rule.OPTIONS_UNCHECKED);
        found.addAll(List.of(Problem.of(CarField.OPTIONS, Rule.OPTION_TWICE),
                Problem.of(CarField.LICENSE_PLATE, Rule.PLATE_UNKNOWN)));
        assertEquals(
                List.of(Rule.PLATE_UNKNOWN, Rule.VIN_MODEL_YEAR, Rule.VIN_MAKER, Rule.OPTION_TWICE,
                        Rule.OPTIONS_UNCHECKED, Rule.SAME_OPTION),
                found.inOrder().stream().map(Problem::rule).toList());
    }
}
