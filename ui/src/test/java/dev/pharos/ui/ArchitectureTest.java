package dev.pharos.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import java.util.concurrent.ExecutorService;

@AnalyzeClasses(packages = "dev.pharos.ui", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule viewModelsHoldNoNode =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
                    .because("a view-model's test needs no toolkit");

    @ArchTest
    static final ArchRule screensStartNoThreads =
            noClasses()
                    .that()
                    .resideInAPackage("dev.pharos.ui.(*)..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Thread.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(ExecutorService.class)
                    .because("Background is the only place where work meets threads");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            SlicesRuleDefinition.slices()
                    .matching("dev.pharos.ui.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("each screen can be read without those built on it");
}
