package app.forecourt.register;

import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.car.vocabulary.Vocabulary.LeadingWord;
import java.util.Optional;

/**
 * The make and model of a car: spelled as in AutoChat if known there, otherwise in lower case. The register writes
 * names in capitals. The make may be the maker's full name (TESLA MOTORS) or include the converter of the chassis
 * (FIAT/ADRIA). The model may repeat the brand (OPEL CORSA) or include the trim (GOLF VARIANT).
 */
record MakeAndModel(Optional<String> brand, Optional<String> model) {

    static MakeAndModel of(RdwRow car, Vocabulary vocabulary) {
        Optional<String> maker = car.text("merk")
                .map(text -> text.replace(".", "").replaceFirst("/.*", ""))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        Optional<String> brand = maker.map(text -> brand(text, vocabulary)
                .map(LeadingWord::word)
                .orElseGet(() -> vocabulary.canonicalWord(CarField.BRAND, text)));
        return new MakeAndModel(
                brand,
                car.text("handelsbenaming")
                        .map(text -> model(withoutBrand(text, maker, brand, vocabulary), brand, vocabulary)));
    }

    private static String model(String text, Optional<String> brand, Vocabulary vocabulary) {
        return brand.flatMap(known -> vocabulary.findLeadingWord(CarField.MODEL, known, text))
                .map(LeadingWord::word)
                .orElseGet(() -> vocabulary.canonicalWord(CarField.MODEL, text));
    }

    /** Removes the brand in front of a model name. A model with the same name as its brand is unchanged. */
    private static String withoutBrand(
            String text, Optional<String> maker, Optional<String> brand, Vocabulary vocabulary) {
        Optional<String> afterBrand = brand(text, vocabulary)
                .filter(beginning -> brand.filter(beginning.word()::equals).isPresent())
                .map(LeadingWord::rest);
        Optional<String> afterMaker = maker.filter(name -> text.startsWith(name + " "))
                .map(name -> text.substring(name.length()).strip());
        return afterBrand.or(() -> afterMaker).filter(rest -> !rest.isEmpty()).orElse(text);
    }

    private static Optional<LeadingWord> brand(String text, Vocabulary vocabulary) {
        return vocabulary.findLeadingWord(CarField.BRAND, "", text);
    }
}
