package app.forecourt;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.forecourt.car.PlantedWindowUser;
import app.forecourt.model.PlantedNode;
import app.forecourt.planted.left.PlantedLeft;
import app.forecourt.planted.right.PlantedRight;
import app.forecourt.practice.PlantedClientUser;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of the packages: the layers of {@link PackageLayers}, cycles, allowed dependencies and size. Each rule
 * fails on a planted class.
 */
class ArchitectureTest {
    private static final String ROOT = "app.forecourt";
    /** The maximum number of files in a package. */
    private static final int MAX_FILES = 25;

    private static final ArchRule CLASSES_USE_LOWER_LAYERS = classes().should(useLowerLayers());

    private static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("app.forecourt.(**)").should().beFreeOfCycles();

    private static final ArchRule DOMAIN_IS_PURE_JAVA = noClasses()
            .that()
            .resideInAnyPackage("app.forecourt.car..", "app.forecourt.option..", "app.forecourt.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.net.http..", "java.nio.file..", "java.sql..");

    private static final ArchRule MODELS_HAVE_NO_NODES = noClasses()
            .that()
            .resideInAPackage("app.forecourt.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "atlantafx..");

    private static final ArchRule ONLY_WINDOW_AND_MODEL_KNOW_JAVAFX = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOT,
                    "app.forecourt.start",
                    "app.forecourt.ui..",
                    "app.forecourt.model..",
                    "app.forecourt.concurrent")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..");

    private static final ArchRule PRACTICE_SHARES_NO_CODE = noClasses()
            .that()
            .resideInAPackage("app.forecourt.practice..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("app.forecourt..").and(resideOutsideOfPackage("app.forecourt.practice..")));

    @TestFactory
    Stream<DynamicTest> rulesHold() {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
        return Stream.of(
                        CLASSES_USE_LOWER_LAYERS,
                        PACKAGES_HAVE_NO_CYCLES,
                        DOMAIN_IS_PURE_JAVA,
                        MODELS_HAVE_NO_NODES,
                        ONLY_WINDOW_AND_MODEL_KNOW_JAVAFX,
                        PRACTICE_SHARES_NO_CODE)
                .map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(all)));
    }

    private static ArchCondition<JavaClass> useLowerLayers() {
        return new ArchCondition<>("use classes of lower layers and of their own package only") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    JavaClass used = dependency.getTargetClass().getBaseComponentType();
                    if (used.getPackageName().startsWith(ROOT)
                            && !used.getPackageName().equals(user.getPackageName())
                            && layer(used) <= layer(user)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static int layer(JavaClass type) {
        String name =
                type.getPackageName().equals(ROOT) ? "" : type.getPackageName().substring(ROOT.length() + 1);
        for (int layer = 0; layer < PackageLayers.ALL.size(); layer++) {
            if (PackageLayers.ALL.get(layer).contains(name)) {
                return layer;
            }
        }
        throw new AssertionError("the package " + name + " has no layer");
    }

    private static DynamicTest plantedUseIsFound(ArchRule rule, Class<?>... planted) {
        return dynamicTest(rule.getDescription(), () -> {
            JavaClasses imported = new ClassFileImporter()
                    .importUrls(Stream.of(planted)
                            .map(type -> type.getResource(type.getSimpleName() + ".class"))
                            .toList());
            assertTrue(rule.evaluate(imported).hasViolation());
        });
    }

    @TestFactory
    Stream<DynamicTest> plantedUsesAreFound() {
        return Stream.of(
                plantedUseIsFound(CLASSES_USE_LOWER_LAYERS, PlantedWindowUser.class),
                plantedUseIsFound(PACKAGES_HAVE_NO_CYCLES, PlantedLeft.class, PlantedRight.class),
                plantedUseIsFound(DOMAIN_IS_PURE_JAVA, PlantedWindowUser.class),
                plantedUseIsFound(ONLY_WINDOW_AND_MODEL_KNOW_JAVAFX, PlantedWindowUser.class),
                plantedUseIsFound(MODELS_HAVE_NO_NODES, PlantedNode.class),
                plantedUseIsFound(PRACTICE_SHARES_NO_CODE, PlantedClientUser.class));
    }

    @Test
    void packagesHaveAtMost25Files() throws IOException {
        Map<String, Integer> large = new TreeMap<>();
        for (String root : List.of("src/main/java", "src/test/java", "src/stress/java")) {
            sources(root).forEach(file -> large.merge(file.getParent().toString(), 1, Integer::sum));
        }
        large.values().removeIf(count -> count <= MAX_FILES);
        assertEmpty(large);
    }

    /** The tag decides which plugin runs a test: Surefire leaves out the tag, and Failsafe runs only the tag. */
    @Test
    void exactlyStressTestsHaveTheTag() throws IOException {
        assertEmpty(testFiles("src/stress/java", false));
        assertEmpty(testFiles("src/test/java", true));
    }

    private static List<String> testFiles(String root, boolean tagged) throws IOException {
        return sources(root).stream()
                .filter(file -> file.toString().endsWith("Test.java"))
                .filter(file -> read(file).contains("\n@Tag(\"stress\")\n") == tagged)
                .map(Path::toString)
                .toList();
    }

    private static List<Path> sources(String root) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Both source sets are compiled together, so that javac does not notice such a use. */
    @Test
    void testsDoNotUseStressTests() throws IOException {
        Set<String> stress = sources("src/stress/java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(toSet());
        // A name in quotes is a text.
        Pattern used = Pattern.compile("(?<![\\w\"])[A-Z]\\w*+(?!\")");
        Map<String, String> users = new TreeMap<>();
        sources("src/test/java")
                .forEach(file -> used.matcher(read(file))
                        .results()
                        .map(MatchResult::group)
                        .filter(stress::contains)
                        .forEach(use -> users.put(file.toString(), use)));
        assertEmpty(users);
    }
}
