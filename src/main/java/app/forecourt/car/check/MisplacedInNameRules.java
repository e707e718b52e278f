package app.forecourt.car.check;

import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.Problem.Code;
import app.forecourt.car.Vin;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rule that questions a brand, model or version that is the whole value of another field, such as a date. */
final class MisplacedInNameRules implements CarValidator.Rule {
    private static final List<CarField> FIELDS = List.of(CarField.BRAND, CarField.MODEL, CarField.VERSION);
    /** A day with the year in four digits, or in two after dashes or slashes. A version may be 1.2.16. */
    private static final Pattern DATE = Pattern.compile(
            "\\d{1,2}([-./])\\d{1,2}\\1\\d{4}|\\d{1,2}([-/])\\d{1,2}\\2\\d{2}|\\d{4}([-./])\\d{1,2}\\3\\d{1,2}");
    /**
     * A number with a currency, with cents, or with separated thousands. 1.600 may be a displacement, so thousands
     * without the other signs begin with two digits.
     */
    private static final Pattern AMOUNT =
            Pattern.compile("(?:€|EUR|[$£])\\s*\\d[\\d.,' ]*(?:,-)?|\\d[\\d.,' ]*\\s*(?:€|EUR|[$£]|,-)"
                    + "|\\d{3,}[.,]\\d{2}|\\d{1,3}(?:[.,' ]\\d{3})+[.,]\\d{2}|\\d{2,3}(?:[.,']\\d{3})+");
    /** Six characters in three groups of the Netherlands, or Belgian: letters and digits are in groups of their own. */
    private static final Pattern PLATE =
            Pattern.compile("(?=.*\\d)(?=.*[A-Z])(?:(?:\\d{1,3}|[A-Z]{1,3})-){2}(?:\\d{1,3}|[A-Z]{1,3})");

    /** Tests of the kinds of values, in the order in which the problem counts them. */
    private static final List<Predicate<String>> KINDS = List.of(
            DATE.asMatchPredicate(),
            AMOUNT.asMatchPredicate(),
            MisplacedInNameRules::isPlate,
            MisplacedInNameRules::isVin);

    @Override
    public void check(ValidationRun context) {
        for (CarField field : FIELDS) {
            context.text(field)
                    .map(text -> text.strip().toUpperCase(Locale.ROOT))
                    .flatMap(text ->
                            KINDS.stream().filter(kind -> kind.test(text)).findFirst())
                    .ifPresent(kind -> context.add(field, Code.MISPLACED_VALUE, KINDS.indexOf(kind)));
        }
    }

    private static boolean isPlate(String text) {
        return PLATE.matcher(text).matches()
                && LicensePlate.of(text).flatMap(LicensePlate::country).isPresent();
    }

    private static boolean isVin(String text) {
        return text.length() == Vin.LENGTH && text.chars().anyMatch(Character::isDigit) && new Vin(text).isValid();
    }
}
