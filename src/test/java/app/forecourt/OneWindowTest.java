package app.forecourt;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.parallel.Execution;

/** Two test classes run at a time, and there is one window: one that ends would close the other's. */
@AnalyzeClasses(packages = "app.forecourt", importOptions = ImportOption.OnlyIncludeTests.class)
class OneWindowTest {

    @ArchTest
    static final ArchRule whatHasAWindowSaysThatItRunsAlone = noClasses().that()
            .areNotAnnotatedWith(Execution.class)
            .should().dependOnClassesThat().haveFullyQualifiedName("org.testfx.api.FxToolkit");
}
