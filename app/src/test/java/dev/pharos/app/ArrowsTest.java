package dev.pharos.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The arrows between the modules, as docs/architecture.md draws them.
final class ArrowsTest {
    private static JavaClasses pharos = new ClassFileImporter().importClasses();

    @BeforeAll
    static void read() {
        pharos =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .withImportOption(location -> !location.contains("-tests.jar"))
                        .importPackages("dev.pharos");
    }

    @Test
    void theEngineKnowsNeitherWindowNorModelsNorProgram() {
        noClasses()
                .that()
                .resideInAPackage("dev.pharos.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.pharos.ui..",
                        "dev.pharos.models..",
                        "dev.pharos.app..",
                        "javafx..",
                        "ai.onnxruntime..",
                        "ai.djl..",
                        "com.openai..",
                        "com.sun.net.httpserver..")
                .because("the engine is the product; everything else is exchangeable around it")
                .check(pharos);
    }

    @Test
    void theModelsKnowOnlyTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("dev.pharos.models..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.pharos.ui..", "dev.pharos.app..", "javafx..")
                .because("models fill the engine's ports and are used by a server as well")
                .check(pharos);
    }

    @Test
    void theWindowKnowsOnlyTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("dev.pharos.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.pharos.models..",
                        "dev.pharos.app..",
                        "ai.onnxruntime..",
                        "com.openai..",
                        "java.sql..",
                        "org.apache.lucene..")
                .because("the window shows what the engine knows; it has no storage of its own")
                .check(pharos);
    }

    @Test
    void onlyTheWiringMeetsAdapters() {
        noClasses()
                .that()
                .resideInAPackage("dev.pharos.app..")
                .and()
                .doNotHaveFullyQualifiedName(Wiring.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(ModelWiring.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.pharos.models..")
                .because("ports and adapters meet in one place, where they are also closed")
                .check(pharos);
    }

    @Test
    void theWireBetweenEngineAndSqliteIsTheLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.pharos.engine.storage..", "dev.pharos.engine.library..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.pharos.engine.storage..")
                .because("a repository's users know its interface, not its database")
                .check(pharos);
    }

    @Test
    void onlyTheLibraryMakesRingsOfTheEngine() {
        var library = resideInAPackage("dev.pharos.engine.library..");
        SlicesRuleDefinition.slices()
                .matching("dev.pharos.engine.(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(library, alwaysTrue())
                .ignoreDependency(alwaysTrue(), library)
                .because(
                        "the library is where all meet, and owns the records that they speak of;"
                                + " besides, each package can be read without those built on it")
                .check(pharos);
    }

    @Test
    void soundModelsAndSettingsKnowNoLibrary() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.pharos.engine.recording..",
                        "dev.pharos.engine.model..",
                        "dev.pharos.engine.settings..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.pharos.engine.library..", "dev.pharos.engine.storage..")
                .because("they are used beside every library as well")
                .check(pharos);
    }

    @Test
    void problemsAndProgressStandOnNothing() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.pharos.engine.problem..", "dev.pharos.engine.work..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.pharos.engine.library..",
                        "dev.pharos.engine.search..",
                        "dev.pharos.engine.answer..",
                        "dev.pharos.engine.document..",
                        "dev.pharos.engine.meaning..",
                        "dev.pharos.engine.storage..",
                        "dev.pharos.engine.settings..")
                .because("every other package stands on them")
                .check(pharos);
    }

    @Test
    void everyClassLivesInAKnownModule() {
        classes()
                .should()
                .resideInAnyPackage(
                        "dev.pharos.engine..",
                        "dev.pharos.models..",
                        "dev.pharos.ui..",
                        "dev.pharos.app..")
                .because("the other rules are about these packages")
                .check(pharos);
    }
}
