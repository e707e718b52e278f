package app.forecourt;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the house and who may enter them; README's "How it is built" draws the same. */
@AnalyzeClasses(packages = "app.forecourt", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule roomsAreEnteredFromAboveOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("program").definedBy("app.forecourt")
            .layer("ui").definedBy("app.forecourt.ui..")
            .layer("listing").definedBy("app.forecourt.listing..")
            .layer("journal").definedBy("app.forecourt.journal..")
            .layer("autochat").definedBy("app.forecourt.autochat..")
            .layer("register").definedBy("app.forecourt.register..")
            .layer("http").definedBy("app.forecourt.http..")
            .layer("practice").definedBy("app.forecourt.practice..")
            .layer("advert").definedBy("app.forecourt.advert..")
            .layer("profile").definedBy("app.forecourt.profile..")
            .layer("car").definedBy("app.forecourt.car..")
            .whereLayer("program")
            .mayOnlyAccessLayers("ui", "listing", "journal", "autochat", "register", "http", "practice",
                    "advert", "profile", "car")
            .whereLayer("ui")
            .mayOnlyAccessLayers("listing", "journal", "autochat", "register", "advert", "profile", "car")
            .whereLayer("listing")
            .mayOnlyAccessLayers("journal", "autochat", "register", "http", "practice", "advert", "profile",
                    "car")
            .whereLayer("journal").mayOnlyAccessLayers("autochat", "profile", "car")
            .whereLayer("autochat").mayOnlyAccessLayers("http", "profile", "car")
            .whereLayer("register").mayOnlyAccessLayers("http", "car")
            .whereLayer("advert").mayOnlyAccessLayers("profile", "car")
            .whereLayer("http").mayOnlyAccessLayers("profile")
            .whereLayer("practice").mayNotAccessAnyLayer()
            .whereLayer("profile").mayNotAccessAnyLayer()
            .whereLayer("car").mayNotAccessAnyLayer()
            .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    static final ArchRule noRoomLeadsBackToItself = slices().matching("app.forecourt.(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule carsKnowNoWindowAndNoDisk = noClasses().that()
            .resideInAPackage("app.forecourt.car..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.net.http..", "java.nio.file..", "java.sql..");

    @ArchTest
    static final ArchRule onlyTheWindowKnowsJavaFx = noClasses().that()
            .resideOutsideOfPackages("app.forecourt", "app.forecourt.ui..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..");
}
